import {
  correctArrest,
  ProblemError,
  recordHold,
  refuseBail,
  reportArrest,
  sendBack,
  takeCharging,
} from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementWay, type TestPartner } from '../testing/agreement-way.ts'
import { type ArrestWay, arrestWay, moneyOrder, orderOf } from '../testing/arrest-way.ts'
import { auditNow } from '../testing/audit-now.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: ArrestWay
let agreements: ReturnType<typeof agreementWay>
let partner: TestPartner
let door: string
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
  agreements = agreementWay(server)
  await agreements.genesis()
  partner = await agreements.partner()
  door = (await agreements.putInForce(partner, agreements.termsOf(partner))).door
}, 60_000)
afterAll(() => server.stop())

/** The same numbers for the same seed. */
const diceOf = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** What people of this city do, each through the API as whoever does it; a rule may refuse any of it. */
const acts: readonly ((roll: (below: number) => number) => Promise<unknown>)[] = [
  () => way.report(),
  roll => way.report({ person: { ...madeUpReport().person, ssn: roll(2) === 0 ? '000120001' : null } }),
  async () => {
    const report = madeUpReport()
    const officer = await server.as('booking-officer')
    const { arrestId } = await officer.call(reportArrest, { body: report })
    return officer.call(correctArrest, {
      params: { arrestId },
      version: 1,
      body: { reason: 'The place was wrong.', report: { ...report, place: '100 North Example Street' } },
    })
  },
  async () => {
    const arrestId = await way.report()
    const attorney = await server.as('charging-attorney')
    await attorney.call(takeCharging, { params: { arrestId } })
    return attorney.call(sendBack, { params: { arrestId }, body: { reason: 'incomplete', note: 'A date is missing.' } })
  },
  async () => way.decide(await way.report(), 'declined'),
  () => way.toComplaint(),
  () => way.toArraignment(),
  roll => way.toOrder(roll(2) === 0 ? orderOf() : moneyOrder()),
  async () => {
    const { docketId } = await way.toArraignment()
    const order = { reasons: ['danger' as const], reasonNote: 'Nothing less protects the household.' }
    return (await server.as('magistrate')).call(refuseBail, { params: { docketId }, body: order as never })
  },
  async () => {
    const arrestId = await way.report()
    const body = { kind: 'bench-warrant' as const, issuer: 'Court of Common Pleas', reference: 'CP-1' }
    return (await server.as('release-desk')).call(recordHold, { params: { arrestId }, body })
  },
  () => agreements.askAs(partner, door),
  async () => (await server.as('court-clerk')).call(reportArrest, { body: madeUpReport() }),
]

describe.each([1, 2, 3, 4, 5])('a random history over a real PostgreSQL, seed %i', seed => {
  test('gives the audit nothing to find', async () => {
    const roll = diceOf(seed)
    const refused: string[] = []
    for (let act = 0; act < 12; act += 1)
      await acts[roll(acts.length)]?.(roll).catch(error => {
        if (!(error instanceof ProblemError)) throw error
        refused.push(error.problem.type)
      })
    expect(await auditNow(server.runtime)).toEqual([])
    expect(refused.length).toBeLessThan(12)
  }, 60_000)
})
