import { findQuestion, parseTerms, templates } from '@pars/terms'
import { describe, expect, test } from 'vitest'
import { exampleBlanks } from '../terms/example-blanks.ts'
import { changeClass, changeQuestion, pointerOfClass, pointerOfQuestion, toggleQuestion } from './edit-terms.ts'

const terms = templates.warrants(exampleBlanks)

describe('editing terms', () => {
  test('a question is granted once, in its place, and can be taken away again', () => {
    const wider = toggleQuestion(toggleQuestion(terms, 'recent', true), 'recent', true)
    expect(wider.questions.map(({ kind }) => kind)).toEqual(['by-identifier', 'by-name-and-birth-date', 'recent'])
    expect(toggleQuestion(wider, 'recent', false)).toEqual(terms)
  })
  test('turning a question on again keeps what it said', () => {
    const changed = changeQuestion(terms, { kind: 'by-name-and-birth-date', possible: 3 })
    expect(findQuestion(toggleQuestion(changed, 'by-name-and-birth-date', true), 'by-name-and-birth-date')).toEqual({
      kind: 'by-name-and-birth-date',
      possible: 3,
    })
  })
  test('a class that may be used for nothing is not in the terms', () => {
    const wider = changeClass(terms, 'address', { visible: true })
    expect(wider.classes.find(each => each.class === 'address')).toMatchObject({ visible: true, filterable: false })
    expect(changeClass(wider, 'address', { visible: false })).toEqual(changeClass(terms, 'address', {}))
    expect(changeClass(terms, 'address', {}).classes.some(each => each.class === 'address')).toBe(false)
  })
  test('what is no longer seen leaves in no file', () => {
    const seen = changeClass(terms, 'custody', { visible: true, filterable: true, exportable: true })
    expect(changeClass(seen, 'custody', { visible: false }).classes.at(-1)).toEqual({
      class: 'custody',
      visible: false,
      filterable: true,
      exportable: false,
    })
  })
  test('a fault stands at the field that it is about', () => {
    const faulty = changeClass(terms, 'arrest', { filterable: false })
    const parsed = parseTerms(faulty)
    expect(parsed.kind === 'faulty' && parsed.faults[0]?.pointer).toMatch(
      new RegExp(`^${pointerOfQuestion(faulty, 'by-identifier')}`),
    )
    expect(pointerOfClass(terms, 'arrest')).toBe('/classes/1')
  })
})
