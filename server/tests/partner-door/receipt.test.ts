import { askByAttribute, askByIdentifier, signCall, viewReceipt } from '@pars/contract'
import { checkReceipt, parseVkey, readUtf8 } from '@pars/ledger'
import { sha256, verifyEd25519 } from '@pars/ledger/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sizeStep, slotMilliseconds } from '../../src/partner-door/slots.ts'
import type { MadeUpPartner, MadeUpUnit } from '../testing/partner/made-up-partner.ts'
import { addRecords } from '../testing/partner/made-up-records.ts'
import { wideTerms } from '../testing/partner/made-up-terms.ts'
import { refusalOf } from '../testing/partner/refusal-of.ts'
import { type PartnerCity, startPartnerCity } from '../testing/partner/start-partner-city.ts'

let city: PartnerCity
let partner: MadeUpPartner
let other: MadeUpPartner
let unit: MadeUpUnit
beforeAll(async () => {
  city = await startPartnerCity()
  partner = await city.partner(wideTerms())
  other = await city.partner(wideTerms())
  unit = await partner.addUnit(`${partner.code.slice(0, 30)}-more`, false)
  await addRecords(city.admin, [{ otn: 'N9999991' }, { otn: 'N9999993', adult: false }])
})
afterAll(() => city.stop())

const bodyOf = (value: string) => ({
  agreement: partner.agreement,
  purpose: 'criminal-investigation',
  cites: null,
  behalf: 'own unit',
  officer: partner.officer,
  identifier: 'otn',
  value,
})
const ask = async (value: string): Promise<string> =>
  (await partner.client.call(askByIdentifier, { body: bodyOf(value) })).entryId
const logKey = async () => {
  const key = parseVkey(sha256, (await (await fetch(`${city.server.baseUrl}/log/key`)).text()).trim())
  if (!key.ok) throw new Error(key.fault)
  return key.value
}
const check = async (bytes: Uint8Array) => {
  const checked = await checkReceipt(sha256, bytes, { verify: verifyEd25519, logKey: await logKey() })
  if (!checked.ok) throw new Error(checked.fault)
  return checked.value
}
const openedIn = ({ openings }: Awaited<ReturnType<typeof check>>) =>
  Object.fromEntries(
    openings.map(({ slot, value }) => [slot, JSON.parse(readUtf8(value.content ?? new Uint8Array(0)) ?? '')]),
  )

describe('the receipt of an inquiry', () => {
  test('proves an answer offline, with what the asker asked and nothing of what was found', async () => {
    const { checked } = await partner.client.receiptOf(await ask('N9999991'), { check })
    expect(checked.leaf).toMatchObject({ kind: 'inquiry.answered', fields: { agreement: partner.agreement, rows: 1 } })
    const opened = openedIn(checked)
    expect(Object.keys(opened)).toEqual(['officer', 'behalf', 'predicate', 'request'])
    expect(opened).toMatchObject({ behalf: 'own unit', predicate: { identifier: 'otn', value: 'N9999991' } })
    expect(opened['request']).toMatchObject({ unit: partner.code, authentication: 'signed' })
  })

  test('proves a refusal, with the term that refused', async () => {
    const body = { ...bodyOf(''), attribute: 'birth-country', value: 'abroad', since: '2020-01-01T00:00:00Z' }
    const { identifier: _, ...asked } = body
    const refused = await refusalOf(partner.client.call(askByAttribute, { body: { ...asked, purpose: 'no-such' } }))
    const { checked } = await partner.client.receiptOf(String(refused['entryId']), { check })
    expect(checked.leaf).toMatchObject({ kind: 'inquiry.refused', fields: { term: refused['reason'] } })
  })

  test('is the same each time that it is asked for', async () => {
    const entryId = await ask('N9999991')
    const { receipt } = await partner.client.receiptOf(entryId, { check })
    await ask('N9999991')
    expect((await partner.client.receiptOf(entryId, { check })).receipt).toBe(receipt)
  })

  test('has one length and comes in slots, whether somebody was found, nobody, or nobody in reach', async () => {
    const seen: { bytes: number; opened: string[] }[] = []
    for (const otn of ['N9999991', 'N0000000', 'N9999993']) {
      const entryId = await ask(otn)
      const { checked } = await partner.client.receiptOf(entryId, { check })
      const { url, init } = await signCall(partner.signing, viewReceipt, { params: { entryId } })
      const began = performance.now()
      const text = await (await fetch(url, init)).text()
      expect(performance.now() - began).toBeGreaterThanOrEqual(slotMilliseconds)
      seen.push({ bytes: Buffer.byteLength(text), opened: Object.keys(openedIn(checked)) })
      expect(text).not.toMatch(/nobody-found|out-of-reach|not-in-population/)
    }
    expect(new Set(seen.map(({ bytes }) => bytes)).size).toBe(1)
    expect((seen[0]?.bytes ?? 1) % sizeStep).toBe(0)
    expect(new Set(seen.map(({ opened }) => opened.join())).size).toBe(1)
  })

  test('is the asking unit’s own: another partner and another unit get the answer for what is not there', async () => {
    const entryId = await ask('N9999991')
    await partner.client.receiptOf(entryId, { check })
    for (const client of [other.client, unit.client])
      expect(await refusalOf(client.call(viewReceipt, { params: { entryId } }))).toMatchObject({
        status: 404,
        reason: 'no-such-inquiry',
      })
  })
})

describe('the public receipt of an entry', () => {
  test('proves any entry by its number and opens nothing', async () => {
    await partner.client.receiptOf(await ask('N9999991'), { check })
    const response = await fetch(`${city.server.baseUrl}/log/receipt/2`)
    const checked = await check(new Uint8Array(await response.arrayBuffer()))
    expect(checked).toMatchObject({ entry: 2, openings: [] })
  })

  test.each(['0', '01', '999999999', 'x'])('is none for %s', async number => {
    expect((await fetch(`${city.server.baseUrl}/log/receipt/${number}`)).status).toBe(404)
  })
})
