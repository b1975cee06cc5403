import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listRecipients, searchArrests, viewArrest, viewBoard } from '@pars/contract'
import { parseId } from '@pars/domain'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doorNames } from '../../src/db/doors.ts'
import { endingRegister } from '../../src/orders/ending-register.ts'
import { agreementWay, eventually, type TestPartner } from '../testing/agreement-way.ts'
import { arrestWay, moneyOrder } from '../testing/arrest-way.ts'
import { auditNow } from '../testing/audit-now.ts'
import { expectRefused } from '../testing/expect-refused.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { callCarryOut, endAgain } from './attacks.sql.ts'
import { deleteLimited, deleteSealed, lettersOf, liftRecord } from './lift.sql.ts'
import { orderWay } from './order-way.ts'

interface Asking {
  partner: TestPartner
  door: string
  code: string
}
let server: TestServer
let admin: Client
let agreements: ReturnType<typeof agreementWay>
let agency: Asking
let outsider: Asking
let limited: string
let sealed: string
const [limitedOtn, sealedOtn] = ['T3000001', 'T3000002']
const lift = { act: 'lift-limit', ground: 'vacated' } as const
const unseal = { act: 'unseal', ground: 'reversed' } as const

const asking = async (criminalJustice: boolean): Promise<Asking> => {
  const partner = await agreements.partner(criminalJustice)
  const { door, terms } = await agreements.putInForce(partner, agreements.termsOf(partner))
  return { partner, door, code: terms.agreement }
}
beforeAll(async () => {
  server = await startTestServer()
  admin = new Client(server.database.admin)
  await admin.connect()
  agreements = agreementWay(server)
  await agreements.genesis()
  agency = await asking(true)
  outsider = await asking(false)
  const way = arrestWay(server)
  limited = (await way.toDocket({ otn: limitedOtn } as never)).arrestId
  const { arrestId, docketId } = await way.toDocket({ otn: sealedOtn } as never)
  sealed = arrestId
  for (const otn of [limitedOtn, sealedOtn]) for (const one of [agency, outsider]) await rowsFor(one, otn)
  await orderWay(server).done(limited, { act: 'limit' })
  await orderWay(server).done(sealed, { act: 'seal' })
  // The case goes on in court while it is sealed.
  await way.list(docketId)
  await way.arraign(docketId)
  await way.order(docketId, moneyOrder())
}, 60_000)
afterAll(async () => {
  await admin.end()
  await server.stop()
})

const rowsFor = async ({ partner, door }: Asking, otn: string): Promise<number> =>
  (await agreements.askAs(partner, door, otn)).answer?.rows.length ?? -1
const codeOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'done',
    error => (error instanceof Error && 'code' in error ? String(error.code) : 'fault'),
  )
const register = () => endingRegister(server.runtime.doors.keeper, join(server.folder, 'endings'))

describe('a limit or a seal', () => {
  test.each([...doorNames])('is lifted by no statement of the door %s', async door => {
    for (const [sql, arrestId] of [
      [deleteLimited, limited],
      [deleteSealed, sealed],
      [liftRecord, sealed],
    ] as const)
      expect(await codeOf(server.runtime.doors[door].query(sql, [parseId('arr', arrestId)]))).toBe('42501')
  })

  test('is lifted by nobody alone', async () => {
    const way = orderWay(server)
    const orderId = await way.enter(sealed, { ...unseal })
    await expectRefused(server, way.verify(orderId, 'court-clerk'), { status: 409, reason: 'same-person' })
    await expectRefused(server, way.carryOut(orderId), { status: 409, reason: 'not-verified' })
    const { rows } = await admin.query('select made_by from court.record_order where order_id = $1', [
      parseId('ord', orderId),
    ])
    const call = [parseId('ord', orderId), rows[0].made_by]
    expect(await codeOf(server.runtime.doors.court.query(callCarryOut, call))).toBe('PA081')
    expect(await rowsFor(agency, sealedOtn)).toBe(0)
  })

  test('that is not on the record is not lifted', async () => {
    const refusal = { status: 422, reason: 'nothing-to-lift' }
    await expectRefused(server, orderWay(server).enter(limited, { ...unseal }), refusal)
    await expectRefused(server, orderWay(server).enter(sealed, { ...lift }), refusal)
  })
})

