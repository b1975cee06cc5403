import {
  carryOutRecordOrder,
  checkRecordOrder,
  endLitigationHold,
  enterRecordOrder,
  setLitigationHold,
} from '@pars/contract'
import { parseId } from '@pars/domain'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DoorName, doorNames } from '../../src/db/doors.ts'
import { demoAccounts } from '../../src/system/demo-accounts.ts'
import { arrestWay } from '../testing/arrest-way.ts'
import { expectRefused, problemOf } from '../testing/expect-refused.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import {
  callCarryOut,
  countContent,
  deleteArrest,
  destroyContent,
  endAgain,
  eraseCase,
  insertDone,
  insertVerified,
  markErasing,
  sweep,
} from './attacks.sql.ts'
import { orderOf, orderWay } from './order-way.ts'

let server: TestServer
let admin: Client
let arrestId: string
let way: ReturnType<typeof orderWay>
beforeAll(async () => {
  server = await startTestServer()
  admin = new Client(server.database.admin)
  await admin.connect()
  arrestId = (await arrestWay(server).toDocket()).arrestId
  way = orderWay(server)
})
afterAll(async () => {
  await admin.end()
  await server.stop()
})

const codeOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'done',
    error => (error instanceof Error && 'code' in error ? String(error.code) : 'fault'),
  )
const through = (door: DoorName, sql: string, values: unknown[] = []) =>
  codeOf(server.runtime.doors[door].query(sql, values))
const isThere = async () => (await countContent(admin, parseId('arr', arrestId))) > 0
const uuid = () => parseId('arr', arrestId)

describe('without a verified order', () => {
  test.each([...doorNames])('the door %s destroys nothing, by no statement', async door => {
    for (const sql of [deleteArrest, destroyContent, eraseCase, markErasing])
      expect(await through(door, sql, [uuid()])).toBe('42501')
    expect(await isThere()).toBe(true)
  })

  test('the court’s door carries out no order that is not there', async () => {
    expect(await through('court', callCarryOut, [uuid(), uuid()])).toBe('PA086')
  })

  test('the keeper ends nothing again that was not lawfully ended before', async () => {
    const line = JSON.stringify({ end: 'expunge', proof: 'ab'.repeat(32), charges: null, readers: [] })
    const { rows } = await server.runtime.doors.keeper.query<{ done: boolean }>(endAgain, [line])
    expect(rows).toEqual([{ done: false }])
    const agreement = JSON.stringify({
      end: 'agreement',
      proof: 'ab'.repeat(32),
      agreement: 'any',
      version: 1,
      endedAt: '2018-01-01T00:00:00Z',
      why: 'terminated',
    })
    expect(await through('keeper', endAgain, [agreement])).toBe('PA087')
    await server.runtime.doors.keeper.query(sweep)
    expect(await isThere()).toBe(true)
  })

  test.each(demoAccounts.filter(({ role }) => !['court-clerk', 'court-manager'].includes(role)))(
    '$subject ($party) neither enters an order nor carries one out',
    async ({ subject }) => {
      const client = await server.as(subject)
      expect((await problemOf(client.call(enterRecordOrder, { params: { arrestId }, body: orderOf() }))).status).toBe(
        403,
      )
      const params = { orderId: `ord_${'0'.repeat(32)}` }
      expect((await problemOf(client.call(carryOutRecordOrder, { params }))).status).toBe(403)
    },
  )
})

describe('one person alone', () => {
  let orderId: string
  beforeAll(async () => {
    orderId = await way.enter(arrestId)
  })

  test('carries out nothing that nobody else has verified', async () => {
    await expectRefused(server, way.carryOut(orderId), { status: 409, reason: 'not-verified' })
    const clerk = await admin.query('select made_by from court.record_order where order_id = $1', [
      parseId('ord', orderId),
    ])
    expect(await through('court', callCarryOut, [parseId('ord', orderId), clerk.rows[0].made_by])).toBe('PA081')
  })

  test('verifies no order that the same person entered, by the screen or by a row', async () => {
    await expectRefused(server, way.verify(orderId, 'court-clerk'), { status: 409, reason: 'same-person' })
    expect(await through('court', insertVerified, [parseId('ord', orderId)])).toBe('PA080')
  })

  test('does not say by a row of its own that an order was carried out', async () => {
    expect(await through('court', insertDone, [parseId('ord', orderId)])).toBe('42501')
  })

  test('who is rejected by the second person carries out nothing', async () => {
    const body = { decision: 'rejected' as const, reason: 'another-case' as const }
    await (await server.as('court-manager')).call(checkRecordOrder, { params: { orderId }, body })
    await expectRefused(server, way.carryOut(orderId), { status: 409, reason: 'order-rejected' })
    await expectRefused(server, way.verify(orderId), { status: 409, reason: 'already-checked' })
    expect(await isThere()).toBe(true)
  })
})

describe('a litigation hold', () => {
  let orderId: string
  let holdId: string
  beforeAll(async () => {
    orderId = await way.enter(arrestId)
    await way.verify(orderId)
    const body = { matter: 'Civil action 26-0417', reason: 'Counsel asked that nothing be destroyed before trial.' }
    holdId = (await (await server.as('city-solicitor')).call(setLitigationHold, { params: { arrestId }, body })).holdId
  })

  test('blocks destruction, and says who set it and why', async () => {
    const problem = await expectRefused(server, way.carryOut(orderId), { status: 409, reason: 'held-for-litigation' })
    expect(problem.detail).toContain('Police holds it for "Civil action 26-0417"')
    expect(await way.see(orderId)).toMatchObject({
      standing: 'held',
      holds: [{ seat: 'police', matter: 'Civil action 26-0417', madeBy: 'Solicitor City' }],
    })
    const clerk = await admin.query('select made_by from court.record_order where order_id = $1', [
      parseId('ord', orderId),
    ])
    expect(await through('court', callCarryOut, [parseId('ord', orderId), clerk.rows[0].made_by])).toBe('PA082')
    expect(await isThere()).toBe(true)
  })

  test('is ended by the seat that set it and by no other', async () => {
    const body = { reason: 'The action was settled.' }
    const end = async (subject: string) =>
      (await server.as(subject)).call(endLitigationHold, { params: { litigationHoldId: holdId }, body })
    await expectRefused(server, end('court-manager'), { status: 409, reason: 'hold-of-another-seat' })
    await end('police-manager')
    await expectRefused(server, end('police-manager'), { status: 409, reason: 'hold-ended' })
  })

  test('once ended stands in nobody’s way, and goes with the record', async () => {
    await way.carryOut(orderId)
    expect(await isThere()).toBe(false)
    expect((await admin.query('select from court.litigation_hold')).rowCount).toBe(0)
    await expectRefused(server, way.carryOut(orderId), { status: 409, reason: 'already-carried-out' })
  })
})

describe('an order', () => {
  test('bears a number of its own: one that names the case would outlive it', async () => {
    const other = (await arrestWay(server).toDocket({ otn: 'T1112223' } as never)).arrestId
    const clerk = await server.as('court-clerk')
    for (const orderNumber of ['T1112223', 'Order T-1112223/1'])
      await expectRefused(
        server,
        clerk.call(enterRecordOrder, { params: { arrestId: other }, body: orderOf({ orderNumber }) }),
        {
          status: 422,
          reason: 'order-number-names-the-case',
        },
      )
  })

  test('is carried out once, however many press the button', async () => {
    const other = await arrestWay(server).report()
    const orderId = await way.enter(other)
    await way.verify(orderId)
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => way.carryOut(orderId)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})
