import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { furtherMutants } from './further-mutants.sql.ts'
import { type Check, checks } from './gate-checks.ts'
import { chosenOf, record } from './kill-list.ts'
import { changeOf } from './mutant.ts'
import { openPair, type Pair } from './stage.ts'

describe('the gate of inquiries', () => {
  let pair: Pair
  beforeAll(async () => {
    pair = await openPair({}, true)
  })
  afterAll(() => pair.close())

  test.each(Object.entries<Check>(checks))(
    '%s',
    async (_, holds) => {
      expect(await holds(pair)).toBe(true)
    },
    30_000,
  )
})

describe('a fault planted in the gate is noticed by the check named for it', () => {
  test.each(chosenOf(furtherMutants))(
    '$name',
    async mutant => {
      const { change, check } = changeOf(mutant)
      const pair = await openPair(change, true)
      try {
        check()
        const holds = await checks[mutant.check](pair)
        record({ ...mutant, suite: mutant.check, kill: holds ? null : 'noticed' })
        expect(holds).toBe(false)
      } finally {
        await pair.close()
      }
    },
    30_000,
  )
})
