import { describe, expect, it } from 'vitest'
import { fieldsOfInstant, readCityInstant } from './city-instant.ts'

describe('a moment on the city clock', () => {
  it.each([
    ['11/22/2026', '2330', '2026-11-23T04:30:00.000Z'],
    ['11222026', '23:30', '2026-11-23T04:30:00.000Z'],
    ['2026-11-22', '11:30 pm', '2026-11-23T04:30:00.000Z'],
    ['7/4/2026', '2330', '2026-07-05T03:30:00.000Z'],
    ['1-5-2026', '930', '2026-01-05T14:30:00.000Z'],
    ['01/05/2026', '0000', '2026-01-05T05:00:00.000Z'],
  ])('%s %s is read as people type it: %s', (date, time, instant) =>
    expect(readCityInstant(date, time)).toEqual({ kind: 'instant', instant }),
  )
  it.each(['', '11/22/26', '22/11/2026', '2/29/2026', 'today'])('%j is no date: nothing is guessed', date =>
    expect(readCityInstant(date, '2330')).toEqual({ kind: 'not-a-date' }),
  )
  it.each(['', '2400', '23:60', '13:00 pm', '9', 'noon'])('%j is no time', time =>
    expect(readCityInstant('11/22/2026', time)).toEqual({ kind: 'not-a-time' }),
  )
  it('does not exist in the hour that spring skips', () => {
    expect(readCityInstant('3/8/2026', '2:30')).toEqual({ kind: 'skipped' })
  })
  it('comes twice in the hour that fall repeats, until somebody says which', () => {
    expect(readCityInstant('11/1/2026', '1:30')).toEqual({ kind: 'twice' })
    expect(readCityInstant('11/1/2026', '1:30 EDT')).toEqual({ kind: 'instant', instant: '2026-11-01T05:30:00.000Z' })
    expect(readCityInstant('11/1/2026', '1:30 est')).toEqual({ kind: 'instant', instant: '2026-11-01T06:30:00.000Z' })
    expect(readCityInstant('7/4/2026', '1:30 EST')).toEqual({ kind: 'other-zone' })
  })
  it.each([
    '2026-11-23T04:30:00.000Z',
    '2026-11-01T05:30:00.000Z',
    '2026-11-01T06:30:00.000Z',
    '2026-07-04T04:00:00.000Z',
  ])('%s goes into the fields and comes back unchanged', instant => {
    const { date, time } = fieldsOfInstant(instant)
    expect(readCityInstant(date, time)).toEqual({ kind: 'instant', instant })
  })
})
