import { instantOf } from '@pars/domain'
import { type Attribute, type QuestionTerm, type Terms, visibleClasses } from '@pars/terms'
import fc from 'fast-check'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { districts, validTerms } from '../../../packages/terms/tests/arbitraries.ts'
import { type TestDatabase, testDatabase } from '../../src/testing/index.ts'
import { connect } from '../door-client.ts'
import { type Ask, ask, collect, findLastAsked } from './ask.sql.ts'
import { expectedAnswer, isFound, isInReach, normalized, rowsOf } from './expected-answer.ts'
import { inForce, type OpenedAgreement, openAgreement, type Request } from './opened-agreement.ts'
import { insertRecords } from './records.sql.ts'
import {
  birthDates,
  births,
  type DisclosureRecord,
  docketNumbers,
  firstNames,
  incidentNumbers,
  lastNames,
  otns,
  policeNumbers,
  recordsAround,
  warrantNumbers,
} from './records.ts'

let database: TestDatabase
let admin: Client
let records: DisclosureRecord[]

beforeAll(async () => {
  database = await testDatabase()
  admin = await connect(database.admin)
  const now = instantOf(Date.now())
  records = fc.sample(recordsAround(now, [now]), 300).map(record => ({
    ...record,
    // Not on an edge of "within days" or "recent" while the test runs.
    arrested_at: instantOf(Date.parse(record.arrested_at) - 600_000),
  }))
  await insertRecords(admin, records)
})
afterAll(async () => {
  await admin.end()
  await database.drop()
})

const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const values: Record<string, readonly string[]> = {
  otn: otns,
  'police-number': policeNumbers,
  'docket-number': docketNumbers,
  'birth-country': ['abroad', ...births.map(([system, code]) => `${system}:${code}`)],
  ethnicity: ['hispanic', 'unknown'],
  race: ['black', 'white'],
  sex: ['female', 'male'],
  district: districts,
  grade: ['F1', 'M1', 'S'],
}
const since = oneOf([1, 30, 400].map(days => instantOf(Date.now() - days * 86_400_000)))

const asksOf = (granted: QuestionTerm): fc.Arbitrary<Ask> => {
  const valued = (each: string) => oneOf(values[each] ?? []).map(value => [each, value])
  switch (granted.kind) {
    case 'by-identifier':
      return oneOf(granted.identifiers)
        .chain(valued)
        .map(args => ({ question: 'by_identifier', args }))
    case 'by-name-and-birth-date':
      return fc
        .tuple(oneOf(lastNames), oneOf(firstNames), oneOf(birthDates))
        .map(args => ({ question: 'by_name_and_birth_date', args }))
    case 'by-incident':
      return oneOf(incidentNumbers).map(each => ({ question: 'by_incident', args: [each] }))
    case 'by-attribute':
      return fc
        .tuple(
          oneOf(granted.attributes).chain((each: Attribute) => valued(each)),
          since,
        )
        .map(([args, from]) => ({ question: 'by_attribute', args: [...args, from] }))
    default:
      return fc
        .integer({ min: 1, max: granted.kind === 'recent' ? granted.hours : 1 })
        .map(hours => ({ question: 'recent', args: [hours] }))
  }
}

const cited: Record<string, readonly string[]> = {
  incident: incidentNumbers,
  docket: docketNumbers,
  warrant: warrantNumbers,
  case: ['2018-0001'],
}
const requestsOf = (terms: Terms): fc.Arbitrary<Partial<Request>> =>
  oneOf(terms.purposes).chain(({ code, cites }) =>
    cites === 'none'
      ? fc.constant({ purpose: code })
      : oneOf(cited[cites] ?? []).map(value => ({ purpose: code, cites: { kind: cites, value } })),
  )

const askedOf = (terms: Terms): fc.Arbitrary<{ asked: Ask; change: Partial<Request> }> =>
  fc.record({
    asked: oneOf(terms.questions.filter(({ kind }) => kind !== 'feed')).chain(asksOf),
    change: requestsOf(terms),
  })

const groundOf = (opened: OpenedAgreement, asked: Ask, now: number): string => {
  const found = records.filter(record => isFound(asked, record, now))
  if (found.some(record => isInReach(opened.terms, record, now))) return 'purpose-not-found'
  return found.length > 0 ? 'out-of-reach' : 'nobody-found'
}

/** Asks once, compares with the second telling, and answers how many rows there were. */
const compare = async (opened: OpenedAgreement, asked: Ask, change: Partial<Request>): Promise<number> => {
  const { terms, compiled, door } = opened
  const request = opened.request(change)
  const now = Date.now()
  const expected = rowsOf(terms, asked, expectedAnswer(terms, records, { asked, request, now, registered: false }))
  const { answer } = await collect(door, await ask(door, compiled.names.door, asked, request))
  if (answer === null) return expect.unreachable()
  expect(answer.term).toBeNull()
  expect(normalized(terms, answer.rows)).toEqual(normalized(terms, expected))
  const row = await findLastAsked(admin, compiled.names.door)
  const isPossible = expected.some(each => each['match'] === 'possible')
  expect(row).toMatchObject({
    outcome: 'answered',
    row_count: expected.length,
    classes: expected.length === 0 ? [] : isPossible ? ['identity'] : visibleClasses(terms).sort(),
  })
  if (expected.length === 0 && !['by_attribute', 'recent'].includes(asked.question))
    expect(row?.ground).toBe(groundOf(opened, asked, now))
  return expected.length
}

test('whatever the terms, each granted question gives exactly the rows and classes that they say', async () => {
  const perTerms = 10
  let withRows = 0
  await fc.assert(
    fc.asyncProperty(validTerms, fc.infiniteStream(fc.nat()), async (drawn, seeds) => {
      const limits = {
        ...drawn.limits,
        inquiriesPerUnitPerDay: 1000,
        inquiriesPerOfficerPerDay: 1000,
        personsPerUnitPerDay: 1000,
      }
      const terms: Terms = { ...drawn, ...inForce(), limits }
      if (terms.questions.every(({ kind }) => kind === 'feed')) return
      const opened = await openAgreement(database, admin, terms)
      const seed = Number(seeds.next().value)
      for (const { asked, change } of fc.sample(askedOf(terms), { numRuns: perTerms, seed }))
        withRows += (await compare(opened, asked, change)) > 0 ? 1 : 0
      await opened.close()
    }),
    { numRuns: 20, endOnFailure: true },
  )
  // Half of the answers and more are not empty, or little was compared.
  expect(withRows).toBeGreaterThan(40)
}, 120_000)
