const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const inCity = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', ...options })
const longDay = inCity({ year: 'numeric', month: 'long', day: 'numeric' })
const toSecond = inCity({
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** `August 31, 2018`, the day in the city. */
export const sayDay = (instant: string): string => longDay.format(Date.parse(instant))
/** `Aug 31, 2018, 23:59:59`: for acts whose second counts. */
export const saySecond = (instant: string): string => toSecond.format(Date.parse(instant))

const count = (value: number, one: string): string => `${value} ${one}${value === 1 ? '' : 's'}`

/** What is left until an instant, in the two units that matter: "41 days", "1 day 3 h", "12 min 7 s". Empty once it has come. */
export const leftUntil = (instant: string, now: number): string => {
  const left = Date.parse(instant) - now
  if (left <= 0) return ''
  const [days, hours] = [Math.floor(left / day), Math.floor((left % day) / hour)]
  if (days >= 3) return count(days, 'day')
  if (days >= 1) return hours === 0 ? count(days, 'day') : `${count(days, 'day')} ${hours} h`
  const minutes = Math.floor((left % hour) / minute)
  if (hours >= 1) return `${hours} h ${minutes} min`
  const seconds = Math.ceil((left % minute) / second)
  if (minutes >= 1) return seconds === 60 ? `${minutes + 1} min 0 s` : `${minutes} min ${seconds} s`
  return `${Math.ceil(left / second)} s`
}

/** How often a countdown changes: by the minute, and by the second in its last hour. */
export const stepUntil = (instant: string, now: number): number => (Date.parse(instant) - now <= hour ? second : minute)

/** The last day on which something holds that ends at an instant, half-open: an end at midnight is the day before's. */
export const lastDayOf = (endsAt: string): string => sayDay(new Date(Date.parse(endsAt) - 1).toISOString())

const isMidnight = (instant: string): boolean => saySecond(instant).endsWith('00:00:00')

/** "through August 31, 2018" for an end at midnight; "until Aug 31, 2018, 14:00:00" for every other. */
export const throughWords = (endsAt: string): string =>
  isMidnight(endsAt) ? `through ${lastDayOf(endsAt)}` : `until ${saySecond(endsAt)}`
