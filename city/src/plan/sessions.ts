import { sessionHours } from '../figures/conduct.ts'
import { addDays, hours, momentAt, wallTimeOf } from '../time/city-time.ts'
import type { PlannedSession } from './act.ts'

const sessionAt = (date: string, hour: number): PlannedSession => {
  const startsAt = momentAt(date, hour)
  return { key: `${date}T${String(hour).padStart(2, '0')}`, startsAt, openedAt: startsAt - 5 * hours }
}

/** The sittings that begin from one moment up to, not including, another. */
export const sessionsBetween = (from: number, to: number): PlannedSession[] => {
  const found: PlannedSession[] = []
  for (let date = wallTimeOf(from).date; momentAt(date, 0) < to; date = addDays(date, 1))
    for (const hour of sessionHours.value) {
      const session = sessionAt(date, hour)
      if (session.startsAt >= from && session.startsAt < to) found.push(session)
    }
  return found
}

/** The first sitting that begins at or after a moment. */
export const sessionAfter = (moment: number): PlannedSession => {
  const [first] = sessionsBetween(moment, moment + 9 * hours)
  if (first === undefined) throw new RangeError('the arraignment court sits every few hours')
  return first
}
