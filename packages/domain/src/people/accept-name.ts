import { firstRefusal, type Refused } from '../decision.ts'
import { checkNamePart, type NamePartReason } from '../text/check-text.ts'
import type { PersonName } from './person.ts'

const parts = [
  ['last', 'last name'],
  ['first', 'first name'],
  ['middle', 'middle name'],
  ['suffix', 'suffix'],
] as const

/** Accepts a name exactly as given, or says which part of it no name can hold. `at` is the name's path in the paper. */
export const acceptName = (
  name: PersonName,
  at: string,
): { kind: 'accepted'; name: PersonName } | Refused<NamePartReason> => {
  const refused = firstRefusal(
    parts.map(
      ([part, label]) =>
        () =>
          checkNamePart(name[part], { label, at: `${at}.${part}` }),
    ),
  )
  return refused ?? { kind: 'accepted', name }
}
