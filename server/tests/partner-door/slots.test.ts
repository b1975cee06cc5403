import { askByIdentifier, signCall } from '@pars/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sizeStep, slotMilliseconds } from '../../src/partner-door/slots.ts'
import type { MadeUpPartner } from '../testing/partner/made-up-partner.ts'
import { addRecords } from '../testing/partner/made-up-records.ts'
import { wideTerms } from '../testing/partner/made-up-terms.ts'
import { type PartnerCity, startPartnerCity } from '../testing/partner/start-partner-city.ts'

let city: PartnerCity
let partner: MadeUpPartner
beforeAll(async () => {
  city = await startPartnerCity()
  partner = await city.partner(wideTerms())
  await addRecords(city.admin, [{ otn: 'N9999991' }, { otn: 'N9999993', adult: false }])
})
afterAll(() => city.stop())

interface Seen {
  milliseconds: number
  bytes: number
  headers: string[]
}
const look = async (value: string): Promise<Seen> => {
  const body = {
    agreement: partner.agreement,
    purpose: 'criminal-investigation',
    cites: null,
    behalf: 'own unit',
    officer: partner.officer,
    identifier: 'otn',
    value,
  }
  const { url, init } = await signCall(partner.signing, askByIdentifier, { body })
  const began = performance.now()
  const response = await fetch(url, init)
  const bytes = (await response.arrayBuffer()).byteLength
  const milliseconds = performance.now() - began
  expect(response.headers.get('content-length')).toBe(String(bytes))
  return { milliseconds, bytes, headers: [...response.headers.keys()].sort() }
}

test('found, not found and out of reach have one length and the same headers', async () => {
  const seen = [await look('N9999991'), await look('N0000000'), await look('N9999993')]
  expect(new Set(seen.map(each => each.bytes)).size).toBe(1)
  expect(seen[0]?.bytes).toBe(sizeStep)
  expect(new Set(seen.map(each => each.headers.join())).size).toBe(1)
})

test('no answer comes before the first slot is over, found or not', async () => {
  for (const otn of ['N9999991', 'N0000000', 'N9999993'])
    for (let turn = 0; turn < 20; turn++)
      expect((await look(otn)).milliseconds).toBeGreaterThanOrEqual(slotMilliseconds)
})
