import type { BoardRow } from '@pars/contract'
import { describe, expect, test } from 'vitest'
import { arrangeRows, fits, oldestFirst } from './arrange-rows.ts'

const row = (arrestId: string, arrestedAt: string, more: Partial<BoardRow['custody']> = {}): BoardRow =>
  ({
    arrestId,
    arrestedAt,
    custody: { stage: 'charged', next: { party: 'prosecutor', act: 'complaint.make' }, ...more },
  }) as unknown as BoardRow

const noon = Date.parse('2026-01-05T12:00:00Z')

describe('order', () => {
  test('who is held longest stands first', () => {
    const rows = [row('b', '2026-01-05T09:00:00Z'), row('a', '2026-01-05T10:00:00Z'), row('c', '2026-01-04T23:00:00Z')]
    expect(oldestFirst(rows).map(each => each.arrestId)).toEqual(['c', 'b', 'a'])
  })

  test('two arrests of the same moment never change places', () => {
    const [one, two] = [row('a', '2026-01-05T09:00:00Z'), row('b', '2026-01-05T09:00:00Z')]
    expect(oldestFirst([two, one])).toEqual(oldestFirst([one, two]))
  })
})

describe('filters', () => {
  test('a seat sees whose turn it is, not who did the last act', () => {
    expect(fits(row('a', '2026-01-05T09:00:00Z'), { seat: 'prosecutor' }, noon)).toBe(true)
    expect(fits(row('a', '2026-01-05T09:00:00Z'), { seat: 'court' }, noon)).toBe(false)
    expect(fits(row('a', '2026-01-05T09:00:00Z', { next: null }), { seat: 'court' }, noon)).toBe(false)
  })

  test('"past 3 hours" holds from the third hour on', () => {
    expect(fits(row('a', '2026-01-05T09:00:00Z'), { past: 3 }, noon)).toBe(true)
    expect(fits(row('a', '2026-01-05T09:00:01Z'), { past: 3 }, noon)).toBe(false)
  })
})

describe('while somebody reads', () => {
  test('nothing comes, goes or moves; what waits is counted', () => {
    expect(arrangeRows(['a', 'b'], ['b', 'c', 'd'], true)).toEqual({ shown: ['a', 'b'], arrived: 2, left: 1 })
  })

  test('an empty board is no reading: the first row comes at once', () => {
    expect(arrangeRows([], ['a'], true)).toEqual({ shown: ['a'], arrived: 0, left: 0 })
  })

  test('when reading ends, the wanted order is taken whole', () => {
    expect(arrangeRows(['a', 'b'], ['b', 'c'], false)).toEqual({ shown: ['b', 'c'], arrived: 0, left: 0 })
  })
})
