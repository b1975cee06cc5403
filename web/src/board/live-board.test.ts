import type { BoardEvent, BoardRow } from '@pars/contract'
import { describe, expect, test } from 'vitest'
import { type LiveBoard, nextBoard } from './live-board.ts'

const now = '2026-11-22T08:12:00.000Z' as BoardEvent['now']
const row = (arrestId: string, number: number): BoardRow => ({ arrestId, number }) as unknown as BoardRow
const changed = (arrestId: string, number: number): BoardEvent => ({
  type: 'row',
  number,
  now,
  row: row(arrestId, number),
})
const gone = (arrestId: string, number: number): BoardEvent => ({ type: 'gone', number, now, arrestId })
const nothing: LiveBoard = { rows: new Map(), number: -1, line: 'live', lostAt: undefined, now: undefined }
const loaded = nextBoard(nothing, { type: 'loaded', rows: [row('a', 3), row('b', 5)], number: 5, now })
const after = (...events: BoardEvent[]) => nextBoard(loaded, { type: 'events', events })
const shown = (board: LiveBoard) => [...board.rows.values()].map(({ arrestId, number }) => `${arrestId}${number}`)

describe('events', () => {
  test('that come together have the effect of one after the other', () => {
    const board = after(changed('c', 6), changed('a', 7), gone('c', 8))
    expect(shown(board)).toEqual(['a7', 'b5'])
    expect(board.number).toBe(8)
  })

  test('older than what was loaded change nothing', () => {
    expect(shown(after(changed('c', 4), gone('b', 4), changed('b', 4)))).toEqual(['a3', 'b5'])
  })

  test('that bring only the time keep every row', () => {
    const board = after({ type: 'beat', number: 9, now })
    expect(board.rows).toBe(loaded.rows)
    expect(board.number).toBe(9)
  })
})

test('whoever is behind takes the next board whole, whatever number it has', () => {
  const behind = nextBoard(after(changed('c', 9)), { type: 'behind' })
  expect(shown(nextBoard(behind, { type: 'loaded', rows: [row('d', 7)], number: 7, now }))).toEqual(['d7'])
})

test('a board that is older than what the line told is not taken', () => {
  const board = after(changed('c', 9))
  expect(nextBoard(board, { type: 'loaded', rows: [], number: 8, now })).toBe(board)
})

describe('a lost line', () => {
  test('was lost when it broke, however long ago the last event came', () => {
    const at = '2026-11-22T08:15:00.000Z'
    expect(nextBoard(loaded, { type: 'lost', at }).lostAt).toBe(at)
  })

  test('that fell silent was lost when it was last heard', () => {
    expect(nextBoard(loaded, { type: 'lost', at: undefined }).lostAt).toBe(now)
  })
})
