import { describe, expect, test } from 'vitest'
import { lastDayOf, leftUntil, stepUntil, throughWords } from './until.ts'

const end = '2018-09-01T04:00:00.000Z'
const before = (milliseconds: number) => Date.parse(end) - milliseconds

describe('what is left of an agreement', () => {
  test.each([
    [41 * 86_400_000, '41 days'],
    [27 * 3_600_000, '1 day 3 h'],
    [24 * 3_600_000, '1 day'],
    [2 * 3_600_000 + 60_000, '2 h 1 min'],
    [727_000, '12 min 7 s'],
    [119_500, '2 min 0 s'],
    [9_400, '10 s'],
    [1, '1 s'],
    [0, ''],
    [-5, ''],
  ])('%i ms before its end is "%s"', (left, words) => {
    expect(leftUntil(end, before(left))).toBe(words)
  })
  test('changes by the second in the last hour only', () => {
    expect(stepUntil(end, before(3_600_001))).toBe(60_000)
    expect(stepUntil(end, before(3_600_000))).toBe(1000)
  })
})

describe('the end in words', () => {
  test('an end at midnight belongs to the day before', () => {
    expect(lastDayOf(end)).toBe('August 31, 2018')
    expect(throughWords(end)).toBe('through August 31, 2018')
  })
  test('an end at another time names it', () => {
    expect(throughWords('2018-08-31T18:00:05.000Z')).toBe('until Aug 31, 2018, 14:00:05')
  })
})
