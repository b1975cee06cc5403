import {
  acknowledgeDeparture,
  confirmDeparture,
  liftHold,
  proposeDeparture,
  recordHold,
  viewArrest,
  withdrawDeparture,
} from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrestWay, arrestWay, inDays, moneyOrder } from '../testing/arrest-way.ts'
import { expectRefused, readEntry } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: ArrestWay
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
})
afterAll(() => server.stop())

const propose = async (arrestId: string, change: object = {}, subject = 'release-desk') =>
  (await server.as(subject)).call(proposeDeparture, {
    params: { arrestId },
    body: {
      basis: 'bail-without-money',
      destination: 'Released at the booking center',
      holdsChecked: true,
      summons: null,
      ...change,
    },
  })
const confirm = async (departureId: string, subject = 'release-desk-2', holdsChecked = true) =>
  (await server.as(subject)).call(confirmDeparture, { params: { departureId }, body: { holdsChecked } })
const acknowledge = async (departureId: string, change: object = {}, subject = 'booking-officer') =>
  (await server.as(subject)).call(acknowledgeDeparture, {
    params: { departureId },
    body: { acknowledgedByName: 'Officer Gate', leftAt: inDays(0), ...change },
  })
const withdraw = async (departureId: string, reason = 'The wrong person was brought.') =>
  (await server.as('release-desk')).call(withdrawDeparture, { params: { departureId }, body: { reason } })
const hold = async (arrestId: string, change: object = {}, subject = 'release-desk') =>
  (await server.as(subject)).call(recordHold, {
    params: { arrestId },
    body: { kind: 'bench-warrant', issuer: 'Municipal Court', reference: 'BW-7', ...change },
  })
const lift = async (holdId: string, subject = 'release-desk') =>
  (await server.as(subject)).call(liftHold, { params: { holdId }, body: { reason: 'Withdrawn by the court.' } })
const custodyOf = async (arrestId: string) =>
  (await (await server.as('release-desk')).call(viewArrest, { params: { arrestId } })).custody

describe('leaving police custody takes two people and three acts (B28)', () => {
  test('whoever proposed it can’t confirm it, and the clock runs until the person has left', async () => {
    const { arrestId } = await way.toOrder()
    const { departureId } = await propose(arrestId)
    await expectRefused(server, confirm(departureId, 'release-desk'), { status: 409, reason: 'same-person' })
    await expectRefused(server, acknowledge(departureId), { status: 409, reason: 'not-confirmed' })
    const confirmed = await confirm(departureId)
    expect(await readEntry(server, confirmed.receipt.entryId)).toMatchObject({
      kind: 'departure.confirmed',
      party: 'police',
      slots: { subject: arrestId, act: { departureId } },
    })
    expect(await custodyOf(arrestId)).toMatchObject({ stage: 'departure-confirmed', stoppedAt: null })
    await expectRefused(server, confirm(departureId), { status: 409, reason: 'already-confirmed' })
    const leftAt = inDays(0)
    await acknowledge(departureId, { leftAt })
    expect(await custodyOf(arrestId)).toMatchObject({ stage: 'released', stoppedAt: leftAt })
    await expectRefused(server, acknowledge(departureId), { status: 409, reason: 'already-left' })
  })

  test('is the act of police only, and of the release desk', async () => {
    const { arrestId } = await way.toOrder()
    for (const subject of ['magistrate', 'charging-attorney', 'defender'])
      await expectRefused(server, propose(arrestId, {}, subject), { status: 403, reason: 'not-your-act' })
    await expectRefused(server, propose(arrestId, {}, 'detective'), { status: 403, reason: 'not-your-role' })
    const { departureId } = await propose(arrestId)
    await expectRefused(server, confirm(departureId, 'booking-officer'), { status: 403, reason: 'not-your-role' })
    await expectRefused(server, confirm(departureId, 'court-clerk'), { status: 403, reason: 'not-your-act' })
  })

  test('each of the two says that holds were checked', async () => {
    const { arrestId } = await way.toOrder()
    const unchecked = await expectRefused(server, propose(arrestId, { holdsChecked: false }), {
      status: 422,
      reason: 'holds-not-checked',
    })
    expect(unchecked.errors?.[0]?.pointer).toBe('/holdsChecked')
    const { departureId } = await propose(arrestId)
    await expectRefused(server, confirm(departureId, 'release-desk-2', false), {
      status: 422,
      reason: 'holds-not-checked',
    })
  })

  test('may be withdrawn with its reason until the person has left, and proposed anew', async () => {
    const { arrestId } = await way.toOrder()
    const { departureId } = await propose(arrestId)
    await expectRefused(server, propose(arrestId), { status: 409, reason: 'departure-open' })
    await expectRefused(server, withdraw(departureId, ' '), { status: 422, reason: 'text-empty' })
    await withdraw(departureId)
    await expectRefused(server, confirm(departureId), { status: 409, reason: 'departure-missing' })
    await propose(arrestId)
    await expectRefused(server, withdraw(departureId), { status: 409, reason: 'departure-missing' })
  })

  test('of twenty proposals at once one is made, and of twenty confirmations one', async () => {
    const { arrestId } = await way.toOrder()
    const outcomes = async (calls: Promise<unknown>[]) =>
      (
        await Promise.all(
          calls.map(call =>
            call.then(
              () => 'done',
              error => error.problem.reason,
            ),
          ),
        )
      ).sort()
    const proposals = Array.from({ length: 20 }, () => propose(arrestId))
    expect(await outcomes(proposals)).toEqual([...Array(19).fill('departure-open'), 'done'])
    const made = (await Promise.allSettled(proposals)).flatMap(one => (one.status === 'fulfilled' ? [one.value] : []))
    const departureId = made[0]?.departureId ?? ''
    const confirmations = Array.from({ length: 20 }, () => confirm(departureId))
    expect(await outcomes(confirmations)).toEqual([...Array(19).fill('already-confirmed'), 'done'])
  })
})

