import { describe, expect, test } from 'vitest'
import { addDays, findInForce, isInForce } from '../../src/index.ts'
import { day } from '../examples.ts'

const sixth = { validFrom: day('1900-01-01'), validTo: day('2024-05-01') }
const reopened = { validFrom: day('2025-01-01'), validTo: null }

describe('B39', () => {
  test('B39: a row of reference data holds from its first day to the day before its end', () => {
    expect(isInForce(sixth, day('1900-01-01'))).toBe(true)
    expect(isInForce(sixth, day('2024-04-30'))).toBe(true)
    expect(isInForce(sixth, day('2024-05-01'))).toBe(false)
    expect(isInForce(reopened, day('2199-12-31'))).toBe(true)
    expect(isInForce(reopened, addDays(reopened.validFrom, -1))).toBe(false)
  })

  test('B39: what is judged is judged by the row of its own day, and by none where none held', () => {
    const rows = [reopened, sixth]
    expect(findInForce(rows, day('2000-06-01'))).toBe(sixth)
    expect(findInForce(rows, day('2025-06-01'))).toBe(reopened)
    expect(findInForce(rows, day('2024-07-01'))).toBeUndefined()
  })
})
