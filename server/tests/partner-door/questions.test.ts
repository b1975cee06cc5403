import {
  askByAttribute,
  askByIdentifier,
  askByIncident,
  askByNameAndBirthDate,
  askFeed,
  askRecent,
  type InquiryAnswer,
  inquiryAnswer,
  noRecord,
  type RefusingTerm,
  signCall,
} from '@pars/contract'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { halt, insertSwitchRow, listAsked, resume } from '../testing/partner/insert-partner.sql.ts'
import type { MadeUpPartner } from '../testing/partner/made-up-partner.ts'
import { addRecords } from '../testing/partner/made-up-records.ts'
import { wideTerms } from '../testing/partner/made-up-terms.ts'
import { refusalOf } from '../testing/partner/refusal-of.ts'
import { type PartnerCity, startPartnerCity } from '../testing/partner/start-partner-city.ts'
import { askRaw, collectRaw } from './raw.sql.ts'

let city: PartnerCity
let partner: MadeUpPartner
beforeAll(async () => {
  city = await startPartnerCity()
  partner = await city.partner(wideTerms())
  await addRecords(city.admin, [
    { otn: 'N9999991', last: 'Larch', first: 'Quill', warrant: 'W-1' },
    { otn: 'N9999992', last: 'Birch', first: 'Ann', incident: '202625000777' },
    { otn: 'N9999993', last: 'Young', first: 'Too', adult: false },
  ])
})
afterAll(() => city.stop())

const saidBy = (of: MadeUpPartner) => ({
  agreement: of.agreement,
  purpose: 'criminal-investigation',
  cites: null,
  behalf: 'own unit',
  officer: of.officer,
})

const askOtn = (of: MadeUpPartner, value: string, change: Record<string, unknown> = {}): Promise<InquiryAnswer> =>
  of.client.call(askByIdentifier, { body: { ...saidBy(of), identifier: 'otn', value, ...change } })

