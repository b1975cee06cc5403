import { correctArrest, listRecipients, listRecordOrders, searchArrests, viewArrest, viewBoard } from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementWay, type TestPartner } from '../testing/agreement-way.ts'
import { arrestWay } from '../testing/arrest-way.ts'
import { expectRefused, problemOf } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { orderWay } from './order-way.ts'

let server: TestServer
let agreements: ReturnType<typeof agreementWay>
let agency: { partner: TestPartner; door: string }
let outsider: { partner: TestPartner; door: string }
beforeAll(async () => {
  server = await startTestServer()
  agreements = agreementWay(server)
  await agreements.genesis()
  const partner = await agreements.partner()
  agency = { partner, door: (await agreements.putInForce(partner, agreements.termsOf(partner))).door }
  const other = await agreements.partner(false)
  outsider = { partner: other, door: (await agreements.putInForce(other, agreements.termsOf(other))).door }
})
afterAll(() => server.stop())

const rowsFor = async ({ partner, door }: typeof agency, otn: string): Promise<number> =>
  (await agreements.askAs(partner, door, otn)).answer?.rows.length ?? -1

describe('a limited record', () => {
  const otn = 'T1000001'
  let arrestId: string
  beforeAll(async () => {
    arrestId = (await arrestWay(server).toDocket({ otn } as never)).arrestId
  })

  test('vanishes at once for a partner that is no criminal justice agency, and stays for one that is', async () => {
    expect([await rowsFor(agency, otn), await rowsFor(outsider, otn)]).toEqual([1, 1])
    await orderWay(server).done(arrestId, { act: 'limit' })
    expect([await rowsFor(agency, otn), await rowsFor(outsider, otn)]).toEqual([1, 0])
  })

  test('stays as it was for the seats', async () => {
    for (const subject of ['booking-officer', 'charging-attorney', 'magistrate'])
      expect((await (await server.as(subject)).call(viewArrest, { params: { arrestId } })).arrestId).toBe(arrestId)
  })

  test('is told to the partner that had been given it and may not have it, and to no other', async () => {
    const { recipients } = await (await server.as('court-clerk')).call(listRecipients)
    expect(recipients.filter(({ cause }) => cause === 'limit').map(({ partner }) => partner)).toEqual([
      outsider.partner.name,
    ])
  })
})

describe('a sealed record', () => {
  const otn = 'T1000002'
  let arrestId: string
  beforeAll(async () => {
    arrestId = (await arrestWay(server).toDocket({ otn } as never)).arrestId
    await rowsFor(agency, otn)
    await orderWay(server).done(arrestId, { act: 'seal', readers: ['prosecutor'] })
  })

  test('is read by the court and by whom the order names, and by nobody else', async () => {
    for (const subject of ['court-clerk', 'magistrate', 'charging-attorney'])
      expect((await (await server.as(subject)).call(viewArrest, { params: { arrestId } })).arrestId).toBe(arrestId)
    const officer = await server.as('booking-officer')
    await expectRefused(server, officer.call(viewArrest, { params: { arrestId } }), {
      status: 403,
      reason: 'sealed-by-order',
    })
    expect((await problemOf((await server.as('defender')).call(viewArrest, { params: { arrestId } }))).status).toBe(404)
    expect((await officer.call(searchArrests, { query: { otn } })).found).toEqual([])
    const { rows } = await officer.call(viewBoard)
    expect(rows.some(row => row.arrestId === arrestId)).toBe(false)
  })

  test('leaves to no partner, a criminal justice agency or not', async () => {
    expect([await rowsFor(agency, otn), await rowsFor(outsider, otn)]).toEqual([0, 0])
  })

  test('is whole: an order that names charges is refused', async () => {
    const other = await arrestWay(server).toDocket()
    const record = await (await server.as('court-clerk')).call(viewArrest, { params: { arrestId: other.arrestId } })
    const charges = [record.report.charges[0]?.policeChargeId ?? '']
    await expectRefused(server, orderWay(server).enter(other.arrestId, { act: 'seal', charges }), {
      status: 422,
      reason: 'seal-is-whole',
    })
  })
})

describe('a correction', () => {
  test('tells each partner that was given the record, in the same act, with fifteen days to confirm', async () => {
    const otn = 'T1000003'
    const report = madeUpReport({ otn } as never)
    const arrestId = await arrestWay(server).report(report)
    expect(await rowsFor(agency, otn)).toBe(1)
    const officer = await server.as('booking-officer')
    const { version } = await officer.call(viewArrest, { params: { arrestId } })
    const body = { reason: 'The place was wrong.', report: { ...report, place: '1 Other Example Street' } }
    await officer.call(correctArrest, { params: { arrestId }, version, body })
    const { recipients } = await (await server.as('police-manager')).call(listRecipients)
    const [told] = recipients.filter(({ cause }) => cause === 'correct')
    expect(told).toMatchObject({ partner: agency.partner.name, acknowledgedAt: null, overdue: false })
    const days = (Date.parse(told?.dueAt ?? '') - Date.parse(told?.toldAt ?? '')) / 86_400_000
    expect(days).toBeCloseTo(15, 1)
  })
})

describe('an acknowledgment', () => {
  test('is the partner’s own reply to the letter, through its own door', async () => {
    const clerk = await server.as('court-clerk')
    const [told] = (await clerk.call(listRecipients)).recipients
    const role = await agreements.partnerRole(told?.partner === agency.partner.name ? agency.partner : outsider.partner)
    await role.query(
      `select partner.serve_notice($1, 'reply', 'Destroyed', 'Every copy was destroyed.', $2, 'coordinator')`,
      [told?.agreement, told?.noticeId.slice(4)],
    )
    await role.end()
    const after = (await clerk.call(listRecipients)).recipients.find(({ noticeId }) => noticeId === told?.noticeId)
    expect(after?.acknowledgedAt).not.toBeNull()
    expect((await clerk.call(listRecordOrders)).orders.length).toBe(2)
  })
})
