import { randomUUID } from 'node:crypto'
import { compileTerms, namesOf, type Population, type QuestionTerm, type Terms } from '@pars/terms'
import { termsOf2017 } from '@pars/terms/stories'
import fc from 'fast-check'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../src/testing/index.ts'
import { codeOf, connect } from '../door-client.ts'
import { executeAsOwner } from './agreement.sql.ts'
import { ask, collect, findLastAsked } from './ask.sql.ts'
import { dropAgreement, findStanding, isAlive, listNamed, makeBait } from './hostile.sql.ts'
import { inForce, type OpenedAgreement, openAgreement } from './opened-agreement.ts'

let database: TestDatabase
let admin: Client

beforeAll(async () => {
  database = await testDatabase()
  admin = await connect(database.admin)
  await makeBait(admin)
})
afterAll(async () => {
  await admin.end()
  await database.drop()
})

const blanks = () => ({
  version: 1,
  partner: 'Test Agency',
  units: [{ code: `u-${randomUUID().slice(0, 8)}`, name: 'Test Unit', function: 'Tests' }],
  ...inForce(),
})

/** Pieces that end a literal, a body, a statement or a comment, and what would happen if one did. */
const pieces = [
  "'",
  "''",
  '\\',
  "\\'",
  "E'",
  '"',
  '$',
  '$$',
  '$question$',
  '$question2$',
  ';',
  '--',
  '/*',
  '*/',
  '\n',
  '\r\n',
  '\t',
  ')',
  '(',
  ',',
  '{',
  '}',
  '%',
  '%I',
  'é',
  '李',
  '\u2019',
  '\u02bc',
  '\uff07',
  '\u202e',
  "'; drop table public.bait; --",
  '$question$; drop table public.bait; --',
  "') or true or ('",
  "' || pg_sleep(9) || '",
  'x',
]
const hostile: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
  .map(parts => parts.join(''))

const population = (text: string): Population => ({
  kind: 'all',
  of: [
    { kind: 'not', of: { kind: 'is', column: 'district', value: text } },
    { kind: 'not', of: { kind: 'in', column: 'grade', values: [text, 'F1'] } },
  ],
})

/** Every place of terms from which a text enters the SQL, with a hostile one that no parser would let through. */
const poisoned = (text: string): Terms => {
  const terms = termsOf2017(blanks())
  const questions = [
    { kind: 'by-identifier', identifiers: [text] },
    { kind: 'by-attribute', attributes: ['race'] },
    { kind: 'feed', days: 7 },
  ] as unknown as QuestionTerm[]
  return {
    ...terms,
    agreement: text,
    partner: text,
    units: [{ code: text, name: text, function: text }],
    purposes: [{ code: text as never, cites: text as never, suffices: 'unverified' }],
    questions,
    population: population(text),
  }
}

