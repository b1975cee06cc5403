import { randomUUID } from 'node:crypto'
import { instantOf } from '@pars/domain'
import { type FieldClass, questionKinds, type Terms, templates, visibleClasses } from '@pars/terms'
import { termsOf2017 } from '@pars/terms/stories'
import fc from 'fast-check'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../src/testing/index.ts'
import { codeOf, connect } from '../door-client.ts'
import { type Ask, ask, collect, collectTogether, findLastAsked } from './ask.sql.ts'
import { forge, listReachable, proof, selectFrom, setStopped } from './doors.sql.ts'
import { type Answer, inForce, type OpenedAgreement, openAgreement, type Request } from './opened-agreement.ts'
import { insertRecords } from './records.sql.ts'
import { type DisclosureRecord, recordsAround } from './records.ts'

const blanks = () => ({
  version: 1,
  partner: 'Test Agency',
  units: [{ code: `u-${randomUUID().slice(0, 8)}`, name: 'Test Unit', function: 'Tests' }],
  ...inForce(),
})
const kinds = { ...templates, 'terms of 2017': termsOf2017 }
type Kind = keyof typeof kinds

let database: TestDatabase
let admin: Client
let record: DisclosureRecord
const opened = new Map<Kind, OpenedAgreement>()
const agreementOf = (kind: Kind): OpenedAgreement => opened.get(kind) ?? expect.unreachable()

/** Somebody whom every template's population lets in, with something in every class. */
const somebody = (): DisclosureRecord => {
  const now = instantOf(Date.now())
  const [sample] = fc.sample(recordsAround(now, [now]), 1)
  if (sample === undefined) return expect.unreachable()
  return {
    ...sample,
    last_name: 'Canary',
    first_name: 'Zora',
    last_key: 'canary',
    first_key: 'zora',
    born_on: '1990-05-06',
    police_number: '0000999',
    race: 'white',
    ethnicity: 'hispanic',
    birth_country_system: 'genc',
    birth_country_code: 'MEX',
    addresses: [{ line: '9 Canary Row', city: 'Testville', state: 'PA', zip: '19000' }],
    arrested_at: instantOf(Date.now() - 3_600_000),
    basis: 'warrant',
    otn: 'Z9999990',
    warrant_number: 'W-99',
    incidents: ['202625000999'],
    charges: [{ statute: '18 § 907', grade: 'M1', counts: 1 }],
    dockets: [{ docketNumber: 'MC-51-CR-0000999-2026', nextRoom: 'B-08' }],
    bail: [{ docketNumber: 'MC-51-CR-0000999-2026', kind: 'set', amountCents: 100_000 }],
    photo_reference: 'P-99',
    adult: true,
    charged: true,
    bail_ordered: true,
  }
}

beforeAll(async () => {
  database = await testDatabase()
  admin = await connect(database.admin)
  record = somebody()
  await insertRecords(admin, [record])
  for (const kind of Object.keys(kinds) as Kind[])
    opened.set(kind, await openAgreement(database, admin, kinds[kind](blanks())))
})
afterAll(async () => {
  for (const each of opened.values()) await each.close()
  await admin.end()
  await database.drop()
})

const cited: Record<string, string> = {
  incident: '202625000999',
  docket: 'MC-51-CR-0000999-2026',
  warrant: 'W-99',
  case: '1',
}
/** A request that satisfies the first purpose of the terms. */
const rightRequest = ({ terms, request }: OpenedAgreement): Request => {
  const kind = terms.purposes[0]?.cites ?? 'none'
  return request(kind === 'none' ? {} : { cites: { kind, value: cited[kind] ?? '' } })
}

const asks: Record<string, Ask> = {
  'by-identifier': { question: 'by_identifier', args: ['otn', 'Z9999990'] },
  'by-name-and-birth-date': { question: 'by_name_and_birth_date', args: ['canary', 'ZORA', '1990-05-06'] },
  'by-incident': { question: 'by_incident', args: ['202625000999'] },
  'by-attribute': { question: 'by_attribute', args: ['birth-country', 'abroad', '2010-01-01T00:00:00Z'] },
  recent: { question: 'recent', args: [24] },
  feed: { question: 'feed', args: [''] },
}
const askOf = (kind: string): Ask => asks[kind] ?? expect.unreachable()
const classesOf = (row: object | undefined): string[] =>
  Object.keys(row ?? {})
    .filter(key => key !== 'match')
    .sort()

