import type { Instant, PlainDate } from '@pars/domain'
import { describe, expect, it } from 'vitest'
import { cityInstantOf, formatTypedInstant, parseTypedTime } from './typed-time.ts'

const at = (date: string, time: string) => {
  const typed = parseTypedTime(time)
  if (!typed) throw new Error(`not a time: ${time}`)
  return cityInstantOf(date as PlainDate, typed)
}

describe('a typed time', () => {
  it.each([
    ['2330', 23, 30],
    ['23:30', 23, 30],
    ['930', 9, 30],
    ['0000', 0, 0],
    ['12:05 am', 0, 5],
    ['12:05 p.m.', 12, 5],
    ['9:30p', 21, 30],
  ])('%s is %i:%i', (typed, hour, minute) => expect(parseTypedTime(typed)).toEqual({ hour, minute, zone: undefined }))
  it.each(['', '2400', '23:60', '13:00 pm', '0:30 am', '9', 'noon', '23.5'])('%j is no time', typed =>
    expect(parseTypedTime(typed)).toBeUndefined(),
  )
})

describe('a moment on the city clock', () => {
  it('is five hours behind UTC in winter and four in summer', () => {
    expect(at('2026-11-22', '2330')).toEqual({ kind: 'instant', instant: '2026-11-23T04:30:00.000Z' })
    expect(at('2026-07-04', '2330')).toEqual({ kind: 'instant', instant: '2026-07-05T03:30:00.000Z' })
  })
  it('does not exist in the hour that spring skips', () => {
    expect(at('2026-03-08', '2:30')).toEqual({ kind: 'skipped' })
  })
  it('comes twice in the hour that fall repeats, until somebody says which', () => {
    expect(at('2026-11-01', '1:30')).toEqual({ kind: 'twice' })
    expect(at('2026-11-01', '1:30 EDT')).toEqual({ kind: 'instant', instant: '2026-11-01T05:30:00.000Z' })
    expect(at('2026-11-01', '1:30 EST')).toEqual({ kind: 'instant', instant: '2026-11-01T06:30:00.000Z' })
    expect(at('2026-07-04', '1:30 EST')).toEqual({ kind: 'other-zone' })
  })
  it.each([
    '2026-11-23T04:30:00.000Z',
    '2026-11-01T05:30:00.000Z',
    '2026-11-01T06:30:00.000Z',
    '2026-07-04T00:00:00.000Z',
  ])('%s goes into the fields and comes back unchanged', instant => {
    const shown = formatTypedInstant(instant as Instant)
    const [month, day, year] = shown.date.split('/')
    expect(at(`${year}-${month}-${day}`, shown.time)).toEqual({ kind: 'instant', instant })
  })
})
