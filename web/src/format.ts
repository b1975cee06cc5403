import { sayDay, saySecond } from '@pars/domain'

/** The city's time zone: every clock on every screen and paper shows it, wherever the reader sits. */
export const cityZone = 'America/New_York'

const formatter = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-US', { timeZone: cityZone, ...options })
const time = formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const dayAndTime = formatter({ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const full = formatter({
  weekday: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const dayOnly = formatter({ year: 'numeric', month: '2-digit', day: '2-digit' })
const numbers = new Intl.NumberFormat('en-US')
const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 })
const cents = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })

/** `03:02`, with the day before it (`Nov 21, 03:02`) when it is not the reader's today. */
export const formatTime = (instant: string, now?: number): string => {
  const at = Date.parse(instant)
  if (now !== undefined && dayOnly.format(at) !== dayOnly.format(now)) return dayAndTime.format(at)
  return time.format(at)
}
export const formatDateTime = (instant: string): string => dayAndTime.format(Date.parse(instant))
/** `Sunday, November 22, 2026 at 03:02`. */
export const formatFullDateTime = (instant: string): string => full.format(Date.parse(instant))

/** `August 31, 2018`, the day in the city. */
export const formatDay = sayDay
/** `Aug 31, 2018, 23:59:59`: for acts whose second counts. */
export const formatSecond = saySecond

/** `17:42` from milliseconds; never negative. Hours run on past 99. */
export const formatHeld = (milliseconds: number): string => {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000))
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** `04/17/1992` from `1992-04-17`, without going through a Date. Other text is given back as it is. */
export const formatPlainDate = (date: string): string => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  return match ? `${match[2]}/${match[3]}/${match[1]}` : date
}

export const formatNumber = (value: number): string => numbers.format(value)
/** `$25,000`, with cents only where there are some. */
export const formatMoney = (amountCents: number): string =>
  (amountCents % 100 === 0 ? dollars : cents).format(amountCents / 100)

const offsetMinutes = (at: number): number => {
  const parts = formatter({
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find(each => each.type === type)?.value)
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return Math.round((wall - Math.floor(at / 60_000) * 60_000) / 60_000)
}

/** The instant, with its offset, of a wall-clock date (`2026-11-22`) and time (`03:02`) in the city. */
export const instantOfCity = (date: string, clock: string): string => {
  const wall = Date.parse(`${date}T${clock}:00Z`)
  if (Number.isNaN(wall)) return `${date}T${clock}`
  const offset = offsetMinutes(wall - offsetMinutes(wall) * 60_000)
  const sign = offset < 0 ? '-' : '+'
  const two = (value: number) => String(value).padStart(2, '0')
  const absolute = Math.abs(offset)
  return `${date}T${clock}:00${sign}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`
}

/** Date and time in the city, as the inputs want them: `{ date: '2026-11-22', clock: '03:02' }`. */
export const cityParts = (instant: string): { date: string; clock: string } => {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) return { date: '', clock: '' }
  const [month, day, year] = dayOnly.format(at).split('/')
  return { date: `${year}-${month}-${day}`, clock: time.format(at) }
}
