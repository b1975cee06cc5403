import {
  acknowledgeDeparture,
  chargingQueue,
  confirmDeparture,
  proposeDeparture,
  saveDraft,
  sendBack,
  sendDraft,
  takeCharging,
  viewArrest,
} from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadChargingQueue } from '../../src/custody/load-charging-queue.ts'
import { inSnapshot } from '../../src/db/transaction.ts'
import { type ArrestWay, arrestWay } from '../testing/arrest-way.ts'
import { bulkArrests } from '../testing/bulk-arrests.ts'
import { countStatements } from '../testing/count-statements.ts'
import { expectRefused } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: ArrestWay
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
})
afterAll(() => server.stop())

const queue = async (subject = 'charging-attorney') => (await server.as(subject)).call(chargingQueue)
const findRow = async (arrestId: string) => (await queue()).rows.find(row => row.arrestId === arrestId)

describe('an arrest waits in the queue', () => {
  test('from its sending until the complaint is made', async () => {
    const arrestId = await way.report()
    expect(await findRow(arrestId)).toMatchObject({
      name: 'Quill, Marisol',
      leadCharge: 'Robbery-Threat Immed Ser Injury',
      chargeCount: 1,
      takenBy: null,
      custody: { stage: 'sent-to-charging' },
    })
    const chargeIds = await way.decide(arrestId)
    expect(await findRow(arrestId)).toMatchObject({ custody: { stage: 'charged' } })
    await way.complain(arrestId, chargeIds)
    expect(await findRow(arrestId)).toBeUndefined()
  })

  test('with the name of who has taken it', async () => {
    const arrestId = await way.report()
    await (await server.as('charging-attorney')).call(takeCharging, { params: { arrestId } })
    expect(await findRow(arrestId)).toMatchObject({
      takenBy: 'Attorney Charging',
      custody: { stage: 'charging-taken' },
    })
  })

  test('not while it is a draft, nor while police have it back, and again when they send it again', async () => {
    const officer = await server.as('booking-officer')
    const attorney = await server.as('charging-attorney')
    const { arrestId } = await officer.call(saveDraft, { body: madeUpReport() })
    const params = { arrestId }
    expect(await findRow(arrestId)).toBeUndefined()
    await officer.call(sendDraft, { params, version: 1 })
    await attorney.call(takeCharging, { params })
    await attorney.call(sendBack, { params, body: { reason: 'missing-papers', note: null } })
    expect(await findRow(arrestId)).toBeUndefined()
    const { version } = await officer.call(viewArrest, { params })
    await officer.call(sendDraft, { params, version })
    expect(await findRow(arrestId)).toMatchObject({ takenBy: null, custody: { stage: 'sent-to-charging' } })
  })

  test('not when every charge is declined', async () => {
    const arrestId = await way.report()
    await way.decide(arrestId, 'declined')
    expect(await findRow(arrestId)).toBeUndefined()
  })

  test('also when the person is out on a summons: the charges are still to be decided', async () => {
    const report = madeUpReport()
    const charges = report.charges.map(charge => ({ ...charge, grade: 'M2' as const }))
    const arrestId = await way.report({ incidents: report.incidents, charges })
    const desk = await server.as('release-desk')
    const summons = { noDanger: true, likelyToAppear: true }
    const { departureId } = await desk.call(proposeDeparture, {
      params: { arrestId },
      body: { basis: 'rule-519b', destination: 'Home', holdsChecked: true, summons },
    })
    expect(await findRow(arrestId)).toBeDefined()
    const params = { departureId }
    await (await server.as('release-desk-2')).call(confirmDeparture, { params, body: { holdsChecked: true } })
    await desk.call(acknowledgeDeparture, {
      params,
      body: { acknowledgedByName: 'Officer Release', leftAt: new Date().toISOString() },
    })
    expect(await findRow(arrestId)).toMatchObject({ custody: { next: { party: 'prosecutor' } } })
  })
})

test('who is held longest stands first', async () => {
  const late = await way.report({ ...timesOf(1) })
  const early = await way.report({ ...timesOf(9) })
  const order = (await queue()).rows.map(({ arrestId }) => arrestId)
  expect(order.indexOf(early)).toBeLessThan(order.indexOf(late))
})
const timesOf = (hoursAgo: number) => {
  const { arrestedAt, incidents, charges } = madeUpReport({}, hoursAgo)
  return { arrestedAt, incidents, charges }
}

test('the queue is the prosecutor’s: others are refused and recorded, a visitor of the rehearsal looks', async () => {
  await expectRefused(server, queue('court-clerk'), { status: 403, reason: 'not-your-act' })
  await expectRefused(server, queue('booking-officer'), { status: 403, reason: 'not-your-act' })
  expect((await server.visitor.call(chargingQueue)).rows.length).toBeGreaterThan(0)
})

test('five hundred who wait cost as many queries as one, and nobody of the past is read', async () => {
  const pool = server.runtime.doors.prosecutor
  const load = () => inSnapshot(pool, read => countStatements(read, loadChargingQueue))
  const few = await load()
  await bulkArrests(server, { past: 2_000, waiting: 500 })
  const many = await load()
  expect(many.answer.rows.length).toBe(few.answer.rows.length + 500)
  expect(many.statements).toBe(few.statements)
  expect(many.rows).toBeLessThan(few.rows + 1_100)
})
