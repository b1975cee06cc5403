import { randomUUID, sign } from 'node:crypto'
import {
  type AnswerOf,
  answerResolution,
  askByIdentifier,
  fulfilObligation,
  listLetters,
  listOwnObligations,
  listOwnResolutions,
  listOwnTerms,
  registerCase,
  sendLetter,
} from '@pars/contract'
import { formatId, type Instant, instantOf } from '@pars/domain'
import { acceptanceStatement, caseStatement, termsText } from '@pars/terms'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertObligationRow, insertResolutionRow, insertSwitchRow } from '../testing/partner/insert-partner.sql.ts'
import type { MadeUpPartner, MadeUpUnit } from '../testing/partner/made-up-partner.ts'
import { addRecords } from '../testing/partner/made-up-records.ts'
import { wideTerms } from '../testing/partner/made-up-terms.ts'
import { refusalOf } from '../testing/partner/refusal-of.ts'
import { type PartnerCity, startPartnerCity } from '../testing/partner/start-partner-city.ts'

let city: PartnerCity
let partner: MadeUpPartner
let other: MadeUpPartner
let clerk: MadeUpUnit
beforeAll(async () => {
  city = await startPartnerCity()
  partner = await city.partner(wideTerms())
  other = await city.partner(wideTerms())
  clerk = await partner.addUnit(`${partner.code.slice(0, 30)}-clerk`, false)
  await addRecords(city.admin, [{ otn: 'N9999991' }])
})
afterAll(() => city.stop())

const signedBy = (unit: MadeUpUnit, statement: string) => ({
  statement,
  keyId: unit.keyId,
  signature: sign(null, Buffer.from(statement), unit.privateKey).toString('base64'),
})
const newResolution = async (of: MadeUpPartner) => {
  const id = randomUUID()
  await insertResolutionRow(city.admin, id, of.agreement, 1, 'amend')
  const resolutionId = formatId('res', id)
  const { resolutions } = await of.client.call(listOwnResolutions)
  const found = resolutions.find(each => each.resolutionId === resolutionId)
  if (!found) throw new Error('the resolution is not listed')
  return found
}
const accepted = { decision: 'accepted' as const, term: null, reason: null }

describe('an answer to a resolution', () => {
  test('accepts exactly the texts that are voted on, signed by the unit’s key', async () => {
    const resolution = await newResolution(partner)
    const statement = resolution.statement ?? ''
    expect(statement).toContain(`"termsHash":"${resolution.termsHash}"`)
    const body = { ...accepted, ...signedBy(partner, statement), officer: partner.officer }
    const params = { resolutionId: resolution.resolutionId }
    const { acceptanceId } = await partner.client.call(answerResolution, { params, body })
    expect(acceptanceId).toMatch(/^apt_/)
    const { resolutions } = await partner.client.call(listOwnResolutions)
    expect(resolutions.find(each => each.resolutionId === resolution.resolutionId)).toMatchObject({
      decision: 'accepted',
    })
    expect(await refusalOf(partner.client.call(answerResolution, { params, body }))).toMatchObject({
      status: 409,
      reason: 'already-answered',
    })
  })

  test('rejects a term, with the reason, in a statement that says so', async () => {
    const resolution = await newResolution(partner)
    const { code, agreement, version, termsHash, sqlHash } = resolution
    const texts = {
      agreement,
      version,
      resolution: code,
      action: 'amend' as const,
      termsHash,
      sqlHash,
      proseHash: null,
    }
    const said = { decision: 'rejected' as const, term: 'obligations', reason: 'Too short a time.' }
    const { origin } = city.server.runtime.city
    const statement = acceptanceStatement({ origin, ...texts, decision: 'rejected', term: 'obligations' })
    const body = { ...said, ...signedBy(partner, statement), officer: partner.officer }
    await partner.client.call(answerResolution, { params: { resolutionId: resolution.resolutionId }, body })
  })

  test.each<[string, (statement: string) => object, string]>([
    ['another decision than was signed', s => ({ ...signedBy(partner, s), decision: 'rejected' }), 'statement-differs'],
    ['another text', s => signedBy(partner, s.replace('"version":1', '"version":2')), 'statement-differs'],
    ['another partner’s key', s => signedBy(other, s), 'key-not-yours'],
    ['another unit’s key', s => signedBy(clerk, s), 'key-not-yours'],
    ['a signature over something else', s => ({ ...signedBy(partner, `${s} `), statement: s }), 'signature-invalid'],
  ])('with %s does not count', async (_, change, reason) => {
    const resolution = await newResolution(partner)
    const body = { ...accepted, officer: partner.officer, ...change(resolution.statement ?? '') }
    const params = { resolutionId: resolution.resolutionId }
    expect(await refusalOf(partner.client.call(answerResolution, { params, body }))).toMatchObject({
      status: 422,
      reason,
    })
  })

  test('is a coordinator’s, and about the own agreement', async () => {
    const resolution = await newResolution(partner)
    const params = { resolutionId: resolution.resolutionId }
    const byClerk = { ...accepted, ...signedBy(clerk, resolution.statement ?? ''), officer: clerk.officer }
    expect(await refusalOf(clerk.client.call(answerResolution, { params, body: byClerk }))).toMatchObject({
      status: 403,
      reason: 'not-coordinator',
    })
    const byOther = { ...accepted, ...signedBy(other, resolution.statement ?? ''), officer: other.officer }
    expect(await refusalOf(other.client.call(answerResolution, { params, body: byOther }))).toMatchObject({
      status: 404,
    })
  })
})

