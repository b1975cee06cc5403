import { type Instant, instantOf, parsePlainDate } from '@pars/domain'
import { typedDate, typedTime } from '../ui/date-input.tsx'

const offsetHours = { EDT: 4, EST: 5 } as const
type Zone = keyof typeof offsetHours
const zones = ['EDT', 'EST'] as const

const wall = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})
const shownAt = (milliseconds: number) => {
  const parts = wall.formatToParts(milliseconds)
  const part = (type: string) => parts.find(candidate => candidate.type === type)?.value ?? ''
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` }
}

/** The instants at which the city's clock shows this: none in the hour that spring skips, two in the hour that fall repeats. */
const instantsOf = (date: string, time: string): [Zone, Instant][] =>
  zones.flatMap(zone => {
    const instant = instantOf(Date.parse(`${date}T${time}:00.000Z`) + offsetHours[zone] * 3_600_000)
    const shown = shownAt(Date.parse(instant))
    return shown.date === date && shown.time === time ? [[zone, instant] as [Zone, Instant]] : []
  })

export type CityInstant =
  | { kind: 'instant'; instant: Instant }
  | { kind: 'not-a-date' }
  | { kind: 'not-a-time' }
  | { kind: 'skipped' }
  | { kind: 'twice' }
  | { kind: 'other-zone' }

/**
 * The moment at which the city's clock shows a typed date and time. The two doubtful hours of the year are named, never
 * guessed: custody time is counted from this. `1:30 EDT` and `1:30 EST` tell the repeated hour apart.
 */
export const readCityInstant = (date: string, time: string): CityInstant => {
  const day = parsePlainDate(typedDate(date))
  if (!day) return { kind: 'not-a-date' }
  const zone = /\b(e[ds]t)\s*$/i.exec(time)?.[1]?.toUpperCase()
  const clock = typedTime(time.replace(/\s*e[ds]t\s*$/i, ''))
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(clock)) return { kind: 'not-a-time' }
  const candidates = instantsOf(day, clock)
  if (candidates.length === 0) return { kind: 'skipped' }
  const fitting = zone ? candidates.filter(([candidate]) => candidate === zone) : candidates
  if (fitting.length > 1) return { kind: 'twice' }
  const only = fitting[0]
  return only ? { kind: 'instant', instant: only[1] } : { kind: 'other-zone' }
}

/** An instant as a date and a time field hold it, in city time; the zone is said only where it decides. */
export const fieldsOfInstant = (instant: string): { date: string; time: string } => {
  const { date, time } = shownAt(Date.parse(instant))
  const candidates = instantsOf(date, time)
  const zone = candidates.find(([, candidate]) => Math.abs(Date.parse(candidate) - Date.parse(instant)) < 60_000)?.[0]
  return { date, time: candidates.length > 1 && zone ? `${time} ${zone}` : time }
}
