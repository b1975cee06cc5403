import { addHours, type Instant, isSessionOver, type PlainDate } from '@pars/domain'
import { cityParts } from '../format.ts'

interface Session {
  courtSessionId: string
  startsAt: string
}

export type SessionPhase = 'over' | 'now' | 'ahead'

/** Sessions begin about every four hours; the one before is over for the list when the next begins, for the rule a little later. */
const sittingHours = 4

export const phaseOf = ({ startsAt }: Session, now: string): SessionPhase => {
  if (startsAt > now) return 'ahead'
  return addHours(startsAt as Instant, sittingHours) > now ? 'now' : 'over'
}

/** The sessions that can still take a docket, earliest first. */
export const openSessions = <S extends Session>(sessions: readonly S[], now: string): S[] =>
  sessions
    .filter(({ startsAt }) => !isSessionOver(startsAt as Instant, now as Instant))
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))

/** The session that a docket most likely goes into: the one that sits now, else the next one, else one that runs over. */
export const usualSession = <S extends Session>(sessions: readonly S[], now: string): S | undefined => {
  const open = openSessions(sessions, now)
  return (
    open.findLast(session => phaseOf(session, now) === 'now') ??
    open.find(session => phaseOf(session, now) === 'ahead') ??
    open.at(-1)
  )
}

/** The next of the day's usual hours (every four, from midnight), as the fields of a form. */
export const nextUsualStart = (now: number): { date: PlainDate; time: string } => {
  const { clock } = cityParts(new Date(now).toISOString())
  const hour = Math.ceil((Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) + 1) / 240) * 4
  const start = hour === 24 ? now + 24 * 3_600_000 : now
  return {
    date: cityParts(new Date(start).toISOString()).date as PlainDate,
    time: `${String(hour % 24).padStart(2, '0')}:00`,
  }
}
