import { expect, test } from 'vitest'
import { createProgress } from '../../src/csv/progress.ts'
import { countLoaded, countRefused, formatTally, isAllLoaded, jsonOfTally, startTally } from '../../src/csv/tally.ts'

test('a row counts once as loaded or refused, and once for each flag', () => {
  const tally = startTally()
  tally.read = 3
  countLoaded(tally, ['odd', 'odd', 'strange'])
  countLoaded(tally)
  countRefused(tally, 'impossible')
  expect(tally).toEqual({ read: 3, loaded: 2, flagged: { odd: 1, strange: 1 }, refused: { impossible: 1 } })
  expect(isAllLoaded(tally)).toBe(false)
  expect(jsonOfTally(tally)).toBe('{"read":3,"loaded":2,"flagged":{"odd":1,"strange":1},"refused":{"impossible":1}}')
  expect(formatTally(tally)).toBe(
    '3 rows read, 2 loaded, 1 refused.\n  flagged odd: 1\n  flagged strange: 1\n  refused impossible: 1',
  )
})

const written = (
  isTTY: boolean,
  use: (progress: ReturnType<typeof createProgress>, clock: { now: number }) => void,
) => {
  let text = ''
  const clock = { now: 0 }
  const write = (part: string) => {
    text += part
  }
  use(
    createProgress({ isTTY, write }, () => clock.now),
    clock,
  )
  return text
}

test('on a terminal progress is one line that is written anew, and what is said stays above it', () => {
  const text = written(true, (progress, clock) => {
    progress.show('one')
    progress.show('too soon')
    clock.now = 100
    progress.show('two')
    progress.say('line 7: no')
    progress.end()
  })
  expect(text).toBe('one\r\u001b[2Ktwo\r\u001b[2Kline 7: no\n')
})

test('elsewhere progress is a line every few seconds', () => {
  const text = written(false, (progress, clock) => {
    for (clock.now = 0; clock.now <= 10_000; clock.now += 1000) progress.show(`at ${clock.now}`)
  })
  expect(text).toBe('at 5000\nat 10000\n')
})