describe('a question that the terms hold', () => {
  test('is answered with the classes granted, the notice, and the entry under which it was recorded before', async () => {
    const answer = await askOtn(partner, 'N9999991')
    expect(inquiryAnswer.parse(answer)).toMatchObject({
      question: 'by-identifier',
      agreement: partner.agreement,
      version: 1,
      say: null,
      rows: [{ identity: { last: 'Larch', first: 'Quill', bornOn: '1990-02-03' }, arrest: { otn: 'N9999991' } }],
    })
    expect(Object.keys(answer.rows[0] ?? {}).sort()).toEqual([
      'arrest',
      'bail',
      'charges',
      'custody',
      'docket',
      'identity',
    ])
    expect(answer.notice.file).toContain('Testville')
    expect(answer.notice.passOn).toBe('Not to be passed on to anybody.')
    expect(answer.notice.asOf >= answer.askedAt).toBe(true)
    const [asked] = (await listAsked(city.admin, partner.agreement)).slice(-1)
    expect(asked).toMatchObject({
      question: 'by-identifier',
      outcome: 'answered',
      row_count: 1,
      authentication: 'signed',
    })
    expect(asked?.request).toMatchObject({ behalf: 'own unit', key: partner.keyId, unit: partner.code })
  })

  test('says the same over a raw connection as the role of the agreement', async () => {
    const raw = new Client(partner.connection(partner.door))
    await raw.connect()
    const request = { unit: partner.code, officer: partner.officerUuid, purpose: 'criminal-investigation' }
    const token = await askRaw(raw, partner.door, 'by_identifier', ['otn', 'N9999991'], request)
    const held = await collectRaw(raw, token)
    await raw.end()
    const answer = await askOtn(partner, 'N9999991')
    expect(answer.rows).toEqual(JSON.parse(held.answer ?? '').rows)
  })

  test.each([
    ['nobody', 'N0000000'],
    ['somebody who is out of reach', 'N9999993'],
  ])('finds %s with one and the same answer', async (_, otn) => {
    const answer = await askOtn(partner, otn)
    expect(answer).toMatchObject({ rows: [], say: noRecord })
  })

  test('finds nobody where the cited case is not found with the person', async () => {
    const purpose = { purpose: 'warrant-service' }
    const wrong = await askOtn(partner, 'N9999991', { ...purpose, cites: { kind: 'warrant', value: 'W-2' } })
    expect(wrong).toMatchObject({ rows: [], say: noRecord })
    const right = await askOtn(partner, 'N9999991', { ...purpose, cites: { kind: 'warrant', value: 'W-1' } })
    expect(right.rows).toHaveLength(1)
  })

  test('can be asked by name and birth date, by incident, of the last hours, and as a feed', async () => {
    const said = saidBy(partner)
    const { client } = partner
    const named = await client.call(askByNameAndBirthDate, {
      body: { ...said, last: 'LARCH', first: 'quill', bornOn: '1990-02-03' },
    })
    expect(named.rows).toMatchObject([{ match: 'exact' }])
    const alike = await client.call(askByNameAndBirthDate, {
      body: { ...said, last: 'Larch', first: 'Quill', bornOn: '1990-03-02' },
    })
    expect(alike.rows).toMatchObject([{ match: 'possible', identity: { last: 'Larch' } }])
    expect(Object.keys(alike.rows[0] ?? {}).sort()).toEqual(['identity', 'match'])
    const incident = await client.call(askByIncident, { body: { ...said, incident: '202625000777' } })
    expect(incident.rows).toMatchObject([{ identity: { last: 'Birch' } }])
    const recent = await client.call(askRecent, { body: { ...said, hours: 24 } })
    expect(recent.rows).toHaveLength(2)
    const feed = await client.call(askFeed, { body: { ...said, cursor: null } })
    expect(feed.cursor).toMatch(/^[0-9a-f]{112}$/)
  })

  test('leaves for no cache, and gives nothing more to HEAD, Range or If-None-Match', async () => {
    const body = { ...saidBy(partner), identifier: 'otn', value: 'N9999991' }
    const { url, init } = await signCall(partner.signing, askByIdentifier, { body })
    const headers = { ...init.headers, range: 'bytes=0-9', 'if-none-match': '*' }
    const response = await fetch(url, { ...init, headers })
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.has('etag')).toBe(false)
    expect(response.headers.has('last-modified')).toBe(false)
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(404)
    expect((await fetch(`${city.server.baseUrl}/api/partner/me`, { method: 'HEAD' })).status).toBe(404)
  })
})