describe('whatever text is in terms', () => {
  test('it stays the text that it is, and nothing of it is executed', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async text => {
        const names = namesOf(randomUUID().replaceAll('-', '').slice(0, 12))
        const before = await listNamed(admin)
        await executeAsOwner(admin, compileTerms(poisoned(text), names))
        expect(await isAlive(admin)).toBe(true)
        const standing = await findStanding(admin, names.door)
        expect(standing).toEqual({
          agreement: text,
          units: [text],
          purposes: { [text]: { cites: text, suffices: 'unverified' } },
        })
        const made = (await listNamed(admin)).filter(name => !before.includes(name))
        expect(made.every(name => name.includes(names.suffix))).toBe(true)
        await dropAgreement(admin, names)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('also where the session takes backslashes for escapes', async () => {
    await admin.query('set standard_conforming_strings = off; set escape_string_warning = off')
    const text = "\\'; drop table public.bait; --"
    const names = namesOf(randomUUID().replaceAll('-', '').slice(0, 12))
    await executeAsOwner(admin, compileTerms(poisoned(text), names))
    await admin.query('reset standard_conforming_strings; reset escape_string_warning')
    expect((await findStanding(admin, names.door))?.agreement).toBe(text)
    expect(await isAlive(admin)).toBe(true)
  })

  test('what no text of the database holds is refused before there is any SQL', () => {
    const names = namesOf('0123456789ab')
    for (const text of ['a\0b', '\ud800']) expect(() => compileTerms(poisoned(text), names)).toThrow()
  })
})

describe('whatever a raw caller asks with', () => {
  let opened: OpenedAgreement
  beforeAll(async () => {
    const terms = termsOf2017(blanks())
    const limits = { ...terms.limits, inquiriesPerUnitPerDay: 100_000, inquiriesPerOfficerPerDay: 100_000 }
    const questions: QuestionTerm[] = [...terms.questions, { kind: 'by-incident' }, { kind: 'feed', days: 7 }]
    opened = await openAgreement(database, admin, { ...terms, limits, questions })
  })
  afterAll(() => opened.close())

  const asks = (text: string) => [
    { question: 'by_identifier', args: [text, text] },
    { question: 'by_identifier', args: ['otn', text] },
    { question: 'by_name_and_birth_date', args: [text, text, '1990-05-06'] },
    { question: 'by_attribute', args: [text, text, '2018-01-01'] },
    { question: 'by_attribute', args: ['birth-country', text, '2018-01-01'] },
    { question: 'by_incident', args: [text] },
    { question: 'feed', args: [text] },
    { question: 'ask_ungranted', args: [text, [text, text], JSON.stringify({ text })] },
  ]

  test('it finds nobody, and a public leaf says words of our lists only', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async text => {
        for (const asked of asks(text)) {
          const request = opened.request({ purpose: text, unit: opened.unit })
          const token = await ask(
            opened.door,
            opened.compiled.names.door,
            asked,
            fc.sample(fc.boolean(), 1)[0] ? request : opened.request(),
          )
          expect((await collect(opened.door, token)).answer?.rows).toEqual([])
          const row = await findLastAsked(admin, opened.compiled.names.door)
          const said = [row?.question, ...(row?.filters ?? []), ...(row?.classes ?? []), row?.term ?? 'none']
          for (const word of said) expect(word).toMatch(/^[a-z][a-z-]{1,40}$/)
        }
      }),
      { numRuns: 12 },
    )
    expect(await isAlive(admin)).toBe(true)
  }, 60_000)

  test('it is refused where it is longer than any name, and kept no longer than that', async () => {
    const long = 'x'.repeat(1_000_000)
    for (const asked of asks(long).slice(1, 6)) {
      await ask(opened.door, opened.compiled.names.door, asked, opened.request())
      const row = await findLastAsked(admin, opened.compiled.names.door)
      expect(row?.term).toMatch(/^filter-/)
      expect(JSON.stringify(row).length).toBeLessThan(3000)
    }
  })

  test('dates that no calendar holds find nobody and break nothing', async () => {
    for (const date of ['infinity', '-infinity', '4713-01-01 BC', '0001-01-01', '5874897-12-31', null]) {
      const asked = { question: 'by_name_and_birth_date', args: ['Test', 'Test', date] }
      await ask(opened.door, opened.compiled.names.door, asked, opened.request())
      expect(await findLastAsked(admin, opened.compiled.names.door)).toMatchObject({ term: 'filter-malformed' })
    }
    for (const since of ['infinity', '-infinity', null]) {
      const asked = { question: 'by_attribute', args: ['birth-country', 'abroad', since] }
      await ask(opened.door, opened.compiled.names.door, asked, opened.request())
      expect(await findLastAsked(admin, opened.compiled.names.door)).toMatchObject({ term: 'filter-malformed' })
    }
    await ask(opened.door, opened.compiled.names.door, { question: 'recent', args: [2_147_483_647] }, opened.request())
    expect(await findLastAsked(admin, opened.compiled.names.door)).toMatchObject({ term: 'filter-not-granted' })
  })

  test('the order in which names are looked up bends nothing', async () => {
    const { door } = opened.compiled.names
    const client = await opened.connect()
    for (const path of [
      "''",
      `${door}, pg_catalog`,
      `inquiry, ${door}, disclosure, pg_catalog`,
      'pg_temp, pg_catalog, disclosure',
    ]) {
      await client.query(`set search_path = ${path}`)
      for (const asked of asks('x')) expect(await codeOf(ask(client, door, asked, opened.request()))).toBe('ok')
    }
    await client.end()
    // A second session: functions are compiled once in each.
    const again = await opened.connect()
    await again.query(`set search_path = disclosure, inquiry, ${door}, pg_catalog`)
    for (const asked of asks('x')) expect(await codeOf(ask(again, door, asked, opened.request()))).toBe('ok')
    await again.end()
  })
})
