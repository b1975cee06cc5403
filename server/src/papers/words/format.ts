import type { Grade, PersonName } from '@pars/domain'
import { ungraded } from './paper-words.ts'

const zone = 'America/New_York'
const dayAndTime = new Intl.DateTimeFormat('en-US', {
  timeZone: zone,
  weekday: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
})

/** `Friday, December 4, 2026 at 9:00 AM`, in the city: a paper goes to people who read no 24-hour clock, and stays when no screen explains it. */
export const formatWhen = (instant: string): string => dayAndTime.format(Date.parse(instant)).replaceAll('\u202f', ' ')

/** `04/17/1992` from `1992-04-17`, without going through a Date. */
export const formatDay = (date: string): string => {
  const [year, month, day] = date.split('-')
  return `${month}/${day}/${year}`
}

export const formatGrade = (grade: Grade, labels: ReadonlyMap<string, string>): string =>
  grade === null ? ungraded : labels.has(grade) ? `${grade} (${labels.get(grade)})` : grade

/** `Quill, Marisol, Jr.`: the family name first, so that nobody has to guess which it is in a script they can't read. */
export const formatName = ({ last, first, middle, suffix }: PersonName): string =>
  [last, [first, middle].filter(part => part !== null && part !== '').join(' '), suffix ?? '']
    .filter(part => part !== '')
    .join(', ')
