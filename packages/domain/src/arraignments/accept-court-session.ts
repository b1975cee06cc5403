import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { findInForce } from '../reference/effective-dated.ts'
import type { RoomRow } from '../reference/rows.ts'
import { addHours, cityDateOf, type Instant } from '../time/instant.ts'

/** Sessions begin about every four hours and run over; after six, one counts as ended. */
export const sessionOpenHours = 6

export const isSessionOver = (startsAt: Instant, now: Instant): boolean => addHours(startsAt, sessionOpenHours) <= now

export interface CourtSessionOffered {
  room: string
  startsAt: Instant
}

export interface CourtSessionFacts {
  /** All rows of this room. */
  rooms: readonly RoomRow[]
  /** A session of this room starts at the same time. */
  alreadyOpened: boolean
  /** The court's own system enters what the court did earlier; a person at the desk opens what is to come. */
  lateEntry?: boolean
}

export type RoomReason = 'room-unknown' | 'room-closed'
export type CourtSessionReason = RoomReason | 'session-over' | 'session-too-far-ahead' | 'session-exists'

/** The room exists on the Philadelphia day of that time (B27). */
export const checkRoom = (
  room: string,
  at: Instant,
  rooms: readonly RoomRow[],
  field: string,
): Refused<RoomReason> | undefined => {
  const own = rooms.filter(row => row.room === room)
  const on = cityDateOf(at)
  if (own.length === 0)
    return refuse('room-unknown', 'There is no such room; choose one from the list of rooms.', field)
  return findInForce(own, on)
    ? undefined
    : refuse('room-closed', `This room is not in use on ${on}; choose one that is.`, field)
}

export const acceptCourtSession = (
  facts: CourtSessionFacts,
  { room, startsAt }: CourtSessionOffered,
  now: Instant,
): { kind: 'accepted' } | Refused<CourtSessionReason> =>
  firstRefusal<CourtSessionReason>([
    () => checkRoom(room, startsAt, facts.rooms, 'room'),
    () =>
      isSessionOver(startsAt, now) && facts.lateEntry !== true
        ? refuse(
            'session-over',
            'A session that began so long ago is over; open one that begins now or later.',
            'startsAt',
          )
        : undefined,
    () =>
      startsAt > addHours(now, 24 * 60)
        ? refuse('session-too-far-ahead', 'Sessions open up to 60 days ahead; check the date.', 'startsAt')
        : undefined,
    () =>
      facts.alreadyOpened
        ? refuse('session-exists', 'This room has a session at this time; use that one.', 'startsAt')
        : undefined,
  ]) ?? { kind: 'accepted' }
