import { parseTerms, templates } from '@pars/terms'
import { expect, test } from 'vitest'
import { exampleBlanks } from '../terms/example-blanks.ts'
import { beginAfter, beginFrom, hasParts, isDraft } from './draft-state.ts'

const partner = { partnerId: 'prt_1', partner: 'Made-Up Agency', units: exampleBlanks.units }

test('a new draft lacks only code and dates, so that nobody puts an example on file', () => {
  const parsed = parseTerms(beginFrom('pretrial', partner).terms)
  expect(parsed.kind === 'faulty' && parsed.faults.map(({ pointer }) => pointer).toSorted()).toEqual([
    '/agreement',
    '/endsOn',
    '/startsOn',
  ])
})
test('the next version begins as what stands now', () => {
  const newest = templates.warrants(exampleBlanks)
  const { terms, before } = beginAfter('prt_1', newest, null)
  expect(before).toBe(newest)
  expect(terms).toEqual({ ...newest, version: 2 })
})
test('a draft of this program is known again after a reload, nothing else is', () => {
  const draft = beginFrom('warrants', partner)
  expect(isDraft(JSON.parse(JSON.stringify(draft)))).toBe(true)
  for (const other of [null, {}, { ...draft, terms: {} }, { ...draft, prose: undefined }, 'draft'])
    expect(isDraft(other)).toBe(false)
})
test('pasted JSON without the parts of terms is not taken over', () => {
  expect(hasParts(templates.pretrial(exampleBlanks))).toBe(true)
  expect(hasParts({ ...templates.pretrial(exampleBlanks), classes: {} })).toBe(false)
  expect(hasParts([])).toBe(false)
})
