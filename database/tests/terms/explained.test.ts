import { randomUUID } from 'node:crypto'
import { instantOf, type PlainDate } from '@pars/domain'
import { type Asked, explainInquiry, type Inquiry, type InquiryFacts, type Terms } from '@pars/terms'
import fc from 'fast-check'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { validTerms } from '../../../packages/terms/tests/arbitraries.ts'
import { inquiriesOf } from '../../../packages/terms/tests/inquiries.ts'
import { type TestDatabase, testDatabase } from '../../src/testing/index.ts'
import { connect } from '../door-client.ts'
import { type Ask, ask, findLastAsked } from './ask.sql.ts'
import { expectedAnswer, isFound, isInReach } from './expected-answer.ts'
import { inForce, type OpenedAgreement, openAgreement, type Request } from './opened-agreement.ts'
import { insertRecords } from './records.sql.ts'
import { type DisclosureRecord, recordsAround } from './records.ts'
import { findUsed, type Situation, type Subject, setSituation } from './situation.sql.ts'

let database: TestDatabase
let admin: Client
let records: DisclosureRecord[]

beforeAll(async () => {
  database = await testDatabase()
  admin = await connect(database.admin)
  const now = instantOf(Date.now())
  records = fc
    .sample(recordsAround(now, [now]), 200)
    .map(record => ({ ...record, arrested_at: instantOf(Date.parse(record.arrested_at) - 600_000) }))
  await insertRecords(admin, records)
})
afterAll(async () => {
  await admin.end()
  await database.drop()
})

const rarely = fc.oneof({ weight: 40, arbitrary: fc.constant(false) }, fc.constant(true))
const situations: fc.Arbitrary<Situation> = fc.record({
  halted: fc.oneof(
    { weight: 40, arbitrary: fc.constant(null) },
    fc.constantFrom('suspended' as const, 'terminated' as const),
  ),
  stopped: fc.record({ unit: rarely, key: rarely, officer: rarely }),
  certified: rarely.map(is => !is),
  registered: fc.boolean(),
})

const day = (text: string): PlainDate => text as PlainDate
const dates = fc.oneof(
  { weight: 6, arbitrary: fc.constant([day('2010-01-01'), day('2150-12-31')] as const) },
  fc.constantFrom([day('2150-01-01'), day('2150-12-31')] as const, [day('2010-01-01'), day('2012-12-31')] as const),
)

/** The function that an inquiry calls, and how. What is not granted has none: that it was asked for is put on record. */
const askOf = (terms: Terms, asked: Asked): Ask => {
  if (!terms.questions.some(({ kind }) => kind === asked.kind))
    return { question: 'ask_ungranted', args: [asked.kind, [], '{}'] }
  switch (asked.kind) {
    case 'by-identifier':
      return { question: 'by_identifier', args: [asked.identifier, asked.value] }
    case 'by-name-and-birth-date':
      return { question: 'by_name_and_birth_date', args: [asked.last, asked.first, asked.bornOn] }
    case 'by-incident':
      return { question: 'by_incident', args: [asked.incident] }
    case 'by-attribute':
      return { question: 'by_attribute', args: [asked.attribute, asked.value, asked.since] }
    case 'recent':
      return { question: 'recent', args: [asked.hours] }
    case 'feed':
      return { question: 'feed', args: [asked.cursor] }
  }
}

const isFeedOrUngranted = ({ question }: Ask): boolean => question === 'feed' || question === 'ask_ungranted'

/** What the explanation needs to know, read from the same tables before the question is asked. */
const loadFacts = async (opened: OpenedAgreement, inquiry: Inquiry, situation: Situation): Promise<InquiryFacts> => {
  const { terms, compiled, unit, officer } = opened
  const now = Date.now()
  const { seen, ...used } = await findUsed(admin, { door: compiled.names.door, unit, officer })
  const asked = askOf(terms, inquiry.asked)
  const request = inquiry.request as Request
  const found = isFeedOrUngranted(asked) ? [] : records.filter(record => isFound(asked, record, now))
  const { matched, possible } = isFeedOrUngranted(asked)
    ? { matched: [], possible: [] }
    : expectedAnswer(terms, records, { asked, request, now, registered: situation.registered })
  const persons = new Set([...matched, ...possible].map(record => record.person_id))
  return {
    askedAt: instantOf(now),
    halted: situation.halted,
    activationConfirmed: true,
    unconfirmedMinutes: 0,
    stopped: situation.stopped,
    certifiedUntil: inquiry.request.unit === unit && situation.certified ? instantOf(now + 60_000) : null,
    registered: situation.registered,
    cursorValid: inquiry.asked.kind !== 'feed' || (inquiry.asked.cursor ?? '') === '',
    used,
    found: {
      shown: matched.length,
      possible: possible.length,
      inReach: found.filter(record => isInReach(terms, record, now)).length,
      onRecord: found.length,
    },
    newPersons: [...persons].filter(person => !seen.includes(person)).length,
  }
}

const key = `key-${randomUUID()}`

const registrable = ['incident', 'docket', 'warrant', 'case']

const compare = async (opened: OpenedAgreement, drawn: Inquiry, drawnSituation: Situation): Promise<string> => {
  const { terms, compiled, door } = opened
  const officer =
    /^0{8}/.test(drawn.request.officer) && drawn.request.officer.length === 36 ? opened.officer : drawn.request.officer
  const inquiry: Inquiry = { ...drawn, request: { ...drawn.request, officer, key } }
  const { cites, purpose } = inquiry.request
  const registered = drawnSituation.registered && registrable.includes(cites?.kind ?? '')
  const situation = { ...drawnSituation, registered }
  const subject: Subject = {
    door: compiled.names.door,
    unit: opened.unit,
    officer: opened.officer,
    key,
    cites,
    purpose,
  }
  await setSituation(admin, subject, situation)
  const facts = await loadFacts(opened, inquiry, situation)
  const explained = explainInquiry(terms, inquiry, facts)
  await ask(door, compiled.names.door, askOf(terms, inquiry.asked), inquiry.request as Request)
  const row = await findLastAsked(admin, compiled.names.door)
  const told = { outcome: row?.outcome, term: row?.term, ground: row?.ground }
  expect({ inquiry, facts, ...told }).toEqual({
    inquiry,
    facts,
    outcome: explained.outcome,
    term: explained.term,
    ground: explained.ground,
  })
  return explained.term ?? explained.ground ?? 'answered'
}

test('a decision is explained by the very term and ground that the database put on record', async () => {
  const told = new Map<string, number>()
  const cases = fc.tuple(validTerms, dates, fc.nat())
  await fc.assert(
    fc.asyncProperty(cases, async ([drawn, [startsOn, endsOn], seed]) => {
      const units = drawn.units.slice(0, 1).map(unit => ({ ...unit, code: `u-${randomUUID().slice(0, 8)}` }))
      const limits = {
        inquiriesPerUnitPerDay: 9,
        inquiriesPerOfficerPerDay: 8,
        personsPerUnitPerDay: 2,
        rowsPerAnswer: 3,
      }
      const terms: Terms = { ...drawn, ...inForce(), startsOn, endsOn, units, limits }
      const opened = await openAgreement(database, admin, terms)
      for (const [inquiry, situation] of fc.sample(fc.tuple(inquiriesOf(terms), situations), { numRuns: 14, seed })) {
        const term = await compare(opened, inquiry, situation)
        told.set(term, (told.get(term) ?? 0) + 1)
      }
      await opened.close()
    }),
    { numRuns: 24, endOnFailure: true },
  )
  expect(told.size).toBeGreaterThan(15)
}, 120_000)