const askIn = (each: OpenedAgreement, kind: string, request = rightRequest(each)): Promise<string> =>
  ask(each.door, each.compiled.names.door, askOf(kind), request)

describe.each(Object.keys(kinds) as Kind[])('under %s', kind => {
  test('each question granted gives exactly the classes granted', async () => {
    const each = agreementOf(kind)
    for (const granted of each.terms.questions) {
      const { answer } = await collect(each.door, await askIn(each, granted.kind))
      expect(answer?.rows.map(classesOf)).toEqual([visibleClasses(each.terms).sort()])
      expect(await findLastAsked(admin, each.compiled.names.door)).toMatchObject({
        question: granted.kind,
        outcome: 'answered',
        row_count: 1,
        classes: visibleClasses(each.terms).sort(),
        persons: [record.person_id],
      })
    }
  })

  test('each question not granted does not exist', async () => {
    const each = agreementOf(kind)
    const granted = each.terms.questions.map(question => question.kind)
    for (const absent of questionKinds.filter(question => !granted.includes(question)))
      expect(await codeOf(askIn(each, absent))).toBe('42883')
  })

  test('asking for a question not granted leaves that on record, and reads nothing', async () => {
    const each = agreementOf(kind)
    const filters = ['race', 'Canary', 'birth-country', 'race']
    const asked = { question: 'ask_ungranted', args: ['by-incident', filters, '{"race": "white"}'] }
    const { answer } = await collect(
      each.door,
      await ask(each.door, each.compiled.names.door, asked, rightRequest(each)),
    )
    expect(answer).toMatchObject({ term: 'question-not-granted', rows: [] })
    expect(await findLastAsked(admin, each.compiled.names.door)).toMatchObject({
      question: 'by-incident',
      // Constants from a list, each once: what a caller typed never gets into a public leaf.
      filters: ['birth-country', 'race'],
      outcome: 'refused',
      persons: [],
    })
    const granted = { question: 'ask_ungranted', args: ['by-identifier', [], '{}'] }
    expect(await codeOf(ask(each.door, each.compiled.names.door, granted, rightRequest(each)))).toBe('PA045')
  })

  test('its role reads nothing and calls nothing else', async () => {
    const each = agreementOf(kind)
    const tables = await listReachable(admin)
    expect(tables.length).toBeGreaterThan(60)
    for (const table of [...tables, `${each.compiled.names.door}.record`])
      expect({ table, code: await codeOf(selectFrom(each.door, table)) }).toEqual({ table, code: '42501' })
    const calls = [
      `inquiry.open('{}')`,
      `inquiry.proof_of(gen_random_uuid())`,
      `inquiry.is_asking()`,
      `inquiry.random_bytes()`,
      `inquiry.find_ground('by-identifier', '{}')`,
      `inquiry.seal_cursor(1, 'x')`,
      `inquiry.read_cursor('', 'x')`,
      `inquiry.last_number()`,
      `inquiry.list_changes('{}', 1, 0)`,
      `disclosure.fold('x')`,
      `pars.instant()`,
      `agreement.activate(gen_random_uuid())`,
    ]
    for (const call of calls)
      expect({ call, code: await codeOf(each.door.query(`select ${call}`)) }).toEqual({ call, code: '42501' })
  })
})

test('no template grants a sensitive class or a question that sweeps', () => {
  const sensitive: FieldClass[] = ['demographic', 'origin', 'address', 'photo']
  for (const template of Object.values(templates)) {
    const terms = template(blanks())
    expect(visibleClasses(terms).filter(each => sensitive.includes(each))).toEqual([])
    expect(terms.questions.map(({ kind }) => kind)).toEqual(['by-identifier', 'by-name-and-birth-date'])
    expect(terms.directFile).toBe(false)
    expect(terms.purposes.every(({ suffices }) => suffices !== 'unverified')).toBe(true)
  }
})

