import { describe, expect, test } from 'vitest'
import { barOf, isLoudHour } from './held-clock.tsx'

const hours = (count: number) => count * 3_600_000

describe('the bar of hours held', () => {
  test('is longer for whoever is held longer, whatever alarm was passed between', () => {
    const bars = [1, 1.9, 2.1, 10.3, 12.1, 19].map(each => barOf(hours(each)))
    expect(bars).toEqual(bars.toSorted((a, b) => a - b))
    expect(new Set(bars).size).toBe(bars.length)
  })
  test('is full at the goal and stays so', () => expect([barOf(hours(20)), barOf(hours(44))]).toEqual([100, 100]))
})

test('an hour before the goal is a step on the way, from the goal on it is an alarm', () =>
  expect([2, 12, 20, 44].map(isLoudHour)).toEqual([false, false, true, true]))
