import type { BoardRow } from '@pars/contract'
import { expect, test } from 'vitest'
import { lingerOn } from './use-lingering.ts'

const rows = (...ids: string[]): ReadonlyMap<string, BoardRow> =>
  new Map(ids.map(id => [id, { arrestId: id } as unknown as BoardRow]))
const none = new Map()

test('a line that leaves stays for its own moment, however many leave after it', () => {
  const first = lingerOn(none, { before: rows('a', 'b', 'c'), rows: rows('b', 'c'), now: 0 })
  const second = lingerOn(first, { before: rows('b', 'c'), rows: rows('c'), now: 1_000 })
  expect([...second.keys()]).toEqual(['a', 'b'])
  const third = lingerOn(second, { before: rows('c'), rows: rows(), now: 1_600 })
  expect([...third.keys()]).toEqual(['b', 'c'])
})

test('a line that comes back is no longer waved goodbye to', () => {
  const gone = lingerOn(none, { before: rows('a'), rows: rows(), now: 0 })
  expect(lingerOn(gone, { before: rows(), rows: rows('a'), now: 100 }).size).toBe(0)
})
