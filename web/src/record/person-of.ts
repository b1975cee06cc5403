import type { PresentedReport } from '@pars/contract'
import { ageOn, cityDateOf } from '@pars/domain'

type Name = PresentedReport['person']['names'][number]

/** "Quill, Marisol A., Jr.": last name first, then what there is of the others. */
export const wholeName = ({ last, first, middle, suffix }: Name): string =>
  [last, [first, middle].filter(Boolean).join(' '), suffix].filter(Boolean).join(', ')

/** The name that stands first on the report. */
export const nameOf = ({ person }: Pick<PresentedReport, 'person'>): string => {
  const name = person.names[0]
  return name ? wholeName(name) : ''
}

/** Whole years on the day of the arrest; null where the birth date is not known. */
export const ageOf = ({ person, arrestedAt }: Pick<PresentedReport, 'person' | 'arrestedAt'>): number | null =>
  person.bornOn === null ? null : ageOn(person.bornOn, cityDateOf(arrestedAt))
