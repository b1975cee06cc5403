import { sign } from 'node:crypto'
import {
  createSignedClient,
  exportOwnPackage,
  exportPackage,
  openPaths,
  type SignedClient,
  sendLetter,
} from '@pars/contract'
import { answersOf, checkOpenings, checkPackage, parseVkey, utf8 } from '@pars/ledger'
import { sha256, verifyEd25519, verifyEs256 } from '@pars/ledger/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementWay, type Draft, eventually, type TestPartner } from '../testing/agreement-way.ts'
import { countEntries } from '../testing/entries.sql.ts'
import { refusalOf } from '../testing/partner/refusal-of.ts'
import { type PartnerCity, startPartnerCity } from '../testing/partner/start-partner-city.ts'

let city: PartnerCity
let partner: TestPartner
let other: TestPartner
let drafted: Draft
let client: SignedClient
const check = async (text: string) => {
  const key = parseVkey(sha256, (await (await fetch(`${city.server.baseUrl}/log/key`)).text()).trim())
  if (!key.ok) throw new Error(key.fault)
  const checks = { ed25519: verifyEd25519, es256: verifyEs256 }
  return checkPackage(utf8(text), { sha256, checks, logKey: key.value })
}
const clientOf = ({ key }: TestPartner) =>
  createSignedClient({
    baseUrl: city.server.baseUrl,
    keyId: key.keyId,
    sign: bytes => sign(null, bytes, key.privateKey),
  })
const newestNumber = async (): Promise<number> =>
  Number((await (await fetch(`${city.server.baseUrl}/log/checkpoint`)).text()).split('\n')[1])
const exportBy = async (subject: string, from: string, through: string) =>
  (await city.server.as(subject)).call(exportPackage, {
    params: { agreementId: drafted.agreementId },
    body: { from, through },
  })
const exportOwn = (by: SignedClient, from: string, through: string, officer = partner.officerId) =>
  by.call(exportOwnPackage, { body: { agreement: drafted.terms.agreement, from, through, officer } })

beforeAll(async () => {
  city = await startPartnerCity()
  const way = agreementWay(city.server)
  await way.genesis()
  partner = await way.partner()
  other = await way.partner()
  const inForce = await way.putInForce(partner, way.termsOf(partner))
  drafted = inForce
  const theirs = await way.putInForce(other, way.termsOf(other))
  await way.askAs(partner, inForce.door)
  await way.askAs(other, theirs.door)
  client = clientOf(partner)
  const { agreement } = drafted.terms
  const letter = { kind: 'letter' as const, subject: 'A question', body: 'Made up.', repliesTo: null }
  const about = { agreement, officer: partner.officerId, ...letter }
  await eventually(() => client.call(sendLetter, { body: about }).catch(() => undefined))
  const entered = await countEntries(city.server)
  await eventually(async () => (await newestNumber()) >= entered)
})
afterAll(() => city.stop())

describe('an audit package', () => {
  test('is the same bytes for a custodian and for the partner, now and later, and all of it holds', async () => {
    const through = String(await newestNumber())
    const ours = await exportBy('city-solicitor', '20', through)
    const theirs = await exportOwn(client, '20', through)
    const again = await exportBy('court-manager', '20', through)
    expect(theirs.package).toBe(ours.package)
    expect(again.package).toBe(ours.package)
    const report = await check(ours.package)
    expect(report.faults).toEqual([])
    expect(report.range.length).toBe(Number(through) - 19)
    expect(answersOf(report)).toMatchObject({
      answered: 1,
      refused: 0,
      letters: [{ servedBy: 'partner', text: 'A question\n\nMade up.' }],
    })
    expect(ours.package).not.toContain('Holder police')
  })

  test('of the whole log holds the votes in its range, and of another agreement nothing but leaves', async () => {
    const through = String(await newestNumber())
    const { package: text } = await exportBy('city-solicitor', '1', through)
    const report = await check(text)
    expect(report.faults).toEqual([])
    expect(report.outside).toEqual([])
    const statements = text.split('\n').filter(line => line.includes('"part":"statement"'))
    expect(statements).toHaveLength(3)
    for (const line of statements) expect(line).toContain(drafted.terms.agreement)
  })

  test('takes days of the city for its range, and its export is an entry that lies behind it', async () => {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date())
    const exported = await exportBy('police-representative', '2', day)
    expect(exported.through).toBeGreaterThan(20)
    expect((await check(exported.package)).ok).toBe(true)
    const kinds = await eventually(async () => {
      const through = await newestNumber()
      const later = await exportBy('city-solicitor', String(exported.through), String(through))
      const found = (await check(later.package)).range
      return found.find(
        ({ entry, leaf }) =>
          entry > exported.through &&
          leaf.class === 'conduct' &&
          leaf.kind === 'package.exported' &&
          leaf.fields['from'] === 2,
      )
    })
    expect(kinds.leaf).toMatchObject({ fields: { agreement: drafted.terms.agreement, through: exported.through } })
  })

  test.each([
    ['0', '5', 'range-malformed'],
    ['2018-02-30', '5', 'range-malformed'],
    ['9', '5', 'range-empty'],
    ['2', '2001-01-01', 'range-empty'],
    ['1', '999999', 'range-too-long'],
    ['1', '200000', 'range-not-covered'],
  ])('from %s to %s is refused to either side: %s', async (from, through, reason) => {
    expect(await refusalOf(exportBy('city-solicitor', from, through))).toMatchObject({ reason })
    expect(await refusalOf(exportOwn(client, from, through))).toMatchObject({ status: 422, reason })
  })

  test('has what its inquiries held in a file apart, laid open on record with its basis', async () => {
    const through = String(await newestNumber())
    const { package: text } = await exportBy('city-solicitor', '20', through)
    const report = await check(text)
    const by = async (subject: string) =>
      (await city.server.as(subject)).call(openPaths, {
        params: { agreementId: drafted.agreementId },
        body: { from: '20', through, basis: 'court-order' },
      })
    const opened = await by('court-representative')
    const { openings, faults } = checkOpenings(sha256, utf8(opened.openings), report)
    expect(faults).toEqual([])
    expect(openings.map(({ opening }) => opening.slot)).toEqual(['ground', 'officer', 'predicate', 'request'])
    expect(await refusalOf(by('city-solicitor'))).toMatchObject({ status: 403 })
    const entry = await eventually(async () => {
      const later = await exportBy('city-solicitor', through, String(await newestNumber()))
      return (await check(later.package)).range.find(
        ({ leaf }) => leaf.class === 'conduct' && leaf.kind === 'path.opened',
      )
    })
    expect(entry.leaf).toMatchObject({ fields: { basis: 'court-order' } })
  })

  test('is not another partner’s, nor that of somebody who may not export', async () => {
    expect(await refusalOf(exportOwn(clientOf(other), '1', '5', other.officerId))).toMatchObject({ status: 404 })
    expect(await refusalOf(exportBy('booking-officer', '1', '5'))).toMatchObject({ status: 403 })
  })
})
