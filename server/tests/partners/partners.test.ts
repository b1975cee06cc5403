import { randomBytes, randomUUID } from 'node:crypto'
import {
  certifyOfficer,
  listPartners,
  recertifyOfficer,
  registerPartner,
  registerPartnerKey,
  registerUnit,
  setPartnerSwitch,
  viewPartner,
} from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectRefused, readEntry } from '../testing/expect-refused.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { withoutJournal } from '../testing/without-journal.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const newCode = () => `p-${randomUUID().slice(0, 8)}`
const unitOf = (code: string) => ({
  code,
  name: 'Removal Unit',
  function: 'Removal',
  criminalJustice: false,
  decidedBy: 'City Solicitor',
  citation: '18 Pa.C.S. § 9102',
})
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString() as never
const officerOf = (subject: string) => ({
  issuer: 'https://issuer.test',
  subject,
  displayName: 'Q. Larch',
  coordinator: true,
  certifiedUntil: inDays(300),
})
const newPartner = async () => {
  const solicitor = await server.as('city-solicitor')
  const code = newCode()
  const { partnerId } = await solicitor.call(registerPartner, { body: { code, name: 'Made-Up Agency', ori: null } })
  const { unitId } = await solicitor.call(registerUnit, { params: { partnerId }, body: unitOf(`${code}-u`) })
  return { solicitor, code, partnerId, unitId }
}

describe('partners', () => {
  test('a partner is registered with its units, each with who decided its status and on what citation', async () => {
    const { partnerId, code } = await newPartner()
    const shown = await (await server.as('court-clerk')).call(viewPartner, { params: { partnerId } })
    expect(shown).toMatchObject({
      code,
      units: [{ ...unitOf(`${code}-u`), stopped: false, officers: [], keys: [] }],
      agreements: [],
    })
    const { partners } = await (await server.as('magistrate')).call(listPartners)
    expect(partners).toContainEqual(expect.objectContaining({ partnerId, name: 'Made-Up Agency' }))
  })

  test('a code is given once, to a partner and to a unit', async () => {
    const { solicitor, code, partnerId } = await newPartner()
    const again = solicitor.call(registerPartner, { body: { code, name: 'Other Agency', ori: null } })
    await expectRefused(server, again, { status: 422, reason: 'partner-exists' })
    const unit = solicitor.call(registerUnit, { params: { partnerId }, body: unitOf(`${code}-u`) })
    await expectRefused(server, unit, { status: 422, reason: 'unit-exists' })
  })

  test('who does not draft or vote may look and not register', async () => {
    const body = { code: newCode(), name: 'Made-Up Agency', ori: null }
    const magistrate = await server.as('magistrate')
    await expectRefused(server, magistrate.call(registerPartner, { body }), { status: 403, reason: 'not-your-role' })
    await expect(server.visitor.call(listPartners)).rejects.toMatchObject({ problem: { status: 401 } })
    const defender = await server.as('defender')
    await expectRefused(server, defender.call(listPartners), { status: 403, reason: 'not-your-act' })
  })

  test('nothing is kept when the journal takes no entry', async () => {
    const { solicitor, partnerId, code } = await newPartner()
    const unit = unitOf(`${code}-2`)
    await withoutJournal(server, 'unit.registered', async () => {
      await expect(solicitor.call(registerUnit, { params: { partnerId }, body: unit })).rejects.toMatchObject({
        problem: { status: 500 },
      })
    })
    expect((await solicitor.call(viewPartner, { params: { partnerId } })).units).toHaveLength(1)
  })
})