describe('a question that the agreement refuses', () => {
  const expectRefused = async (asked: Promise<unknown>, term: RefusingTerm, section: string | null): Promise<void> => {
    const problem = await refusalOf(asked)
    expect(problem).toMatchObject({ status: 403, reason: term, term, section })
    expect(problem.entryId).toMatch(/^ent_[0-9a-f]{32}$/)
    const [recorded] = (await listAsked(city.admin, partner.agreement)).slice(-1)
    expect(recorded).toMatchObject({ outcome: 'refused', term, row_count: 0 })
  }

  test('names a purpose that is not granted', () =>
    expectRefused(askOtn(partner, 'N9999991', { purpose: 'civil-immigration' }), 'purpose-not-granted', '/purposes'))
  test('names the case that must be cited', () =>
    expectRefused(askOtn(partner, 'N9999991', { purpose: 'warrant-service' }), 'case-not-cited', '/purposes'))
  test('names the identifier that is not granted', () =>
    expectRefused(askOtn(partner, 'N9999991', { identifier: 'ssn' }), 'filter-not-granted', '/questions'))
  test('names the cursor that is not its own', () =>
    expectRefused(
      partner.client.call(askFeed, { body: { ...saidBy(partner), cursor: 'ab'.repeat(56) } }),
      'cursor-not-valid',
      '/questions',
    ))
  test('names more hours than are granted', () =>
    expectRefused(
      partner.client.call(askRecent, { body: { ...saidBy(partner), hours: 49 } }),
      'filter-not-granted',
      '/questions',
    ))
  test('names an officer who was not named, and one who is none of the unit', async () => {
    await expectRefused(askOtn(partner, 'N9999991', { officer: undefined }), 'officer-not-named', null)
    const stranger = `ofc_${'0'.repeat(32)}`
    await expectRefused(askOtn(partner, 'N9999991', { officer: stranger }), 'officer-not-certified', null)
  })
  test('names a question that the terms do not hold, with what was asked', async () => {
    const body = { ...saidBy(partner), attribute: 'birth-country', value: 'abroad', since: '2026-01-01T00:00:00Z' }
    await expectRefused(partner.client.call(askByAttribute, { body }), 'question-not-granted', '/questions')
    const [recorded] = (await listAsked(city.admin, partner.agreement)).slice(-1)
    expect(recorded).toMatchObject({
      question: 'by-attribute',
      filters: ['birth-country', 'since'],
      predicate: { attribute: 'birth-country', value: 'abroad' },
    })
  })
  test.each([
    ['unit', () => partner.code, 'unit-stopped'],
    ['key', () => partner.keyId, 'unit-stopped'],
    ['officer', () => partner.officerUuid, 'officer-stopped'],
  ] as const)('names the switch of the %s', async (kind, subject, term) => {
    await insertSwitchRow(city.admin, kind, subject(), true)
    await expectRefused(askOtn(partner, 'N9999991'), term, null)
    await insertSwitchRow(city.admin, kind, subject(), false)
    expect((await askOtn(partner, 'N9999991')).rows).toHaveLength(1)
  })
  test('names a suspension, and is answered again once it is lifted', async () => {
    await halt(city.admin, partner.agreement, 'suspended')
    await expectRefused(askOtn(partner, 'N9999991'), 'agreement-suspended', null)
    await resume(city.admin, partner.agreement)
    expect((await askOtn(partner, 'N9999991')).rows).toHaveLength(1)
  })
  test('names the day’s quota of the unit, of the officer, and of persons', async () => {
    const limits = {
      inquiriesPerUnitPerDay: 2,
      inquiriesPerOfficerPerDay: 9,
      personsPerUnitPerDay: 9,
      rowsPerAnswer: 9,
    }
    const byUnit = await city.partner(wideTerms({ limits }))
    await askOtn(byUnit, 'N9999991')
    await askOtn(byUnit, 'N0000000')
    expect(await refusalOf(askOtn(byUnit, 'N9999991'))).toMatchObject({ term: 'unit-day-quota' })
    const byOfficer = await city.partner(
      wideTerms({ limits: { ...limits, inquiriesPerUnitPerDay: 9, inquiriesPerOfficerPerDay: 1 } }),
    )
    await askOtn(byOfficer, 'N9999991')
    expect(await refusalOf(askOtn(byOfficer, 'N9999991'))).toMatchObject({ term: 'officer-day-quota' })
    const byPersons = await city.partner(
      wideTerms({ limits: { ...limits, inquiriesPerUnitPerDay: 9, personsPerUnitPerDay: 1 } }),
    )
    await askOtn(byPersons, 'N9999991')
    expect(await refusalOf(askOtn(byPersons, 'N9999992'))).toMatchObject({
      term: 'persons-day-quota',
      section: '/limits/personsPerUnitPerDay',
    })
    expect((await askOtn(byPersons, 'N9999991')).rows).toHaveLength(1)
  })
  test('is not found where the agreement is another partner’s, or none', async () => {
    const other = await city.partner(wideTerms())
    expect(await refusalOf(askOtn(partner, 'N9999991', { agreement: other.agreement }))).toMatchObject({
      status: 404,
      reason: 'no-such-agreement',
    })
    expect(await refusalOf(askOtn(partner, 'N9999991', { agreement: 'no-such-code' }))).toMatchObject({ status: 404 })
  })
  test('is malformed before anything is recorded', async () => {
    const before = (await listAsked(city.admin, partner.agreement)).length
    const problem = await refusalOf(askOtn(partner, 'N9999991', { surprise: 1 }))
    expect(problem).toMatchObject({ status: 400, errors: [{ pointer: '/surprise' }] })
    expect(await listAsked(city.admin, partner.agreement)).toHaveLength(before)
  })
})