describe('the basis follows from the facts of all three custodians', () => {
  test('money bail commits, and releases nobody', async () => {
    const { arrestId } = await way.toOrder(moneyOrder())
    await expectRefused(server, propose(arrestId), { status: 422, reason: 'basis-contradicts-facts' })
    await propose(arrestId, { basis: 'commitment-for-bail', destination: 'Department of Prisons, intake' })
  })

  test('nobody leaves while a docket is undecided', async () => {
    const { arrestId } = await way.toArraignment()
    await expectRefused(server, propose(arrestId), { status: 422, reason: 'docket-undecided' })
  })

  test('declined charges release', async () => {
    const arrestId = await way.report()
    await way.decide(arrestId, 'declined')
    await propose(arrestId, { basis: 'charges-declined' })
    expect(await custodyOf(arrestId)).toMatchObject({ stage: 'departure-proposed' })
  })

  test('a release on summons is for low grades after an arrest on sight, and its complaint is due in five days (B20)', async () => {
    const grave = await way.report()
    const summons = { basis: 'rule-519b', summons: { noDanger: true, likelyToAppear: true } }
    await expectRefused(server, propose(grave, summons), { status: 409, reason: 'grade-too-high' })
    const { charges, incidents } = madeUpReport()
    const low = await way.report({ charges: charges.map(charge => ({ ...charge, grade: 'M2' })), incidents })
    const unlikely = { ...summons, summons: { noDanger: true, likelyToAppear: false } }
    await expectRefused(server, propose(low, unlikely), { status: 409, reason: 'not-likely-to-appear' })
    await expectRefused(server, propose(low, { ...summons, summons: null }), { status: 409, reason: 'danger' })
    const { departureId } = await propose(low, summons)
    await confirm(departureId)
    await acknowledge(departureId)
    const record = await (await server.as('release-desk')).call(viewArrest, { params: { arrestId: low } })
    expect(record.custody.stage).toBe('released-on-summons')
    const due = Date.parse(record.departures[0]?.complaintDueAt ?? '') - Date.parse(record.departures[0]?.madeAt ?? '')
    expect(due).toBe(5 * 86_400_000)
  })
})

describe('holds of other authorities', () => {
  test('an open hold releases nobody; the person is handed over, or the hold is lifted by its paper', async () => {
    const { arrestId } = await way.toOrder()
    const { holdId } = await hold(arrestId)
    const problem = await expectRefused(server, propose(arrestId), { status: 422, reason: 'hold-open' })
    expect(problem.errors?.[0]?.pointer).toBe('/basis')
    await expectRefused(server, lift(holdId, 'booking-officer'), { status: 403, reason: 'not-your-role' })
    await lift(holdId)
    await expectRefused(server, lift(holdId), { status: 409, reason: 'already-lifted' })
    await propose(arrestId)
  })

  test('a hold that comes after the proposal stops the confirmation, and after that the departure', async () => {
    const { arrestId } = await way.toOrder()
    const { departureId } = await propose(arrestId)
    const { holdId } = await hold(arrestId)
    await expectRefused(server, confirm(departureId), { status: 422, reason: 'hold-open' })
    await lift(holdId)
    await confirm(departureId)
    await hold(arrestId, { reference: 'BW-8' })
    await expectRefused(server, acknowledge(departureId), { status: 422, reason: 'hold-open' })
    await withdraw(departureId)
    await propose(arrestId, { basis: 'held-for-other-authority', destination: 'Sheriff of a made-up county' })
  })

  test('the same paper is recorded once, a judge’s warrant with its number, and none once the person has left', async () => {
    const { arrestId } = await way.toOrder()
    await hold(arrestId)
    await expectRefused(server, hold(arrestId), { status: 409, reason: 'hold-exists' })
    await expectRefused(server, hold(arrestId, { kind: 'judicial-warrant', reference: null }), {
      status: 422,
      reason: 'judicial-warrant-without-reference',
    })
    await expectRefused(server, hold(arrestId, { issuer: 'A\0' }), { status: 422, reason: 'text-nul' })
    const { departureId } = await propose(arrestId, { basis: 'held-for-other-authority' })
    await confirm(departureId)
    await acknowledge(departureId)
    expect(await custodyOf(arrestId)).toMatchObject({ stage: 'handed-over' })
    await expectRefused(server, hold(arrestId, { reference: 'BW-9' }), { status: 409, reason: 'person-has-left' })
  })

  test('are no act of court or prosecutor', async () => {
    const { arrestId } = await way.toOrder()
    for (const subject of ['court-clerk', 'charging-attorney'])
      await expectRefused(server, hold(arrestId, {}, subject), { status: 403, reason: 'not-your-act' })
  })
})

test('a departure or hold that is nowhere is not found', async () => {
  const nowhere = { status: 404, reason: 'not-found' }
  await expectRefused(server, confirm(`dep_${'0'.repeat(32)}`), nowhere)
  await expectRefused(server, lift(`hld_${'0'.repeat(32)}`), nowhere)
  await expectRefused(server, propose(`arr_${'0'.repeat(32)}`), nowhere)
})
