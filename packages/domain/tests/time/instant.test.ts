import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addHours,
  cityDateOf,
  hoursBetween,
  instantOf,
  isInFuture,
  millisecondsOf,
  nextBusinessDay,
  parseInstant,
  parsePlainDate,
  weekdayOf,
} from '../../src/index.ts'
import { instants, plainDates } from '../arbitraries.ts'
import { at, day } from '../examples.ts'

const pad = (number: number): string => String(number).padStart(2, '0')
const offsets = fc
  .record({
    sign: fc.constantFrom('+', '-'),
    hours: fc.integer({ min: 0, max: 14 }),
    minutes: fc.constantFrom(0, 30, 45),
  })
  .map(({ sign, hours, minutes }) => ({
    text: `${sign}${pad(hours)}:${pad(minutes)}`,
    milliseconds: (sign === '+' ? 1 : -1) * (hours * 60 + minutes) * 60_000,
  }))

describe('an instant', () => {
  test('written and read again is itself, to the millisecond', () => {
    fc.assert(
      fc.property(instants, instant => {
        expect(parseInstant(instant)).toBe(instant)
        expect(instantOf(millisecondsOf(instant))).toBe(instant)
      }),
    )
  })

  test('is the same whatever offset it is written with', () => {
    fc.assert(
      fc.property(instants, offsets, (instant, offset) => {
        const local = instantOf(millisecondsOf(instant) + offset.milliseconds)
        expect(parseInstant(`${local.slice(0, -1)}${offset.text}`)).toBe(instant)
      }),
    )
  })

  test('sorts as text in the order of time', () => {
    fc.assert(
      fc.property(instants, instants, (one, other) => {
        expect(one < other).toBe(millisecondsOf(one) < millisecondsOf(other))
      }),
    )
  })

  test('some hours later is that many hours away, also through the nights when clocks change', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -500, max: 500 }), (instant, hours) => {
        expect(hoursBetween(instant, addHours(instant, hours))).toBe(hours)
      }),
    )
    expect(hoursBetween(at('2026-03-07T12:00:00-05:00'), at('2026-03-08T12:00:00-04:00'))).toBe(23)
    expect(hoursBetween(at('2026-10-31T12:00:00-04:00'), at('2026-11-01T12:00:00-05:00'))).toBe(25)
  })

  test.each([
    '2026-02-30T01:00:00Z',
    '2025-02-29T01:00:00-05:00',
    '2026-13-01T01:00:00Z',
    '2026-01-01T27:00:00Z',
    '2026-01-01T24:01:00Z',
    '2026-01-01T01:60:00Z',
    '2026-01-01T01:00:60Z',
    '2026-01-01T01:00:00+99:00',
    '2026-01-01T01:00:00',
    '2026-01-01',
    '2026-01-01 01:00:00Z',
    '20260101T010000Z',
    '1',
    '',
  ])('is not %s', text => {
    expect(parseInstant(text)).toBeUndefined()
  })

  test('two minutes ahead is still the present, for two machines differ; more is the future', () => {
    const now = at('2026-01-06T03:12:00-05:00')
    expect(isInFuture(addHours(now, 2 / 60), now)).toBe(false)
    expect(isInFuture(addHours(now, 3 / 60), now)).toBe(true)
  })
})

describe('a Philadelphia day', () => {
  test('is the same all day long, and turns at the city’s own midnight', () => {
    expect(cityDateOf(at('2026-07-04T03:59:59Z'))).toBe('2026-07-03')
    expect(cityDateOf(at('2026-07-04T04:00:00Z'))).toBe('2026-07-04')
    expect(cityDateOf(at('2026-01-01T04:59:59.999Z'))).toBe('2025-12-31')
    expect(cityDateOf(at('2026-01-01T05:00:00Z'))).toBe('2026-01-01')
  })

  test('lasts 23 hours once a year and 25 hours once', () => {
    const hoursOf = (date: string) => {
      const start = at(`${date}T00:00:00Z`)
      return Array.from({ length: 40 }, (_, hour) => addHours(start, hour)).filter(hour => cityDateOf(hour) === date)
        .length
    }
    expect(hoursOf('2026-03-08')).toBe(23)
    expect(hoursOf('2026-11-01')).toBe(25)
    expect(hoursOf('2026-03-09')).toBe(24)
  })

  test('never turns back as time goes on, and no day is left out', () => {
    fc.assert(
      fc.property(instants, instant => {
        const [today, anHourOn] = [cityDateOf(instant), cityDateOf(addHours(instant, 1))]
        expect([today, addDays(today, 1)]).toContain(anHourOn)
        expect(parsePlainDate(today)).toBe(today)
      }),
    )
  })
})

describe('a plain date', () => {
  test('written and read again is itself', () => {
    fc.assert(
      fc.property(plainDates, date => {
        expect(parsePlainDate(date)).toBe(date)
      }),
    )
  })

  test('some days on and as many back is itself, and its weekday moves along', () => {
    fc.assert(
      fc.property(plainDates, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date)
        expect(weekdayOf(addDays(date, days))).toBe((((weekdayOf(date) + days) % 7) + 7) % 7)
      }),
    )
  })

  test('is one day after another through the year, leap days and clock changes included', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29')
    expect(addDays(day('2026-02-28'), 1)).toBe('2026-03-01')
    expect(addDays(day('2100-02-28'), 1)).toBe('2100-03-01')
    expect(addDays(day('2026-03-07'), 1)).toBe('2026-03-08')
    expect(addDays(day('2026-11-01'), 1)).toBe('2026-11-02')
  })

  test.each([
    '2026-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '1849-12-31',
    '2200-01-01',
    '01/06/2026',
    '',
  ])('is not %j', text => {
    expect(parsePlainDate(text)).toBeUndefined()
  })
})

describe('the next business day', () => {
  test('skips the weekend and the holidays of the court', () => {
    expect(weekdayOf(day('2026-01-16'))).toBe(5)
    expect(nextBusinessDay(day('2026-01-15'), [])).toBe('2026-01-16')
    expect(nextBusinessDay(day('2026-01-16'), [])).toBe('2026-01-19')
    expect(nextBusinessDay(day('2026-01-16'), [day('2026-01-19')])).toBe('2026-01-20')
  })
})
