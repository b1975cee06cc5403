import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findDifference } from './compare.ts'
import { programs } from './program.ts'
import { openPair, type Pair } from './stage.ts'

let pair: Pair
beforeAll(async () => {
  pair = await openPair()
})
afterAll(() => pair.close())

const wanted = process.env['PARS_PROGRAMS']
/** In the gate so many as three quarters of a minute hold. */
const extent = wanted === undefined ? { numRuns: 200, interruptAfterTimeLimit: 45_000 } : { numRuns: Number(wanted) }
const seed = Number(process.env['PARS_SEED'] ?? Date.now() & 0x7fffffff)

test(`databases that differ only in what a partner may not see answer it alike (seed ${seed})`, async () => {
  let ran = 0
  await fc.assert(
    fc.asyncProperty(programs(pair.profiles), async program => {
      ran += 1
      expect(await findDifference(pair, program)).toBeUndefined()
    }),
    { ...extent, seed, endOnFailure: true },
  )
  expect(ran).toBeGreaterThan(wanted === undefined ? 20 : Number(wanted) - 1)
}, 3_600_000)
