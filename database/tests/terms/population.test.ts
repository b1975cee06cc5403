import { instantOf, type PlainDate } from '@pars/domain'
import { cityMidnight, evaluatePopulation, foldName, type Population } from '@pars/terms'
import fc from 'fast-check'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { populationSql } from '../../../packages/terms/src/sql/population.sql.ts'
import { literal } from '../../../packages/terms/src/sql/quote.ts'
import { populations } from '../../../packages/terms/tests/arbitraries.ts'
import { type TestDatabase, testDatabase } from '../../src/testing/index.ts'
import { connect } from '../door-client.ts'
import { foldInDatabase, insertRecords, listInReach, midnightsInDatabase } from './records.sql.ts'
import { type DisclosureRecord, factsOf, recordsAround } from './records.ts'

const now = instantOf(Date.parse('2018-06-15T12:34:56.789Z'))
const day = 86_400_000
/** A millisecond before, at and after what populations count from. */
const edges = [
  ...[1, 7, 30, 365].map(days => Date.parse(now) - days * day),
  ...['2017-09-01', '2018-03-11', '2018-03-12', '2018-08-31'].map(date => Date.parse(cityMidnight(date as PlainDate))),
].flatMap(at => [at - 1, at, at + 1].map(instantOf))
/** Random populations seldom count to an edge by chance: these do. */
const atEdges: Population[] = [
  ...[1, 7, 30, 365].map((days): Population => ({ kind: 'within-days', days })),
  ...['2017-09-01', '2018-03-11', '2018-03-12', '2018-08-31'].map(
    (on): Population => ({ kind: 'since', on: on as PlainDate }),
  ),
]

let database: TestDatabase
let admin: Client
let records: DisclosureRecord[]

beforeAll(async () => {
  database = await testDatabase()
  admin = await connect(database.admin)
  records = fc.sample(recordsAround(now, edges), 400)
  await insertRecords(admin, records)
})
afterAll(async () => {
  await admin.end()
  await database.drop()
})

const inReachOf = (population: Population): string[] =>
  records
    .filter(record => evaluatePopulation(population, factsOf(record), now))
    .map(record => record.arrest_id)
    .sort()

const inReachOfSql = (population: Population): Promise<string[]> =>
  listInReach(
    admin,
    populationSql(population, { column: name => `r.${name}`, now: `${literal(now)}::pg_catalog.timestamptz` }),
  )

test('a population lets the same records in as SQL and as TypeScript', async () => {
  const sizes = new Set<number>()
  await fc.assert(
    fc.asyncProperty(populations, async population => {
      const expected = inReachOf(population)
      sizes.add(expected.length)
      expect(await inReachOfSql(population)).toEqual(expected)
    }),
    { numRuns: 500 },
  )
  // Not all or nothing each time.
  expect(sizes.size).toBeGreaterThan(50)
})

test.each(atEdges)('a population that counts from a time is exact to the millisecond: %j', async population => {
  const expected = inReachOf(population)
  expect(expected.length).toBeGreaterThan(0)
  expect(await inReachOfSql(population)).toEqual(expected)
})

test('what is not so is so the other way round, also where a grade is blank', async () => {
  await fc.assert(
    fc.asyncProperty(populations, async population => {
      const [some, others] = [await inReachOfSql(population), await inReachOfSql({ kind: 'not', of: population })]
      expect([...some, ...others].sort()).toEqual(records.map(record => record.arrest_id).sort())
    }),
    { numRuns: 100 },
  )
})

test('a day begins at the same instant for the database and for the terms', async () => {
  const dates = Array.from({ length: 15_000 }, (_, index) =>
    new Date(Date.UTC(2000, 0, 1) + index * day).toISOString().slice(0, 10),
  )
  expect(dates.map(date => Date.parse(cityMidnight(date as PlainDate)))).toEqual(
    await midnightsInDatabase(admin, dates),
  )
})

test('a name folds to the same letters for the database and for the terms', async () => {
  const hard = [
    'Müller',
    'ŁÓDŹ',
    'İstanbul',
    '李',
    '',
    'ǅ',
    'ﬁ',
    'K',
    'ſ',
    'Nguyễn',
    "O'Neil-Smith",
    'Ångström',
    'ẞ',
    'Ｆｕｌｌ',
    'a\u0301',
  ]
  const names = [...hard, ...fc.sample(fc.string({ unit: 'grapheme' }), 1000).map(name => name.replaceAll('\0', ''))]
  expect(names.map(foldName)).toEqual(await foldInDatabase(admin, names))
})
