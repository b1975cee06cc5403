import { describe, expect, it } from 'vitest'
import { formatTypedDollars, parseTypedDollars } from './typed-money.ts'

describe('typed dollars', () => {
  it.each([
    ['25000', 2_500_000],
    ['$25,000', 2_500_000],
    ['25k', 2_500_000],
    ['0', 0],
    ['100.50', 10_050],
    ['$ 1,000,000.00', 100_000_000],
  ])('%s is %i cents', (typed, cents) => expect(parseTypedDollars(typed)).toBe(cents))
  it.each(['', '-5', '25,00', '1.5', '1,0000', 'ten', '$', '99999999999999999999'])('%j is no amount', typed =>
    expect(parseTypedDollars(typed)).toBeUndefined(),
  )
  it('come back into their field as they are read aloud', () => {
    expect(formatTypedDollars(2_500_000)).toBe('25,000')
    expect(formatTypedDollars(10_050)).toBe('100.50')
  })
})
