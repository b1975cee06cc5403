import { expect, test } from 'vitest'
import { parseWholeNumber } from './whole-number.ts'

test.each([
  ['12', 12],
  [' 1,000 ', 1000],
  ['1000', 1000],
  ['0', 0],
])('%j is %i', (typed, number) => {
  expect(parseWholeNumber(typed)).toBe(number)
})
test.each(['', 'ten', '1.5', '-3', '1,00', '1e3', '0x10'])('%j is no whole number', typed => {
  expect(parseWholeNumber(typed)).toBeNaN()
})
