import { plainWords, summarize, templates, termsText } from '@pars/terms'
import { termsOf2017 } from '@pars/terms/stories'
import { expect, test } from 'vitest'
import { exampleBlanks } from './example-blanks.ts'
import { countRare, groupOfTerm, numberOfGroup, readTerms, termGroups } from './read-terms.ts'

const wide = termsOf2017(exampleBlanks)

test('a template has no rare grant', () => {
  for (const template of Object.values(templates)) expect(countRare(summarize(template(exampleBlanks)))).toBe(0)
})
test('the widest terms have their rare grants first', () => {
  const summary = summarize(wide)
  const rare = summary.slice(0, countRare(summary)).map(({ text }) => text)
  expect(rare[0]).toContain('born abroad')
  expect(rare.some(text => text.includes('home addresses'))).toBe(true)
  expect(rare.some(text => text.includes('about one person'))).toBe(false)
})
test('every sentence of terms has its heading', () => {
  const groups = new Set(plainWords(wide).map(({ pointer }) => groupOfTerm(pointer)))
  expect([...groups].toSorted()).toEqual([...termGroups].toSorted())
})
test('only the canonical text of terms is read', () => {
  expect(readTerms({ termsText: termsText(wide) })).toEqual(wide)
  expect(readTerms({ termsText: JSON.stringify(wide, null, 2) })).toBeUndefined()
})
test('the questions are section 3 of every agreement', () => {
  expect(numberOfGroup(groupOfTerm('/questions'))).toBe(3)
  expect(numberOfGroup(groupOfTerm('/questions/0/attributes/1'))).toBe(3)
  expect(termGroups.map(numberOfGroup)).toEqual([1, 2, 3, 4, 5, 6])
})