describe('without a committed inquiry there are no rows', () => {
  const open = (): OpenedAgreement => agreementOf('terms of 2017')

  test('collecting in the asking transaction gives nothing, and after its commit everything', async () => {
    const each = open()
    await each.door.query('begin')
    const token = await askIn(each, 'by-identifier')
    expect(await collect(each.door, token)).toMatchObject({ answer: null })
    await each.door.query('commit')
    expect((await collect(each.door, token)).answer?.rows).toHaveLength(1)
  })

  test('a question that was rolled back gives nothing, also to a savepoint', async () => {
    const each = open()
    await each.door.query('begin')
    const token = await askIn(each, 'by-identifier')
    await each.door.query('rollback')
    expect(await collect(each.door, token)).toMatchObject({ answer: null, ended: null })
    await each.door.query('begin; savepoint s')
    const second = await askIn(each, 'by-identifier')
    await each.door.query('rollback to savepoint s; commit')
    expect(await collect(each.door, second)).toMatchObject({ answer: null })
  })

  test('a setting that somebody forged opens nothing', async () => {
    const each = open()
    const token = await askIn(each, 'by-identifier')
    expect(token).toMatch(/^[0-9a-f]{64}$/)
    // As the definer itself, which no session can be: even it sees no row without the gate.
    for (const setting of ['', `${randomUUID()} ${'0'.repeat(64)}`, `${randomUUID()} ${token}`])
      expect(await forge(admin, each.compiled.names.definer, setting)).toBe(0)
    expect(await forge(admin, each.compiled.names.definer, proof)).toBeGreaterThan(0)
  })

  test("another door's token gives nothing", async () => {
    const [mine, other] = [open(), agreementOf('pretrial')]
    const token = await askIn(mine, 'by-identifier')
    expect(await collect(other.door, token)).toMatchObject({ answer: null, ended: null })
    expect((await collect(mine.door, token)).answer?.rows).toHaveLength(1)
  })

  test('many are collected at once, each in the place of its token', async () => {
    const each = open()
    const tokens = [await askIn(each, 'by-identifier'), '0'.repeat(64), await askIn(each, 'by-identifier')]
    const collected = await collectTogether(each.door, tokens)
    expect(collected.map(({ answer }) => answer?.rows.length)).toEqual([1, undefined, 1])
    expect(collected[0]?.answer?.inquiryId).not.toBe(collected[2]?.answer?.inquiryId)
    expect(collected.map(({ at }) => at === null)).toEqual([false, true, false])
    for (const wrong of [Array(1001).fill('0'.repeat(64)), [tokens[0], null], [`${tokens[0]}0`]])
      await expect(collectTogether(each.door, wrong)).rejects.toThrow('not a token, or more than 1,000')
  })

  test('a stricter isolation level raises, at asking and at collecting', async () => {
    const each = open()
    for (const level of ['repeatable read', 'serializable']) {
      await each.door.query(`begin isolation level ${level}`)
      expect(await codeOf(askIn(each, 'by-identifier'))).toBe('PA040')
      await each.door.query('rollback')
      const token = await askIn(each, 'by-identifier')
      await each.door.query(`begin isolation level ${level}`)
      expect(await codeOf(collect(each.door, token))).toBe('PA040')
      await each.door.query('rollback')
    }
  })
})

