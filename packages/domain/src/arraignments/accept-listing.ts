import { firstRefusal, type Refused, refuse } from '../decision.ts'
import type { RoomRow } from '../reference/rows.ts'
import type { Instant } from '../time/instant.ts'
import { checkRoom, isSessionOver, type RoomReason } from './accept-court-session.ts'

export const slotsOfSession = 200

export interface ListingFacts {
  /** The complaint is filed, so that there is a docket. */
  filed: boolean
  /** The docket's newest listing still stands: neither held nor marked not produced. */
  listed: boolean
  arraigned: boolean
  /** The person has left custody. */
  left: boolean
  session: { room: string; startsAt: Instant }
  rooms: readonly RoomRow[]
  slotTaken: boolean
  /** The court's own system enters what the court did earlier: the session may be over. */
  lateEntry?: boolean
}

export type ListingReason =
  | RoomReason
  | 'complaint-not-filed'
  | 'already-listed'
  | 'already-arraigned'
  | 'person-has-left'
  | 'session-over'
  | 'slot-range'
  | 'slot-taken'

/** Puts a docket into a slot (1 to 200) of a court session. */
export const acceptListing = (
  facts: ListingFacts,
  { slot }: { slot: number },
  now: Instant,
): { kind: 'accepted' } | Refused<ListingReason> =>
  firstRefusal<ListingReason>([
    () =>
      facts.filed
        ? undefined
        : refuse('complaint-not-filed', 'Nobody is arraigned without a filed complaint; file the complaint first.'),
    () =>
      facts.arraigned
        ? refuse('already-arraigned', 'The preliminary arraignment on this docket was held; it is held once.')
        : undefined,
    () =>
      facts.left
        ? refuse('person-has-left', 'The person is no longer in custody; serve the summons instead.')
        : undefined,
    () =>
      facts.listed
        ? refuse('already-listed', 'This docket is in a session already; mark it not produced before listing it again.')
        : undefined,
    () =>
      isSessionOver(facts.session.startsAt, now) && facts.lateEntry !== true
        ? refuse('session-over', 'This session is over; choose one that is open or still to come.', 'courtSessionId')
        : undefined,
    () => checkRoom(facts.session.room, facts.session.startsAt, facts.rooms, 'courtSessionId'),
    () =>
      Number.isInteger(slot) && slot >= 1 && slot <= slotsOfSession
        ? undefined
        : refuse('slot-range', `A session has slots 1 to ${slotsOfSession}; choose one of them.`, 'slot'),
    () => (facts.slotTaken ? refuse('slot-taken', 'This slot is taken; choose the next free one.', 'slot') : undefined),
  ]) ?? { kind: 'accepted' }
