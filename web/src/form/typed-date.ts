import { type PlainDate, parsePlainDate } from '@pars/domain'

const shapes: readonly [RegExp, (parts: string[]) => string][] = [
  [/^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/, ([month, day, year]) => `${year}-${two(month)}-${two(day)}`],
  [/^(\d{2})(\d{2})(\d{4})$/, ([month, day, year]) => `${year}-${month}-${day}`],
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, ([year, month, day]) => `${year}-${two(month)}-${two(day)}`],
]
const two = (digits: string | undefined) => (digits ?? '').padStart(2, '0')

/** A date as people type it, month first (`11/22/2026`, `1-5-2026`, `11222026`) or ISO; undefined when it is not a real day. A year has four digits: two would be a guess. */
export const parseTypedDate = (typed: string): PlainDate | undefined => {
  const text = typed.trim()
  for (const [shape, iso] of shapes) {
    const match = shape.exec(text)
    if (match) return parsePlainDate(iso(match.slice(1)))
  }
  return undefined
}

/** `2026-11-22` as `11/22/2026`, the form in which a field shows it and takes it back. */
export const formatTypedDate = (date: string): string => {
  const [year, month, day] = date.split('-')
  return `${month}/${day}/${year}`
}
