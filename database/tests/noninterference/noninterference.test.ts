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

const numRuns = Number(process.env['PARS_PROGRAMS'] ?? 200)
const seed = Number(process.env['PARS_SEED'] ?? Date.now() & 0x7fffffff)

test(`databases that differ only in what a partner may not see answer it alike (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(programs(pair.profiles), async program => {
      expect(await findDifference(pair, program)).toBeUndefined()
    }),
    { numRuns, seed, endOnFailure: true },
  )
}, 3_600_000)
