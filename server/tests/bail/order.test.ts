import { refuseBail, setBail, viewHearing } from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrestWay, arrestWay, moneyOrder, type Order, orderOf } from '../testing/arrest-way.ts'
import { expectRefused, problemOf, readEntry } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: ArrestWay
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
})
afterAll(() => server.stop())

const set = async (docketId: string, order: Order, idempotencyKey?: string) =>
  (await server.as('magistrate')).call(setBail, {
    params: { docketId },
    body: order,
    ...(idempotencyKey ? { idempotencyKey } : {}),
  })
const refuse = async (docketId: string, body: object) =>
  (await server.as('magistrate')).call(refuseBail, {
    params: { docketId },
    body: { reasons: ['danger-to-others'], reasonNote: 'A weapon was used; the threat was repeated.', ...body },
  })
const ordersOf = async (docketId: string) => {
  const { docket, record } = await (await server.as('magistrate')).call(viewHearing, { params: { docketId } })
  return { order: docket.bail.order, entries: record.history.filter(({ kind }) => /^bail\.(set|refused)$/.test(kind)) }
}
const stayAway = { kind: 'stay-away' as const, text: 'Stay away from the home and work of the complainant.' }
const noOffenses = { kind: 'no-new-offenses' as const, text: 'Commit no new offense against the complainant.' }

describe('the order', () => {
  test('combines the types of Rule 524, with conditions, reasons and ability to pay', async () => {
    const { docketId } = await way.toArraignment()
    const order = moneyOrder({
      types: ['monetary', 'nonmonetary'],
      conditions: [stayAway, { kind: 'reporting', text: 'Report to Pretrial Services every week.' }],
      reasons: ['flight-record', 'other'],
      reasonNote: 'Left the state twice.',
    })
    const { words, receipt } = await set(docketId, order)
    expect(words).toBe('HELD - $25,000, 10% TO POST ($2,500), CONDITIONS')
    expect((await ordersOf(docketId)).order).toMatchObject({ kind: 'set', words, ...order })
    expect(await readEntry(server, receipt.entryId)).toMatchObject({ slots: { act: { docketId, order } } })
  })

  test('waits for the arraignment, and is none after a discharge', async () => {
    const listed = await way.toListing()
    await expectRefused(server, set(listed.docketId, orderOf()), { status: 409, reason: 'not-arraigned' })
    const discharged = await way.toArraignment({}, { probableCause: 'not-found', nextListing: null })
    await expectRefused(server, set(discharged.docketId, orderOf()), { status: 409, reason: 'discharged' })
    await expectRefused(server, refuse(discharged.docketId, {}), { status: 409, reason: 'discharged' })
  })

  test('with money weighs what the person can pay, and has its reasons (B21)', async () => {
    const { docketId } = await way.toArraignment()
    const problem = await expectRefused(server, set(docketId, moneyOrder({ abilityToPayConsidered: false })), {
      status: 422,
      reason: 'money-without-ability-to-pay',
    })
    expect(problem.errors?.[0]?.pointer).toBe('/abilityToPayConsidered')
    await expectRefused(server, set(docketId, moneyOrder({ reasons: [] })), {
      status: 422,
      reason: 'money-without-reasons',
    })
    await expectRefused(server, set(docketId, moneyOrder({ depositPercent: 25 })), {
      status: 422,
      reason: 'deposit-range',
    })
  })

  test('takes money bail of zero, which magistrates have ordered', async () => {
    const { docketId } = await way.toArraignment()
    const { words } = await set(docketId, moneyOrder({ amountCents: 0 }))
    expect(words).toBe('HELD - $0, 10% TO POST ($0)')
  })

  test('states each condition specifically', async () => {
    const { docketId } = await way.toArraignment()
    const vague = orderOf({ types: ['nonmonetary'], conditions: [stayAway, { kind: 'other', text: 'Behave.' }] })
    const problem = await expectRefused(server, set(docketId, vague), { status: 422, reason: 'condition-not-specific' })
    expect(problem.errors?.[0]?.pointer).toBe('/conditions/1/text')
    const none = orderOf({ types: ['nonmonetary'] })
    await expectRefused(server, set(docketId, none), { status: 422, reason: 'conditions-missing' })
  })

  test('in a domestic-violence case with danger bars the person from victim and further offenses (B22)', async () => {
    const { docketId } = await way.toArraignment({ domesticViolence: true })
    const danger = orderOf({ types: ['nonmonetary'], dangerFound: true })
    const without = (conditions: Order['conditions']) => set(docketId, { ...danger, conditions })
    await expectRefused(server, without([noOffenses]), { status: 422, reason: 'stay-away-missing' })
    await expectRefused(server, without([stayAway]), { status: 422, reason: 'no-new-offenses-missing' })
    await without([stayAway, noOffenses])
  })

  test('refusing bail has its reasons, chosen and stated (B21)', async () => {
    const { docketId } = await way.toArraignment()
    for (const body of [{ reasons: [] }, { reasonNote: '  ' }])
      await expectRefused(server, refuse(docketId, body), { status: 422, reason: 'refusal-without-reasons' })
    expect(await refuse(docketId, {})).toMatchObject({ words: 'HELD - BAIL REFUSED' })
  })

  test('is made once: a second decision is refused, whichever it is (B23)', async () => {
    const { docketId } = await way.toOrder()
    await expectRefused(server, set(docketId, moneyOrder()), { status: 409, reason: 'order-exists' })
    await expectRefused(server, refuse(docketId, {}), { status: 409, reason: 'order-exists' })
    const { order, entries } = await ordersOf(docketId)
    expect(order).toMatchObject({ types: ['ror'], words: 'RELEASE - ROR' })
    expect(entries).toHaveLength(1)
  })

  test('is per docket: one arrest with two complaints has two orders (B23)', async () => {
    const arrestId = await way.report(ofTwoCharges())
    const [first, second] = await way.decide(arrestId)
    const dockets: string[] = []
    for (const chargeId of [first, second]) dockets.push(await way.file(await way.complain(arrestId, [chargeId ?? ''])))
    for (const docketId of dockets) {
      await way.list(docketId)
      await way.arraign(docketId)
    }
    await set(dockets[0] ?? '', orderOf())
    await refuse(dockets[1] ?? '', {})
    const { record } = await (await server.as('magistrate')).call(viewHearing, {
      params: { docketId: dockets[0] ?? '' },
    })
    expect(record.dockets.map(({ bail }) => bail.order?.words)).toEqual(['RELEASE - ROR', 'HELD - BAIL REFUSED'])
    expect(record.custody.stage).toBe('bail-refused')
  })

  test('a retry with the same key gives the first answer and no second entry', async () => {
    const { docketId } = await way.toArraignment()
    const first = await set(docketId, moneyOrder(), 'order-retry-1')
    expect(await set(docketId, moneyOrder(), 'order-retry-1')).toEqual(first)
    expect((await ordersOf(docketId)).entries).toHaveLength(1)
    const other = set(docketId, moneyOrder({ amountCents: 1 }), 'order-retry-1')
    expect(await problemOf(other)).toMatchObject({ status: 422, reason: 'key-reused' })
  })
})

const ofTwoCharges = () => {
  const { charges, incidents } = madeUpReport()
  const two = [...charges, ...charges].map((charge, index) => ({ ...charge, description: `Offense ${index + 1}` }))
  return { charges: two, incidents }
}
