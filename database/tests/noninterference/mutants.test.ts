import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDifference } from './compare.ts'
import { chosenOf, record } from './kill-list.ts'
import { changeOf, type Mutant } from './mutant.ts'
import { mutants } from './mutants.sql.ts'
import { programs } from './program.ts'
import { openPair } from './stage.ts'

const seed = Number(process.env['PARS_SEED'] ?? 20_180_831)
/** A program a time until one tells; a mutant that outlives so many is a survivor. */
const most = Number(process.env['PARS_PROGRAMS'] ?? 600)

const findKill = async (mutant: Mutant): Promise<number | undefined> => {
  const { change, check } = changeOf(mutant)
  const pair = await openPair(change)
  try {
    check()
    let ran = 0
    const details = await fc.check(
      fc.asyncProperty(programs(pair.profiles), async program => {
        ran += 1
        return (await findDifference(pair, program)) === undefined
      }),
      { numRuns: most, seed, endOnFailure: true },
    )
    // A fault of the harness is no kill.
    if (
      details.errorInstance instanceof Error &&
      !/Property failed by returning false/.test(details.errorInstance.message)
    )
      throw details.errorInstance
    return details.failed ? ran : undefined
  } finally {
    await pair.close()
  }
}

describe('a fault planted in walls or terms is noticed by comparing two databases', () => {
  test.each(chosenOf(mutants))(
    '$name',
    async mutant => {
      const killedBy = await findKill(mutant)
      record({ ...mutant, suite: 'non-interference', kill: killedBy === undefined ? null : `by program ${killedBy}` })
      expect(killedBy).toBeDefined()
    },
    300_000,
  )
})
