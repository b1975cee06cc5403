import { expect, test } from 'vitest'
import { departureBases } from '../departure.ts'
import { departureWords } from './departure-words.ts'

test('an order that holds is read before one that releases, however they were made', () => {
  expect(departureWords('commitment-bail-refused', ['RELEASE - ROR', 'HELD - BAIL REFUSED'])).toBe(
    'HELD - BAIL REFUSED; RELEASE - ROR',
  )
})

test('a hold of another authority is read instead of an order that would release', () => {
  expect(departureWords('held-for-other-authority', ['RELEASE - ROR'])).toBe('HELD - FOR ANOTHER AUTHORITY')
})

test('while something is undecided nobody reads RELEASE', () => {
  expect(departureWords(null, ['RELEASE - ROR'])).toMatch(/^HELD/)
})

test('every basis is read as HELD or RELEASE, and none as words that can be read two ways', () => {
  for (const basis of departureBases) {
    const words = departureWords(basis, ['HELD - $500, 10% TO POST ($50)'])
    expect(words).toMatch(/^(HELD|RELEASE) - /)
    expect(words).not.toMatch(/no bail/i)
  }
})
