import { viewEffective } from '@pars/contract'
import { visibleClasses } from '@pars/terms'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AgreementWay, agreementWay, type TestPartner } from '../testing/agreement-way.ts'
import { arrestWay } from '../testing/arrest-way.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: AgreementWay
let partner: TestPartner
let admin: Client
let put: Awaited<ReturnType<AgreementWay['putInForce']>>

const effective = async (version = 1) =>
  (await server.as('court-clerk')).call(viewEffective, { params: { agreementId: put.agreementId, version } })

beforeAll(async () => {
  server = await startTestServer()
  way = agreementWay(server)
  await way.genesis()
  partner = await way.partner()
  put = await way.putInForce(partner, way.termsOf(partner))
  admin = new Client(server.database.admin)
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await server.stop()
})

describe('what the machine really does', () => {
  test('is read back from the catalog and is what was voted on', async () => {
    const seen = await effective()
    expect(seen).toMatchObject({ inPlace: true, door: put.door, readableByDoor: [] })
    expect(seen.questions.toSorted()).toEqual(['by-identifier', 'by-name-and-birth-date'])
    expect(seen.classes.toSorted()).toEqual(visibleClasses(put.terms).toSorted())
    expect(seen.standing).toMatchObject({ limits: put.terms.limits, units: [partner.unit] })
    expect(seen.policies.map(({ restrictive }) => restrictive).toSorted()).toEqual([false, true, true])
    expect(seen.otherFunctions).toContain('inquiry.collect')
  })
  test('of a version that was never in force is nothing', async () => {
    await way.draft(partner, { ...put.terms, version: 2 })
    expect(await effective(2)).toMatchObject({
      inPlace: false,
      questions: [],
      classes: [],
      columns: [],
      policies: [],
      standing: null,
    })
  })
  test('counts the uses of each power, and refusals by the term that refused', async () => {
    await arrestWay(server).toDocket({ otn: 'N7654321' } as never)
    await way.askAs(partner, put.door, 'N7654321')
    await way.askAs(partner, put.door, 'N7654321')
    const { uses } = await effective()
    const countOf = (kind: string, name: string) => uses.find(use => use.kind === kind && use.name === name)?.count
    expect(countOf('question', 'by-identifier')).toBe(2)
    expect(countOf('class', 'identity')).toBe(2)
    expect(countOf('filter', 'otn')).toBe(2)
    expect(countOf('unit', partner.unit)).toBe(2)
    expect(uses.some(({ name }) => name === 'N7654321')).toBe(false)
  })
  test('shows a right that somebody gave behind the vote', async () => {
    const before = await effective()
    expect(before.columns).not.toContain('addresses')
    await admin.query(`grant select (addresses) on disclosure.record to ${put.door.replace('agr_', 'def_')}`)
    await admin.query(`grant select (otn) on disclosure.record to ${put.door}`)
    await admin.query(`grant usage on schema disclosure to ${put.door}`)
    const after = await effective()
    expect(after.columns).toContain('addresses')
    expect(after.readableByDoor).toEqual(['disclosure.record'])
  })
})