describe('an agreement that does not stand', () => {
  const withDates = (startsOn: string, endsOn: string): Terms =>
    ({ ...termsOf2017(blanks()), startsOn, endsOn }) as Terms

  test.each([
    ['agreement-not-begun', '2150-01-01', '2150-12-31'],
    ['agreement-ended', '2010-01-01', '2012-12-31'],
  ])('refuses every question with its term: %s', async (term, startsOn, endsOn) => {
    const each = await openAgreement(database, admin, withDates(startsOn, endsOn))
    const token = await askIn(each, 'by-identifier')
    expect(await findLastAsked(admin, each.compiled.names.door)).toMatchObject({
      outcome: 'refused',
      term,
      row_count: 0,
    })
    const { answer, ended } = await collect(each.door, token)
    expect({ rows: answer?.rows ?? [], ended }).toEqual({ rows: [], ended: term === 'agreement-ended' ? term : null })
    await each.close()
  })

  test('gives out no answer that was asked for before it stopped', async () => {
    const each = await openAgreement(database, admin, termsOf2017(blanks()))
    const token = await askIn(each, 'by-identifier')
    await setStopped(admin, each.compiled.names.door, 'suspended')
    expect(await collect(each.door, token)).toMatchObject({ answer: null, ended: 'agreement-suspended' })
    await askIn(each, 'by-identifier')
    expect(await findLastAsked(admin, each.compiled.names.door)).toMatchObject({ term: 'agreement-suspended' })
    await each.close()
  })
})

describe('a day has so much as the terms say, whoever asks at once', () => {
  /** Twenty connections, each asking one after the other. Answers what was collected. */
  const askAtOnce = async (each: OpenedAgreement, asked: readonly Ask[][]) => {
    const doors = await Promise.all(asked.map(() => each.connect()))
    const answers = await Promise.all(
      doors.map(async (door, index) => {
        const collected: Answer[] = []
        for (const one of asked[index] ?? []) {
          const { answer } = await collect(door, await ask(door, each.compiled.names.door, one, rightRequest(each)))
          if (answer !== null) collected.push(answer)
        }
        return collected
      }),
    )
    for (const door of doors) await door.end()
    await each.close()
    return answers.flat()
  }

  test('questions of a unit', async () => {
    const terms = termsOf2017(blanks())
    const limits = { ...terms.limits, inquiriesPerUnitPerDay: 50, inquiriesPerOfficerPerDay: 1000 }
    const each = await openAgreement(database, admin, { ...terms, limits })
    const asked = Array.from({ length: 20 }, () => Array.from({ length: 5 }, () => askOf('by-identifier')))
    const outcomes = (await askAtOnce(each, asked)).map(({ term }) => term)
    expect(outcomes.filter(term => term === null)).toHaveLength(50)
    expect(outcomes.filter(term => term === 'unit-day-quota')).toHaveLength(50)
  }, 60_000)

  test('questions of an officer', async () => {
    const terms = termsOf2017(blanks())
    const limits = { ...terms.limits, inquiriesPerUnitPerDay: 1000, inquiriesPerOfficerPerDay: 7 }
    const each = await openAgreement(database, admin, { ...terms, limits })
    const outcomes = (
      await askAtOnce(
        each,
        Array.from({ length: 20 }, () => [askOf('by-identifier')]),
      )
    ).map(({ term }) => term)
    expect(outcomes.filter(term => term === null)).toHaveLength(7)
    expect(outcomes.filter(term => term === 'officer-day-quota')).toHaveLength(13)
  }, 60_000)

  test('persons of a unit, each counted once', async () => {
    const people = Array.from({ length: 12 }, (_, index) => ({
      ...somebody(),
      arrest_id: randomUUID(),
      person_id: randomUUID(),
      otn: `Y000000${index % 10}`,
      police_number: `99900${10 + index}`,
    }))
    await insertRecords(admin, people)
    const terms = termsOf2017(blanks())
    const limits = {
      ...terms.limits,
      inquiriesPerUnitPerDay: 1000,
      inquiriesPerOfficerPerDay: 1000,
      personsPerUnitPerDay: 5,
    }
    const each = await openAgreement(database, admin, { ...terms, limits })
    const asked = Array.from({ length: 20 }, (_, index): Ask[] => [
      { question: 'by_identifier', args: ['police-number', `99900${10 + (index % 12)}`] },
    ])
    const answers = await askAtOnce(each, asked)
    const seen = new Set(answers.flatMap(({ rows }) => rows.map(row => JSON.stringify(row['identity']))))
    expect(seen.size).toBe(5)
    expect(answers.filter(({ term }) => term === 'persons-day-quota').length).toBeGreaterThan(6)
  }, 60_000)
})
