import { describe, expect, test } from 'vitest'
import { ageOn } from '../../src/index.ts'
import { day } from '../examples.ts'

describe('an age', () => {
  test('turns on the birthday itself', () => {
    expect(ageOn(day('2008-01-06'), day('2026-01-05'))).toBe(17)
    expect(ageOn(day('2008-01-06'), day('2026-01-06'))).toBe(18)
  })

  test('of somebody born on February 29 turns on March 1 of a common year, on the day itself of a leap year', () => {
    expect(ageOn(day('2008-02-29'), day('2026-02-28'))).toBe(17)
    expect(ageOn(day('2008-02-29'), day('2026-03-01'))).toBe(18)
    expect(ageOn(day('2008-02-29'), day('2028-02-29'))).toBe(20)
  })
})
