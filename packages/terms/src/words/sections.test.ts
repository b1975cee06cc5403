import { expect, test } from 'vitest'
import { termsOf2017 } from '../stories/terms-of-2017.ts'
import type { TemplateBlanks } from '../templates/template.ts'
import { templates } from '../templates/templates.ts'
import { plainWords } from './plain-words.ts'
import { countRare, numberOfSection, sectionOf, sections } from './sections.ts'
import { summarize } from './summarize.ts'

const blanks = {
  agreement: 'removal-2017',
  version: 1,
  partner: 'Made-Up Removal Agency',
  units: [{ code: 'removal-unit', name: 'Removal Unit', function: 'Removal' }],
  startsOn: '2017-09-01',
  endsOn: '2018-08-31',
} as unknown as TemplateBlanks
const wide = termsOf2017(blanks)

test('a template has no rare grant', () => {
  for (const template of Object.values(templates)) expect(countRare(summarize(template(blanks)))).toBe(0)
})
test('the widest terms have their rare grants first', () => {
  const summary = summarize(wide)
  const rare = summary.slice(0, countRare(summary)).map(({ text }) => text)
  expect(rare[0]).toContain('born abroad')
  expect(rare.some(text => text.includes('home addresses'))).toBe(true)
  expect(rare.some(text => text.includes('about one person'))).toBe(false)
})
test('every sentence of terms has its section, and no section is empty', () => {
  const found = new Set(plainWords(wide).map(({ pointer }) => sectionOf(pointer)))
  expect([...found].toSorted()).toEqual([...sections].toSorted())
})
test('the questions are section 3 of every agreement', () => {
  expect(numberOfSection(sectionOf('/questions'))).toBe(3)
  expect(numberOfSection(sectionOf('/questions/0/attributes/1'))).toBe(3)
  expect(sections.map(numberOfSection)).toEqual([1, 2, 3, 4, 5, 6])
})
