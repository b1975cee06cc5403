import type { BoardEvent } from '@pars/contract'
import { type ArrestId, type Instant, parseInstant } from '@pars/domain'
import { expect, test } from 'vitest'
import { eventTail, frameOf } from './event-tail.ts'

const now: Instant = parseInstant('2026-11-22T03:12:00-05:00') ?? expect.unreachable()
const gone = (number: number): BoardEvent => ({ type: 'gone', number, now, arrestId: 'arr_0' as ArrestId })
const numbersIn = (frames: string | undefined): number[] | undefined =>
  frames === undefined ? undefined : [...frames.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id))
const limits = { kept: 4, told: 3 }

test('an event goes out under its journal number, with its type, on one line', () => {
  expect(frameOf(gone(7))).toBe(`id: 7\nevent: gone\ndata: ${JSON.stringify(gone(7))}\n\n`)
})

test('whoever comes back gets every event after the one he saw, in order, and none twice', () => {
  const tail = eventTail(0, limits)
  tail.add([gone(2), gone(5)], 6)
  tail.add([gone(8)], 9)
  expect(numbersIn(tail.after(2))).toEqual([5, 8])
  expect(numbersIn(tail.after(4))).toEqual([5, 8])
  expect(numbersIn(tail.after(9))).toEqual([])
  expect(tail.number).toBe(9)
})

test('whoever comes back is not told what an arrest was that is gone since: it may have been erased by order', () => {
  const tail = eventTail(0, limits)
  const row = { type: 'row', number: 2, now, row: { arrestId: 'arr_0', person: 'Made-up' } } as unknown as BoardEvent
  tail.add([row], 2)
  tail.add([gone(3)], 3)
  expect(tail.after(0)).not.toContain('Made-up')
  expect(numbersIn(tail.after(0))).toEqual([3])
})

test('whoever saw less than what is still kept must load the board again', () => {
  const tail = eventTail(10, limits)
  expect(tail.after(9)).toBeUndefined()
  expect(numbersIn(tail.after(10))).toEqual([])
  tail.add([11, 12, 13, 14, 15].map(gone), 15)
  expect(tail.after(10)).toBeUndefined()
  expect(tail.after(11)).toBeUndefined()
  expect(numbersIn(tail.after(12))).toEqual([13, 14, 15])
})

test('whoever missed more than is told at once must load the board again', () => {
  const tail = eventTail(0, limits)
  tail.add([1, 2, 3, 4].map(gone), 4)
  expect(tail.after(0)).toBeUndefined()
  expect(numbersIn(tail.after(1))).toEqual([2, 3, 4])
})

test('a number that this journal has not reached belongs to another board', () => {
  const tail = eventTail(0, limits)
  tail.add([gone(1)], 1)
  expect(tail.after(2)).toBeUndefined()
})

test('entries that change no row move the number and tell nothing', () => {
  const tail = eventTail(0, limits)
  expect(tail.add([], 3)).toBe('')
  expect(tail.number).toBe(3)
  expect(numbersIn(tail.after(0))).toEqual([])
})
