import { type Instant, instantOf, type PlainDate } from '@pars/domain'
import { formatTypedDate } from './typed-date.ts'

export const cityZones = { EDT: 4, EST: 5 } as const
type Zone = keyof typeof cityZones

export interface TypedTime {
  hour: number
  minute: number
  /** Typed only where the clock is turned back and an hour comes twice. */
  zone: Zone | undefined
}

const shape = /^(\d{1,2}):?(\d{2}) ?(?:([ap])(?:\.?m\.?)?)?(?: ?(est|edt))?$/

/** A time as people type it: `2330`, `23:30`, `930`, `9:30 pm`, `1:30 EDT`; undefined when there is no such time. */
export const parseTypedTime = (typed: string): TypedTime | undefined => {
  const match = shape.exec(typed.trim().toLowerCase())
  if (!match) return undefined
  const [, hours, minutes, half, zone] = match
  const hour = hourOf(Number(hours), half)
  const minute = Number(minutes)
  if (hour === undefined || hour > 23 || minute > 59) return undefined
  return { hour, minute, zone: zone?.toUpperCase() as Zone | undefined }
}

const hourOf = (hour: number, half: string | undefined): number | undefined => {
  if (!half) return hour
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'p' ? 12 : 0)
}

const wall = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})
const partsOf = (instant: Instant | number) => {
  const parts = wall.formatToParts(typeof instant === 'number' ? instant : Date.parse(instant))
  const part = (type: string) => parts.find(candidate => candidate.type === type)?.value ?? ''
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  }
}

/** The instants at which the city's clock shows this: none in the hour that spring skips, two in the hour that fall repeats. */
const instantsOf = (date: PlainDate, typed: TypedTime): [Zone, Instant][] => {
  const two = (n: number) => String(n).padStart(2, '0')
  const time = `${two(typed.hour)}:${two(typed.minute)}`
  return (Object.keys(cityZones) as Zone[]).flatMap(zone => {
    const instant = instantOf(Date.parse(`${date}T${time}:00.000Z`) + cityZones[zone] * 3_600_000)
    const shown = partsOf(instant)
    return shown.date === date && shown.time === time ? [[zone, instant] as [Zone, Instant]] : []
  })
}

export type CityInstant =
  | { kind: 'instant'; instant: Instant }
  | { kind: 'skipped' }
  | { kind: 'twice' }
  | { kind: 'other-zone' }

/** The moment at which the city's clock shows that date and time. The two doubtful hours of the year are named, never guessed: custody time is counted from this. */
export const cityInstantOf = (date: PlainDate, typed: TypedTime): CityInstant => {
  const candidates = instantsOf(date, typed)
  if (candidates.length === 0) return { kind: 'skipped' }
  const fitting = typed.zone ? candidates.filter(([zone]) => zone === typed.zone) : candidates
  if (fitting.length > 1) return { kind: 'twice' }
  const only = fitting[0]
  return only ? { kind: 'instant', instant: only[1] } : { kind: 'other-zone' }
}

/** An instant as a pair of fields shows it and takes it back, in city time; the zone is said only where it decides. */
export const formatTypedInstant = (instant: Instant | string): { date: string; time: string } => {
  const { date, time } = partsOf(Date.parse(instant))
  const [hour, minute] = time.split(':').map(Number)
  const candidates = instantsOf(date as PlainDate, { hour: hour ?? 0, minute: minute ?? 0, zone: undefined })
  const zone = candidates.find(([, candidate]) => Math.abs(Date.parse(candidate) - Date.parse(instant)) < 60_000)?.[0]
  return { date: formatTypedDate(date), time: candidates.length > 1 && zone ? `${time} ${zone}` : time }
}
