declare const brand: unique symbol

/** A moment, ISO 8601 in UTC with milliseconds: `2018-08-31T23:59:59.000Z`. */
export type Instant = string & { readonly [brand]: 'instant' }

/** A calendar date without a time, `YYYY-MM-DD`. Never goes through a JavaScript `Date`: time zones move birthdays. */
export type PlainDate = string & { readonly [brand]: 'plain-date' }

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** A real calendar date from 1850 to 2199, or undefined. */
export const parsePlainDate = (text: string): PlainDate | undefined => {
  const match = datePattern.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1850 || year > 2199 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined
  return text as PlainDate
}

/** An instant from ISO 8601 text that carries its offset, or undefined. `2026-02-30T…` is not rolled over but refused. */
export const parseInstant = (text: string): Instant | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined
  if (!parsePlainDate(text.slice(0, 10))) return undefined
  const milliseconds = Date.parse(text)
  return Number.isNaN(milliseconds) ? undefined : instantOf(milliseconds)
}

export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant
export const millisecondsOf = (instant: Instant): number => Date.parse(instant)
export const hoursBetween = (from: Instant, to: Instant): number =>
  (millisecondsOf(to) - millisecondsOf(from)) / 3_600_000

const cityDate = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The Philadelphia calendar day on which an instant falls. */
export const cityDateOf = (instant: Instant): PlainDate => cityDate.format(millisecondsOf(instant)) as PlainDate

const dateNumbers = (date: PlainDate): [number, number, number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
]

const utcOf = (date: PlainDate): number => {
  const [year, month, day] = dateNumbers(date)
  return Date.UTC(year, month - 1, day)
}

/** The calendar date some days later (or earlier). */
export const addDays = (date: PlainDate, days: number): PlainDate =>
  new Date(utcOf(date) + days * 86_400_000).toISOString().slice(0, 10) as PlainDate

/** 0 is Sunday. */
export const weekdayOf = (date: PlainDate): number => new Date(utcOf(date)).getUTCDay()

/** The next day that is neither Saturday, Sunday nor a court holiday. */
export const nextBusinessDay = (date: PlainDate, holidays: readonly PlainDate[]): PlainDate => {
  const next = addDays(date, 1)
  const isFree = weekdayOf(next) === 0 || weekdayOf(next) === 6 || holidays.includes(next)
  return isFree ? nextBusinessDay(next, holidays) : next
}

export const addHours = (instant: Instant, hours: number): Instant =>
  instantOf(millisecondsOf(instant) + Math.round(hours * 3_600_000))

/** Clocks of two machines differ a little: a time up to two minutes ahead is not "in the future". */
export const isInFuture = (instant: Instant, now: Instant): boolean =>
  millisecondsOf(instant) > millisecondsOf(now) + 120_000
