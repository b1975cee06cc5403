import { describe, expect, test } from 'vitest'
import type { Allowance } from '../use-own.ts'
import { blankInquiry, citedBy, readInquiry } from './read-inquiry.ts'

const allowed = {
  agreement: 'removal-2017',
  questions: [
    { kind: 'by-name-and-birth-date', possible: 0 },
    { kind: 'by-attribute', attributes: ['district'] },
    { kind: 'recent', hours: 12 },
  ],
  purposes: [
    { code: 'criminal-investigation', cites: 'case', suffices: 'registered' },
    { code: 'custody', cites: 'none', suffices: 'unverified' },
  ],
} as unknown as Allowance

const form = (change: object) => ({ ...blankInquiry(allowed), purpose: 'custody', ...change })
const pointers = (given: ReturnType<typeof form>) => readInquiry(given, allowed).errors.map(({ pointer }) => pointer)

describe('the inquiry form', () => {
  test('begins with a question that the terms hold, and with what it may ask by', () => {
    expect(blankInquiry(allowed)).toMatchObject({
      question: 'by-name-and-birth-date',
      attribute: 'district',
      hours: '12',
      purpose: '',
      behalf: 'own unit',
    })
  })
  test('asks for a citation only where the purpose must cite', () => {
    expect(citedBy(allowed, 'criminal-investigation')).toBe('case')
    const typed = { last: 'Larch', bornOn: '1990-02-03' }
    expect(pointers(form({ ...typed, purpose: 'criminal-investigation' }))).toEqual(['/cites'])
    expect(pointers(form(typed))).toEqual([])
  })
  test('sends what was asked and nothing of the other questions', () => {
    const { body } = readInquiry(form({ last: ' Larch ', bornOn: '1990-02-03', value: 'N1', incident: '1' }), allowed)
    expect(body).toEqual({
      agreement: 'removal-2017',
      purpose: 'custody',
      cites: null,
      behalf: 'own unit',
      last: 'Larch',
      first: null,
      bornOn: '1990-02-03',
    })
  })
  test('reads a day as the beginning of that day in the city', () => {
    const asked = form({ question: 'by-attribute', attributeValue: '25', since: '7/1/2018' })
    expect(readInquiry(asked, allowed).body).toMatchObject({ attribute: 'district', since: '2018-07-01T04:00:00.000Z' })
  })
  test('names everything that is missing at once', () => {
    expect(pointers(form({ purpose: '', behalf: ' ' }))).toEqual(['/last', '/bornOn', '/purpose', '/behalf'])
    expect(pointers(form({ question: 'recent', hours: '0' }))).toEqual(['/hours'])
  })
})
