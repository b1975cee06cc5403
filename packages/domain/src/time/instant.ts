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
