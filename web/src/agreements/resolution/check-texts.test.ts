import { createHash } from 'node:crypto'
import { compileAgreement, templates } from '@pars/terms'
import { describe, expect, test } from 'vitest'
import { exampleBlanks } from '../terms/example-blanks.ts'
import { ballotOf, checkTexts, isSame, mayVoteOn } from './check-texts.ts'
import type { Resolution } from './seat-votes.tsx'

const compiled = compileAgreement(templates.warrants(exampleBlanks), bytes =>
  createHash('sha256').update(bytes).digest(),
)
const texts = { termsText: compiled.termsText, sql: compiled.sql, prose: null }
const voted = { termsHash: compiled.termsHash, sqlHash: compiled.sqlHash, proseHash: null }
const wrong = (checks: Awaited<ReturnType<typeof checkTexts>>) =>
  checks.filter(check => !isSame(check)).map(({ what }) => what)

describe('before a ballot', () => {
  test('the browser finds the same hashes as the resolution', async () => {
    const checks = await checkTexts(voted, texts)
    expect(wrong(checks)).toEqual([])
    expect(mayVoteOn(checks, 'adopt')).toBe(true)
  })
  test('terms that are not the ones voted on are found', async () => {
    const termsText = texts.termsText.replace('"rowsPerAnswer":5', '"rowsPerAnswer":6')
    const checks = await checkTexts(voted, { ...texts, termsText })
    expect(wrong(checks)).toContain('terms')
    expect(mayVoteOn(checks, 'adopt')).toBe(false)
  })
  test('SQL that the terms do not compile to is found, although its hash is the one voted on', async () => {
    const sql = `${texts.sql}grant select on disclosure.record to public;`
    const sqlHash = createHash('sha256').update(sql).digest('hex')
    const checks = await checkTexts({ ...voted, sqlHash }, { ...texts, sql })
    expect(wrong(checks)).toEqual(['compiled'])
    expect(mayVoteOn(checks, 'adopt')).toBe(false)
    // Older SQL in force may be suspended by a browser that compiles otherwise by now.
    expect(mayVoteOn(checks, 'suspend')).toBe(true)
  })
  test('prose that is not the one voted on is found, and prose that nobody voted on', async () => {
    const proseHash = createHash('sha256').update('Prose.').digest('hex')
    expect(wrong(await checkTexts({ ...voted, proseHash }, { ...texts, prose: 'Prose.' }))).toEqual([])
    expect(wrong(await checkTexts({ ...voted, proseHash }, { ...texts, prose: 'Other.' }))).toEqual(['prose'])
    expect(wrong(await checkTexts(voted, { ...texts, prose: 'Prose.' }))).toEqual(['prose'])
    expect(wrong(await checkTexts({ ...voted, proseHash }, texts))).toEqual(['prose'])
  })
  test('terms that no browser reads compile to nothing', async () => {
    expect(wrong(await checkTexts(voted, { ...texts, termsText: '{}' }))).toEqual(['terms', 'compiled'])
  })
})

test('what is signed names city, resolution, texts, seat, choice and closing time', async () => {
  const resolution = {
    agreement: { agreementId: 'agm_1', code: 'warrants-2027', version: 2 },
    code: 'r-7',
    action: 'amend',
    termsHash: compiled.termsHash,
    sqlHash: compiled.sqlHash,
    closesAt: '2027-08-31T16:00:00.000Z',
  } as unknown as Resolution
  const ballot = { origin: 'city.example/log', seat: 'court', choice: 'against', prose: 'Prose.' } as const
  const { statement, statementHash, challenge } = await ballotOf(resolution, ballot)
  expect(JSON.parse(statement)).toMatchObject({
    format: 'pars-ballot-1',
    origin: 'city.example/log',
    resolution: 'r-7',
    version: 2,
    seat: 'court',
    choice: 'against',
    proseHash: createHash('sha256').update('Prose.').digest('hex'),
  })
  expect(createHash('sha256').update(statement).digest('hex')).toBe(statementHash)
  expect(Buffer.from(challenge, 'base64url').toString('hex')).toBe(statementHash)
})
