import { compareTerms, isNarrowing, type Terms } from '@pars/terms'
import fc from 'fast-check'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { validTerms } from '../../../packages/terms/tests/arbitraries.ts'
import { narrowedOf, otherChanges, widenings } from '../../../packages/terms/tests/narrowed-terms.ts'
import { type TestDatabase, testDatabase } from '../../src/testing/index.ts'
import { connect } from '../door-client.ts'
import { listNarrows } from './narrows.sql.ts'

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

const sample = fc.sample(validTerms, 150)
const sayOf = ([older, newer]: readonly [Terms, Terms]) =>
  compareTerms(older, newer).filter(
    ({ direction, pointer }) => direction === 'widening' || (direction === 'other' && pointer !== '/population'),
  )

test('what takes something away and does nothing else passes the wall as it passes the comparison', async () => {
  const pairs = sample.map((terms): [Terms, Terms] => [terms, fc.sample(narrowedOf(terms), 1)[0] ?? terms])
  for (const [index, narrows] of (await listNarrows(admin, pairs)).entries())
    expect({ narrows, compared: isNarrowing(...(pairs[index] as [Terms, Terms])) }, String(index)).toEqual({
      narrows: true,
      compared: true,
    })
})

test('what widens anything, or changes another clause, does not pass, whatever it takes away besides', async () => {
  for (const [name, change] of Object.entries({ ...widenings, ...otherChanges })) {
    const pairs = sample
      .map((terms): [Terms, Terms] => [terms, change(fc.sample(narrowedOf(terms), 1)[0] ?? terms)])
      .filter(pair => sayOf(pair).length > 0)
    expect(pairs.length, name).toBeGreaterThan(0)
    expect(await listNarrows(admin, pairs), name).toEqual(pairs.map(() => false))
  }
})

test('no two terms pass the wall between which the comparison sees a widening', async () => {
  const pairs = fc
    .sample(fc.tuple(validTerms, validTerms), 300)
    .map(([older, newer]): [Terms, Terms] => [older, { ...older, population: newer.population }])
  const passed = await listNarrows(admin, pairs)
  expect(passed).toContain(true)
  expect(passed).toContain(false)
  expect(pairs.filter((pair, index) => passed[index] && sayOf(pair).length > 0)).toEqual([])
})

test('terms that lack a part, or say it as something else, do not pass', async () => {
  const [terms] = sample
  if (!terms) throw new Error('no sample')
  const keys = Object.keys(terms) as (keyof Terms)[]
  const without = keys.map((key): [Terms, Terms] => {
    const { [key]: _, ...rest } = terms
    return [terms, rest as Terms]
  })
  const emptied = (['limits', 'population'] as const).map((key): [Terms, Terms] => [terms, { ...terms, [key]: {} }])
  const added: [Terms, Terms] = [terms, { ...terms, extra: true } as never]
  expect(await listNarrows(admin, [...without, ...emptied, added])).not.toContain(true)
})