describe('an order that lifts a limit', () => {
  test('gives the record back to whom it was kept from, and tells whoever was told to destroy it, and nobody else', async () => {
    expect([await rowsFor(agency, limitedOtn), await rowsFor(outsider, limitedOtn)]).toEqual([1, 0])
    expect(await orderWay(server).done(limited, { ...lift })).toMatchObject({ told: 1, slots: 0, rows: 0 })
    expect([await rowsFor(agency, limitedOtn), await rowsFor(outsider, limitedOtn)]).toEqual([1, 1])
    const [letter] = await lettersOf(admin, outsider.code)
    expect(letter).toMatchObject({ kind: 'letter' })
    expect(letter?.body).toMatch(
      /^You were told to destroy .* inquiries of your history: entry \d+\. The order that said so is lifted\./,
    )
  })

  test('leaves nothing to confirm of the letter that it takes back', async () => {
    for (const subject of ['court-clerk', 'police-manager']) {
      const { recipients } = await (await server.as(subject)).call(listRecipients)
      const ofRecord = recipients.filter(
        ({ partner, cause }) => partner === outsider.partner.name && cause.endsWith('limit'),
      )
      expect(ofRecord.map(({ cause, dueAt, overdue }) => [cause, dueAt, overdue]).sort()).toEqual([
        ['lift-limit', null, false],
        ['limit', null, false],
      ])
    }
  })
})

describe('an order that lifts a seal', () => {
  test('opens the record to seats, search, board and partners again, and tells both that had been told', async () => {
    const first = await orderWay(server).enter(sealed, { ...unseal })
    const second = await orderWay(server).enter(sealed, { ...unseal })
    for (const orderId of [first, second]) await orderWay(server).verify(orderId)
    expect(await orderWay(server).carryOut(first)).toMatchObject({ told: 2 })
    const officer = await server.as('booking-officer')
    expect((await officer.call(viewArrest, { params: { arrestId: sealed } })).arrestId).toBe(sealed)
    const { found } = await officer.call(searchArrests, { query: { otn: sealedOtn } })
    expect(found.map(({ arrestId }) => arrestId)).toEqual([sealed])
    await eventually(async () => (await officer.call(viewBoard)).rows.some(({ arrestId }) => arrestId === sealed))
    expect([await rowsFor(agency, sealedOtn), await rowsFor(outsider, sealedOtn)]).toEqual([1, 1])

    await expectRefused(server, orderWay(server).carryOut(second), { status: 409, reason: 'nothing-to-lift' })
    const { rows } = await admin.query('select made_by from court.record_order where order_id = $1', [
      parseId('ord', second),
    ])
    const call = [parseId('ord', second), rows[0].made_by]
    expect(await codeOf(server.runtime.doors.court.query(callCarryOut, call))).toBe('PA089')
  })
})

test('an audit finds nothing wrong with what was limited or sealed, went on so, and is open again', async () => {
  await eventually(async () => (await auditNow(server.runtime)).length === 0)
})

describe('the register of endings', () => {
  test('ends nothing again that was lifted since', async () => {
    const lines = readFileSync(join(server.folder, 'endings', 'register.jsonl'), 'utf8')
      .trim()
      .split('\n')
    expect(lines.map(line => JSON.parse(line).end).sort()).toEqual(['lift-limit', 'limit', 'seal', 'unseal'])
    expect(await register().replay()).toBe(0)
    expect([await rowsFor(outsider, limitedOtn), await rowsFor(outsider, sealedOtn)]).toEqual([1, 1])
  })

  test('ends again what only somebody’s own line says was lifted', async () => {
    const lines = readFileSync(join(server.folder, 'endings', 'register.jsonl'), 'utf8')
      .trim()
      .split('\n')
    const [limit, lifted] = ['limit', 'lift-limit'].map(end =>
      lines.map(line => JSON.parse(line)).find(line => line.end === end),
    )
    const later = { ...lifted, at: '2099-01-01T00:00:00.000Z' }
    const { rows } = await server.runtime.doors.keeper.query<{ done: boolean }>(endAgain, [
      JSON.stringify({ ...limit, lifted: later }),
    ])
    expect(rows).toEqual([{ done: true }])
    expect(await rowsFor(outsider, limitedOtn)).toBe(0)
  })
})

test('no order brings back what was expunged', async () => {
  await orderWay(server).done(limited)
  const problem = await expectRefused(server, orderWay(server).enter(limited, { ...lift }), {
    status: 410,
    reason: 'erased-by-order',
  })
  expect(problem.detail).toMatch(/No order brings it back\.$/)
})
