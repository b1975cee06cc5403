import { askByIdentifier, endPartnerSignIn, listHistory, newNonce, viewMe, viewPartnerMe } from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endCertificate, insertSwitchRow, listAsked } from '../testing/partner/insert-partner.sql.ts'
import type { MadeUpPartner } from '../testing/partner/made-up-partner.ts'
import { addRecords } from '../testing/partner/made-up-records.ts'
import { wideTerms } from '../testing/partner/made-up-terms.ts'
import { refusalOf } from '../testing/partner/refusal-of.ts'
import { type SignedInOfficer, signInOfficer } from '../testing/partner/sign-in-officer.ts'
import { type PartnerCity, startPartnerCity } from '../testing/partner/start-partner-city.ts'

let city: PartnerCity
let partner: MadeUpPartner
beforeAll(async () => {
  city = await startPartnerCity()
  partner = await city.partner(wideTerms())
  await addRecords(city.admin, [{ otn: 'N9999991' }])
})
afterAll(() => city.stop())

const signIn = (subject = partner.subject): Promise<SignedInOfficer> => signInOfficer(city.server.baseUrl, subject)
const bodyOf = (change: Record<string, unknown> = {}) => ({
  agreement: partner.agreement,
  purpose: 'criminal-investigation',
  cites: null,
  behalf: 'own unit',
  nonce: newNonce(),
  identifier: 'otn',
  value: 'N9999991',
  ...change,
})

describe('an officer who signs in', () => {
  test('comes back to the page asked for, and sees what the terms allow', async () => {
    const officer = await signInOfficer(city.server.baseUrl, partner.subject, '/partner/inquiries')
    expect(officer.landedAt).toBe('/partner/inquiries')
    const me = viewPartnerMe.answer.parse(await officer.call(viewPartnerMe))
    expect(me).toMatchObject({
      unit: { code: partner.code },
      officer: { officerId: partner.officer, coordinator: true },
      agreements: [{ agreement: partner.agreement, version: 1, standing: 'in-force', term: null, onward: 'none' }],
    })
    const [allowed] = (me as { agreements: { questions: { kind: string }[]; words: string[] }[] }).agreements
    expect(allowed?.questions.map(({ kind }) => kind)).not.toContain('by-attribute')
    expect(allowed?.words.join(' ')).toContain('runs through 11:59:59 p.m.')
  })

  test('asks as that officer and gets what a signed request gets', async () => {
    const officer = await signIn()
    const answer = await officer.call(askByIdentifier, { body: bodyOf() })
    const signed = await partner.client.call(askByIdentifier, { body: bodyOf({ officer: partner.officer }) })
    expect((answer as typeof signed).rows).toEqual(signed.rows)
    const asked = (await listAsked(city.admin, partner.agreement)).at(-2)
    expect(asked).toMatchObject({ authentication: 'sign-in', request: { officer: partner.officerUuid } })
    expect(asked?.request).not.toHaveProperty('signature')
  })

  test('can’t ask in another officer’s name, nor send the same inquiry twice', async () => {
    const officer = await signIn()
    const other = `ofc_${'1'.repeat(32)}`
    expect(await refusalOf(officer.call(askByIdentifier, { body: bodyOf({ officer: other }) }))).toMatchObject({
      reason: 'other-officer',
    })
    const body = bodyOf()
    await officer.call(askByIdentifier, { body })
    expect(await refusalOf(officer.call(askByIdentifier, { body }))).toMatchObject({ status: 409, reason: 'replayed' })
  })

  test('is nobody after signing out, in every tab', async () => {
    const officer = await signIn()
    expect(await officer.call(endPartnerSignIn)).toEqual({ signedOut: true })
    expect(await refusalOf(officer.call(viewPartnerMe))).toMatchObject({ status: 401, reason: 'not-signed-in' })
    expect(await refusalOf(officer.call(askByIdentifier, { body: bodyOf() }))).toMatchObject({ status: 401 })
  })

  test('is refused from another site’s page', async () => {
    const officer = await signIn()
    const response = await officer.fetch(askByIdentifier.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      body: JSON.stringify(bodyOf()),
    })
    expect(response.status).toBe(403)
  })

  test.each([
    ['the officer', 'officer', () => partner.officerUuid],
    ['the unit', 'unit', () => partner.code],
  ] as const)('is stopped at once by the switch of %s, and can’t sign in meanwhile', async (_, kind, subject) => {
    const officer = await signIn()
    await insertSwitchRow(city.admin, kind, subject(), true)
    expect(await refusalOf(officer.call(viewPartnerMe))).toMatchObject({ status: 401 })
    expect(await signIn()).toMatchObject({ status: 403, cookie: expect.not.stringContaining('pars_partner_sign_in') })
    await insertSwitchRow(city.admin, kind, subject(), false)
    expect(await officer.call(viewPartnerMe)).toMatchObject({ unit: { code: partner.code } })
  })

  test('is nobody once the certificate has ended', async () => {
    const brief = await partner.addUnit(`${partner.code.slice(0, 30)}-brief`, false)
    const officer = await signIn(brief.subject)
    expect(await officer.call(viewPartnerMe)).toMatchObject({ unit: { code: brief.code }, agreements: [] })
    await endCertificate(city.admin, brief.officerUuid)
    expect(await refusalOf(officer.call(viewPartnerMe))).toMatchObject({ status: 401 })
    expect((await signIn(brief.subject)).status).toBe(403)
  })
})

describe('two sign-ins of one address', () => {
  test('are apart: a partner’s opens nothing of the staff’s, and a stranger has none', async () => {
    const officer = await signIn()
    expect(await officer.call(viewMe)).toMatchObject({ account: null })
    expect((await officer.fetch('/api/arrests')).status).not.toBe(200)
    const stranger = await signIn('booking-officer')
    expect(stranger).toMatchObject({ status: 403 })
    expect(stranger.page).toContain('You are not signed in')
  })

  test('are listed apart by the local provider', async () => {
    const begun = await fetch(`${city.server.baseUrl}/partner-sign-in`, { redirect: 'manual' })
    const client = new URL(begun.headers.get('location') ?? '').searchParams.get('client_id')
    expect(client).toBe('pars-partner-door')
  })

  test('give no forged or borrowed token a place', async () => {
    const token = 'A'.repeat(43)
    for (const cookie of [`${partner.role}.${token}`, `agr_000000000000.${token}`, `pars_police.${token}`, 'x', '.'])
      expect(
        (
          await fetch(`${city.server.baseUrl}${listHistory.path}`, {
            headers: { cookie: `pars_partner_sign_in=${cookie}` },
          })
        ).status,
      ).toBe(401)
  })
})
