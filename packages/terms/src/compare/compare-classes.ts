import type { ClassTerm, Terms } from '../terms.ts'
import { classNames } from '../words/names.ts'
import { narrows, pairsOf, type TermsChange, widens } from './change.ts'

const uses = {
  visible: { now: 'The partner now sees', never: 'The partner no longer sees' },
  filterable: { now: 'Questions may now find people by', never: 'Questions may no longer find people by' },
  exportable: { now: 'Files may now hold', never: 'Files may no longer hold' },
} as const

const nothing = { visible: false, filterable: false, exportable: false }

const compareClass = (was: ClassTerm | undefined, is: ClassTerm | undefined, pointer: string): TermsChange[] => {
  const name = (is ?? was)?.class
  if (name === undefined) return []
  return (['visible', 'filterable', 'exportable'] as const).flatMap(use => {
    const [could, can] = [(was ?? nothing)[use], (is ?? nothing)[use]]
    if (could === can) return []
    return can
      ? [widens(`${pointer}/${use}`, `${uses[use].now} ${classNames[name]}.`)]
      : [narrows(`${pointer}/${use}`, `${uses[use].never} ${classNames[name]}.`)]
  })
}

export const compareClasses = (older: Terms, newer: Terms): TermsChange[] =>
  pairsOf(older.classes, newer.classes, each => each.class).flatMap(({ was, is, index }) =>
    compareClass(was, is, `/classes/${index}`),
  )
