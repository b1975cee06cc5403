import { comparePopulations, isNarrowing } from '@pars/terms'
import fc from 'fast-check'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { populations, validTerms } from '../../../packages/terms/tests/arbitraries.ts'
import { narrowedOf } from '../../../packages/terms/tests/narrowed-terms.ts'
import { type TestDatabase, testDatabase } from '../../src/testing/index.ts'
import { connect } from '../door-client.ts'
import { narrowsInDatabase, populationNarrowsInDatabase } from './narrowing.sql.ts'

let database: TestDatabase
let admin: Client

beforeAll(async () => {
  database = await testDatabase()
  admin = await connect(database.admin)
})
afterAll(async () => {
  await admin.end()
  await database.drop()
})

test('what the wall lets pass without the partner is told to the voters as a narrowing', async () => {
  const told = { both: 0, onlyToVoters: 0, neither: 0 }
  await fc.assert(
    fc.asyncProperty(
      validTerms.chain(terms => fc.tuple(fc.constant(terms), fc.oneof(narrowedOf(terms), validTerms))),
      async ([older, newer]) => {
        const [byWall, inWords] = [await narrowsInDatabase(admin, older, newer), isNarrowing(older, newer)]
        if (byWall) expect({ older, newer, inWords }).toEqual({ older, newer, inWords: true })
        told[byWall ? 'both' : inWords ? 'onlyToVoters' : 'neither'] += 1
      },
    ),
    { numRuns: 300 },
  )
  expect(Math.min(told.both, told.neither)).toBeGreaterThan(20)
})

test('what the wall takes for a smaller population is one', async () => {
  let narrower = 0
  const pairs = fc.tuple(populations, populations, fc.nat({ max: 2 })).map(([one, more, how]) => {
    const others = [
      more,
      { kind: 'all' as const, of: [one, more] },
      { kind: 'not' as const, of: { kind: 'not' as const, of: one } },
    ]
    return [one, others[how] ?? more] as const
  })
  await fc.assert(
    fc.asyncProperty(pairs, async ([older, newer]) => {
      if (!(await populationNarrowsInDatabase(admin, older, newer))) return
      narrower += 1
      const change = comparePopulations(older, newer)
      expect({ older, newer, change: ['same', 'narrower'].includes(change) }).toEqual({ older, newer, change: true })
    }),
    { numRuns: 500 },
  )
  expect(narrower).toBeGreaterThan(50)
})
