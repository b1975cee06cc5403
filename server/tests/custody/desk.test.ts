import { confirmDeparture, departureDesk, proposeDeparture, recordHold } from '@pars/contract'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type ArrestWay, arrestWay, moneyOrder } from '../testing/arrest-way.ts'
import { expectRefused, problemOf } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: ArrestWay
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
})
afterAll(() => server.stop())

const look = async (subject = 'release-desk') => (await server.as(subject)).call(departureDesk)
const rowOf = async (arrestId: string) => (await look()).rows.find(row => row.arrestId === arrestId)

/** How many statements one look at the desk sends through the police door. */
const countStatements = async (): Promise<number> => {
  await look()
  const query = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await look()
    return query.mock.contexts.filter(client => (client as pg.Client).user === 'pars_police').length
  } finally {
    query.mockRestore()
  }
}

test('the desk lists everybody who may leave or must be committed, in the words of the orders', async () => {
  const ror = await way.toOrder()
  const money = await way.toOrder(moneyOrder())
  const declined = await way.report()
  await way.decide(declined, 'declined')
  const { charges, incidents } = madeUpReport()
  const low = await way.report({ charges: charges.map(charge => ({ ...charge, grade: 'M3' })), incidents })
  const undecided = await way.toArraignment()
  const toPropose = { state: 'to-propose', departureId: null, proposedBy: null, openHolds: 0 }
  expect(await rowOf(ror.arrestId)).toMatchObject({
    ...toPropose,
    words: 'RELEASE - ROR',
    suggestedBasis: 'bail-without-money',
  })
  expect(await rowOf(money.arrestId)).toMatchObject({
    ...toPropose,
    words: 'HELD - $25,000, 10% TO POST ($2,500)',
    suggestedBasis: 'commitment-for-bail',
  })
  expect(await rowOf(declined)).toMatchObject({
    words: 'RELEASE - CHARGES DECLINED',
    suggestedBasis: 'charges-declined',
  })
  expect(await rowOf(low)).toMatchObject({ suggestedBasis: 'rule-519b' })
  expect(await rowOf(undecided.arrestId)).toBeUndefined()
})

test('an open hold is read as HELD, whatever the order says, also when a release was proposed before it', async () => {
  const { arrestId } = await way.toOrder()
  const desk = await server.as('release-desk')
  const body = { basis: 'bail-without-money' as const, destination: 'Released', holdsChecked: true, summons: null }
  await desk.call(proposeDeparture, { params: { arrestId }, body })
  const hold = { kind: 'other-jurisdiction' as const, issuer: 'Sheriff of a made-up county', reference: null }
  await desk.call(recordHold, { params: { arrestId }, body: hold })
  expect(await rowOf(arrestId)).toMatchObject({
    words: 'HELD - FOR ANOTHER AUTHORITY',
    openHolds: 1,
    state: 'proposed',
    proposedBy: 'Officer Release',
  })
})

test('the longest held comes first', async () => {
  const { charges, incidents } = madeUpReport()
  const low = charges.map(charge => ({ ...charge, grade: 'M3' as const }))
  const arrestedAt = new Date(Date.now() - 20 * 3_600_000).toISOString()
  const early = await way.report({ charges: low, incidents, arrestedAt })
  expect((await look()).rows[0]?.arrestId).toBe(early)
})

test('one look sends the same number of statements, however many people are held', async () => {
  const before = await countStatements()
  const people = await Promise.all(Array.from({ length: 5 }, () => way.toOrder()))
  const desk = await server.as('release-desk')
  for (const { arrestId } of people) {
    const body = { basis: 'bail-without-money' as const, destination: 'Released', holdsChecked: true, summons: null }
    const { departureId } = await desk.call(proposeDeparture, { params: { arrestId }, body })
    await (await server.as('release-desk-2')).call(confirmDeparture, {
      params: { departureId },
      body: { holdsChecked: true },
    })
  }
  expect((await look()).rows.filter(({ state }) => state === 'confirmed')).toHaveLength(5)
  const after = await countStatements()
  expect(after).toBe(before)
  expect(after).toBeGreaterThan(2)
})

test('the desk is the release desk’s own', async () => {
  await expectRefused(server, look('booking-officer'), { status: 403, reason: 'not-your-role' })
  await expectRefused(server, look('magistrate'), { status: 403, reason: 'not-your-act' })
  expect(await problemOf(server.visitor.call(departureDesk))).toMatchObject({ status: 401 })
})