describe('officers and keys of a unit', () => {
  test('an officer is certified until a date, and the certificate can be changed and ended', async () => {
    const { solicitor, partnerId, unitId } = await newPartner()
    const subject = `q-${randomUUID()}`
    const { officerId } = await solicitor.call(certifyOfficer, { params: { unitId }, body: officerOf(subject) })
    const again = solicitor.call(certifyOfficer, { params: { unitId }, body: officerOf(subject) })
    await expectRefused(server, again, { status: 422, reason: 'officer-exists' })
    const ended = { displayName: 'Q. Larch', coordinator: false, certifiedUntil: inDays(-1) }
    const { receipt } = await solicitor.call(recertifyOfficer, { params: { officerId }, body: ended })
    const { units } = await solicitor.call(viewPartner, { params: { partnerId } })
    expect(units[0]?.officers).toMatchObject([{ officerId, ...ended }])
    expect(await readEntry(server, receipt.entryId)).toMatchObject({
      kind: 'officer.certified',
      slots: { act: { before: { coordinator: true } } },
    })
    const far = { ...ended, certifiedUntil: inDays(401) }
    const tooLong = solicitor.call(recertifyOfficer, { params: { officerId }, body: far })
    await expectRefused(server, tooLong, { status: 422, reason: 'certified-too-long' })
  })

  test('a key is registered once, under the name that everybody can compute, and the public log says whose it is', async () => {
    const { solicitor, partnerId, code, unitId } = await newPartner()
    const publicKey = randomBytes(32).toString('base64')
    const made = await solicitor.call(registerPartnerKey, { params: { unitId }, body: { publicKey } })
    expect(await readEntry(server, made.receipt.entryId)).toMatchObject({
      kind: 'key.registered',
      slots: { holder: `${code}-u`, key: { keyId: made.keyId, publicKey } },
    })
    const again = solicitor.call(registerPartnerKey, { params: { unitId }, body: { publicKey } })
    await expectRefused(server, again, { status: 422, reason: 'key-exists' })
    const short = solicitor.call(registerPartnerKey, { params: { unitId }, body: { publicKey: 'AAAA' } })
    await expectRefused(server, short, { status: 422, reason: 'key-malformed' })
    const { units } = await solicitor.call(viewPartner, { params: { partnerId } })
    expect(units[0]?.keys).toMatchObject([{ keyId: made.keyId, publicKey, stopped: false }])
  })
})

describe('the one switch', () => {
  test('each seat may stop a unit, an officer or a key, and each may let it go on; the newest word counts', async () => {
    const { solicitor, partnerId, unitId } = await newPartner()
    const officer = await solicitor.call(certifyOfficer, {
      params: { unitId },
      body: officerOf(`q-${randomUUID()}`),
    })
    const publicKey = randomBytes(32).toString('base64')
    const { keyId } = await solicitor.call(registerPartnerKey, { params: { unitId }, body: { publicKey } })
    const subjects = { unit: unitId, officer: officer.officerId, key: keyId } as const
    for (const [subjectKind, subjectId] of Object.entries(subjects) as ['unit' | 'officer' | 'key', string][]) {
      const stop = { subjectKind, subjectId, stopped: true, reason: 'Lost.' }
      await (await server.as('court-representative')).call(setPartnerSwitch, { body: stop })
      const again = solicitor.call(setPartnerSwitch, { body: stop })
      await expectRefused(server, again, { status: 422, reason: 'already-so' })
    }
    const stopped = (await solicitor.call(viewPartner, { params: { partnerId } })).units[0]
    expect([stopped?.stopped, stopped?.officers[0]?.stopped, stopped?.keys[0]?.stopped]).toEqual([true, true, true])
    const goOn = { subjectKind: 'unit', subjectId: unitId, stopped: false, reason: 'Found.' } as const
    await (await server.as('prosecutor-manager')).call(setPartnerSwitch, { body: goOn })
    expect((await solicitor.call(viewPartner, { params: { partnerId } })).units[0]?.stopped).toBe(false)
  })

  test('what is not there cannot be stopped', async () => {
    const solicitor = await server.as('city-solicitor')
    for (const subjectId of ['none', `ofc_${'0'.repeat(32)}`, `unt_${'0'.repeat(32)}`]) {
      const body = { subjectKind: 'unit', subjectId, stopped: true, reason: 'Lost.' } as const
      const call = solicitor.call(setPartnerSwitch, { body })
      await expectRefused(server, call, { status: 404, reason: 'not-found' })
    }
  })
})
