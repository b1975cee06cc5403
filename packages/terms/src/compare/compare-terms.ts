import type { Terms } from '../terms.ts'
import { plainWords } from '../words/plain-words.ts'
import type { Sentence } from '../words/sentence.ts'
import { changes, type TermsChange } from './change.ts'
import { compareClasses } from './compare-classes.ts'
import { comparePurposes } from './compare-purposes.ts'
import { compareQuestions } from './compare-questions.ts'
import { compareExtent } from './compare-reach.ts'

/** Terms that bind without widening or narrowing what can be got: told in the words of the newer version. */
const otherTerms = [
  'agreement',
  'partner',
  'governs',
  'obligations',
  'notice',
  'emergencyStop',
  'confirmationOutage',
  'feeCents',
] as const

const saidOf = (terms: Terms, key: string): Sentence[] =>
  plainWords(terms).filter(({ pointer }) => pointer === `/${key}` || pointer.startsWith(`/${key}/`))

const compareOthers = (older: Terms, newer: Terms): TermsChange[] =>
  otherTerms.flatMap(key => {
    if (JSON.stringify(older[key]) === JSON.stringify(newer[key])) return []
    const before = saidOf(older, key).map(({ text }) => text)
    const fresh = saidOf(newer, key).filter(({ text }) => !before.includes(text))
    const now = new Set(saidOf(newer, key).map(({ text }) => text))
    const gone = saidOf(older, key).filter(({ text }) => !now.has(text))
    const isReordered = fresh.length === 0 && gone.length === 0
    return [
      ...fresh.map(({ pointer, text }) => changes(pointer, `New: ${text}`)),
      ...gone.map(({ pointer, text }) => changes(pointer, `No longer: ${text}`)),
      ...(isReordered ? [changes(`/${key}`, 'The same duties stand in another order.')] : []),
    ]
  })

/** What a newer version changes, in plain words: widenings first, for these are what a vote must not overlook. */
export const compareTerms = (older: Terms, newer: Terms): TermsChange[] => {
  const all = [
    ...compareQuestions(older, newer),
    ...compareClasses(older, newer),
    ...comparePurposes(older, newer),
    ...compareExtent(older, newer),
    ...compareOthers(older, newer),
  ]
  return (['widening', 'narrowing', 'other'] as const).flatMap(direction =>
    all.filter(each => each.direction === direction),
  )
}

/** The same records said in another way: of `/population`, nothing else is neither wider nor narrower. */
const isReworded = ({ direction, pointer }: TermsChange): boolean => direction === 'other' && pointer === '/population'

/** Whether the newer version takes away and does nothing else: then the notice clause may carry it, without the partner's acceptance. */
export const isNarrowing = (older: Terms, newer: Terms): boolean =>
  compareTerms(older, newer).every(change => change.direction === 'narrowing' || isReworded(change))