describe('a case that is registered beforehand', () => {
  const register = (of: MadeUpUnit, value: string, change: Record<string, unknown> = {}) => {
    const endsAt = instantOf(Date.now() + 86_400_000)
    const said = { unit: of.code, kind: 'case' as const, value, purpose: 'prosecution' as const, endsAt }
    const statement = caseStatement({ origin: city.server.runtime.city.origin, ...said })
    const body = {
      ...signedBy(of, statement),
      case: { kind: 'case' as const, value },
      purpose: said.purpose,
      endsAt,
      officer: of.officer,
      ...change,
    }
    return of.client.call(registerCase, { body })
  }
  const ask = async (value: string) => {
    const body = {
      agreement: partner.agreement,
      purpose: 'prosecution',
      cites: { kind: 'case' as const, value },
      behalf: 'own unit',
      officer: partner.officer,
      identifier: 'otn',
      value: 'N9999991',
    }
    return (await partner.client.call(askByIdentifier, { body })).rows.length
  }

  test('suffices from then on for the purpose that cites it, and not before', async () => {
    expect(await ask('HQ-1')).toBe(0)
    expect((await register(partner, 'HQ-1')).registrationId).toMatch(/^reg_/)
    expect(await ask('HQ-1')).toBe(1)
    expect(await ask('HQ-2')).toBe(0)
  })
  test('must be what the unit’s key signed, and end in the future', async () => {
    expect(await refusalOf(register(partner, 'HQ-3', { purpose: 'criminal-investigation' }))).toMatchObject({
      reason: 'statement-differs',
    })
    expect(await refusalOf(register(partner, 'HQ-3', { purpose: 'sweep' }))).toMatchObject({
      reason: 'purpose-unknown',
    })
    const past = '2020-01-01T00:00:00.000Z' as Instant
    const said = {
      unit: partner.code,
      kind: 'case' as const,
      value: 'HQ-3',
      purpose: 'prosecution' as const,
      endsAt: past,
    }
    const statement = caseStatement({ origin: city.server.runtime.city.origin, ...said })
    expect(await refusalOf(register(partner, 'HQ-3', { ...signedBy(partner, statement), endsAt: past }))).toMatchObject(
      {
        reason: 'ends-in-the-past',
      },
    )
  })
})

describe('duties and letters', () => {
  test('a duty is met once, with its evidence, by its own partner', async () => {
    const id = randomUUID()
    await insertObligationRow(city.admin, id, partner.agreement)
    const params = { obligationId: formatId('obl', id) }
    const body = { evidence: 'All copies destroyed.', documentHash: 'ab'.repeat(32), officer: partner.officer }
    const theirs = { ...body, officer: other.officer }
    expect(await refusalOf(other.client.call(fulfilObligation, { params, body: theirs }))).toMatchObject({
      status: 404,
    })
    await partner.client.call(fulfilObligation, { params, body })
    const { obligations } = await partner.client.call(listOwnObligations)
    expect(obligations.find(each => each.obligationId === params.obligationId)).toMatchObject({
      code: 'self-audit',
      fulfilledAt: expect.any(String),
    })
    expect(await refusalOf(partner.client.call(fulfilObligation, { params, body }))).toMatchObject({
      reason: 'already-fulfilled',
    })
  })

  test('a letter is served and read by its own partner only', async () => {
    const body = {
      agreement: partner.agreement,
      kind: 'letter' as const,
      subject: 'Training',
      body: 'Two officers completed it.',
      repliesTo: null,
      officer: partner.officer,
    }
    const { noticeId } = await partner.client.call(sendLetter, { body })
    const reply = { ...body, kind: 'reply' as const, repliesTo: noticeId }
    await partner.client.call(sendLetter, { body: reply })
    const { letters } = (await partner.client.call(listLetters)) as AnswerOf<typeof listLetters>
    expect(letters.map(({ kind, servedBy }) => [kind, servedBy])).toEqual([
      ['reply', 'partner'],
      ['letter', 'partner'],
    ])
    expect((await other.client.call(listLetters)).letters).toEqual([])
    const unknown = { ...reply, repliesTo: formatId('ntc', randomUUID()) }
    expect(await refusalOf(partner.client.call(sendLetter, { body: unknown }))).toMatchObject({
      reason: 'no-such-letter',
    })
    const foreign = { ...body, agreement: other.agreement }
    expect(await refusalOf(partner.client.call(sendLetter, { body: foreign }))).toMatchObject({ status: 404 })
  })

  test('terms are shown as data, hash and plain words', async () => {
    const { versions } = await partner.client.call(listOwnTerms)
    expect(versions).toHaveLength(1)
    expect(versions[0]).toMatchObject({ agreement: partner.agreement, standing: 'in-force', activated: true })
    expect(JSON.stringify(versions[0]?.terms)).toBe(termsText(partner.terms))
    expect(versions[0]?.words.length).toBeGreaterThan(20)
  })

  test('a stopped key or unit reads and does nothing', async () => {
    await insertSwitchRow(city.admin, 'key', partner.keyId, true)
    for (const endpoint of [listLetters, listOwnTerms, listOwnObligations])
      expect(await refusalOf(partner.client.call(endpoint))).toMatchObject({ status: 403, term: 'unit-stopped' })
    await insertSwitchRow(city.admin, 'key', partner.keyId, false)
    expect((await partner.client.call(listOwnTerms)).versions).toHaveLength(1)
  })
})
