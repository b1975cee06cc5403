import { citySubjects, type DriveOptions, driveCity, type Tally } from '@pars/city'
import {
  decideCharges,
  holdArraignment,
  searchArrests,
  setBail,
  takeCharging,
  viewArrest,
  viewBoard,
  viewCity,
} from '@pars/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DeedKind } from '../../../city/src/plan/act.ts'
import { planCity } from '../../../city/src/plan/plan-city.ts'
import { startTestServer, type TestServer } from '../../../server/tests/testing/start-test-server.ts'
import { countEntries, countPeople, listFirstActs } from './entries.sql.ts'

const startAt = Date.parse('2026-03-10T04:00:00Z')
const hour = 3_600_000
const seed = 'a day'

const kindOf: Record<DeedKind, string> = {
  draft: 'arrest.drafted',
  send: 'arrest.reported',
  report: 'arrest.reported',
  hold: 'hold.recorded',
  'lift-hold': 'hold.lifted',
  take: 'charging.taken',
  'send-back': 'charging.sent-back',
  correct: 'arrest.corrected',
  decide: 'charges.decided',
  complaint: 'complaint.made',
  file: 'complaint.filed',
  list: 'listing.added',
  'not-produced': 'listing.not-produced',
  guideline: 'bail.recommended',
  request: 'bail.requested',
  'defense-request': 'bail.defense-requested',
  arraign: 'arraignment.held',
  order: 'bail.set',
  refuse: 'bail.refused',
  propose: 'departure.proposed',
  confirm: 'departure.confirmed',
  acknowledge: 'departure.acknowledged',
}
const kinds = [...new Set(Object.values(kindOf))].sort()

/** Entries of each kind that the plan makes up to a moment. */
const plannedUntil = (moment: number): [string, number][] => {
  const acts = planCity({ seed, startAt, days: 3 }).courses.flatMap(course => course.acts)
  const done = acts.filter(({ at }) => at <= moment).map(({ deed }) => kindOf[deed.kind])
  return kinds.map(kind => [kind, done.filter(one => one === kind).length])
}

let server: TestServer
let tokens: Record<string, string>

const fill = (until: number, options: Partial<DriveOptions> = {}): Promise<Tally> =>
  driveCity({ baseUrl: server.baseUrl, tokens, seed, until, signal: new AbortController().signal, ...options })

const entriesOf = async (): Promise<[string, number][]> => {
  const entries = await countEntries(server)
  return kinds.map(kind => [kind, entries.get(kind) ?? 0])
}

beforeAll(async () => {
  server = await startTestServer({ startsAt: new Date(startAt).toISOString() })
  tokens = Object.fromEntries(
    await Promise.all(citySubjects.map(async subject => [subject, await server.tokenOf(subject)] as const)),
  )
})
afterAll(() => server.stop())

test('the city says when its own time began', async () => {
  const { clock } = await server.visitor.call(viewCity)
  expect(Math.abs(Date.parse(clock.beganAt) - startAt)).toBeLessThan(60_000)
  expect(clock.meetsPresent).toBe(false)
})

test('a day that is broken off in its middle goes on where it was, with nothing done twice and nothing left out', async () => {
  const stop = new AbortController()
  const first = fill(startAt + 24 * hour, { signal: stop.signal })
  while ((await countPeople(server)).arrests < 25) await new Promise(resolve => setTimeout(resolve, 20))
  stop.abort()
  const before = await first
  expect(before.arrests).toBeGreaterThan(20)
  const rest = await fill(startAt + 24 * hour)
  expect([...before.refused, ...rest.refused]).toEqual([])
  expect(await entriesOf()).toEqual(plannedUntil(startAt + 24 * hour))
}, 120_000)

test('no act of the city is refused, and every arrest of the plan is there once', async () => {
  const entries = await countEntries(server)
  expect(entries.get('act.refused') ?? 0).toBe(0)
  const begun = planCity({ seed, startAt, days: 3 }).courses.filter(
    ({ acts }) => (acts[0]?.at ?? Number.POSITIVE_INFINITY) <= startAt + 24 * hour,
  )
  const { arrests, people } = await countPeople(server)
  expect(arrests).toBe(begun.length)
  expect(people).toBe(new Set(begun.map(({ personKey }) => personKey)).size)
})

test('every act is done at its planned time or within the half hour after it', async () => {
  const firstActs = await listFirstActs(server)
  const late = planCity({ seed, startAt, days: 1 }).courses.flatMap(({ intakeNumber, acts }) => {
    const doneAt = firstActs.get(intakeNumber)
    return doneAt === undefined ? [] : [(doneAt - (acts[0]?.at ?? 0)) / 60_000]
  })
  expect(Math.min(...late)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...late)).toBeLessThanOrEqual(31)
})

test('a second run to the same hour changes nothing', async () => {
  const before = await entriesOf()
  const { refused } = await fill(startAt + 24 * hour)
  expect([...refused]).toEqual([])
  expect(await entriesOf()).toEqual(before)
}, 60_000)

/** An arrest that waits for charging at this hour, of which the plan will approve every charge. */
const findWaiting = (moment: number) =>
  planCity({ seed, startAt, days: 1 }).courses.find(({ acts, report }) => {
    const take = acts.find(({ deed }) => deed.kind === 'take')
    const first = acts[0]?.at ?? moment
    const approvesAll = acts.some(
      ({ deed }) => deed.kind === 'decide' && deed.decisions.every(({ kind }) => kind === 'approved'),
    )
    const isSent = acts.some(({ at, deed }) => at <= moment && (deed.kind === 'send' || deed.kind === 'report'))
    return approvesAll && isSent && first <= moment && (take?.at ?? 0) > moment && report.charges.length > 0
  })

/** A person in the chair of the charging attorney takes it and approves everything. */
const approveAll = async (otn: string | null): Promise<void> => {
  const attorney = await server.as('charging-attorney')
  const { found } = await attorney.call(searchArrests, { query: { otn: otn ?? '' } })
  const params = { arrestId: found[0]?.arrestId ?? '' }
  await attorney.call(takeCharging, { params })
  const { version, report } = await attorney.call(viewArrest, { params })
  const decisions = report.charges.map(({ policeChargeId }) => ({ kind: 'approved' as const, policeChargeId }))
  await attorney.call(decideCharges, { params, body: { arrestVersion: version, decisions } })
}

test('a run to a later hour carries on the arrests that were on their way, and what a person has decided meanwhile', async () => {
  const waiting = findWaiting(startAt + 24 * hour)
  await approveAll(waiting?.report.otn ?? null)
  const { refused, foundDone } = await fill(startAt + 36 * hour)
  expect([...refused]).toEqual([])
  expect(foundDone.get('take: already-decided')).toBe(1)
  expect(foundDone.get('decide: already-decided')).toBe(1)
  expect(await entriesOf()).toEqual(plannedUntil(startAt + 36 * hour))
}, 60_000)

test('somebody whom a person has set free leaves on what was ordered, whatever the plan said', async () => {
  const now = startAt + 36 * hour
  const course = planCity({ seed, startAt, days: 2 }).courses.find(
    ({ acts }) =>
      acts.some(({ at, deed }) => at <= now && deed.kind === 'list') &&
      acts.every(({ at, deed }) => deed.kind !== 'arraign' || at > now) &&
      acts.some(({ deed }) => deed.kind === 'propose' && deed.body.basis === 'commitment-for-bail'),
  )
  const { found } = await (await server.as('court-clerk')).call(searchArrests, {
    query: { otn: course?.report.otn ?? '' },
  })
  const params = { arrestId: found[0]?.arrestId ?? '' }
  const magistrate = await server.as('magistrate')
  const planned = course?.acts.flatMap(({ deed }) => (deed.kind === 'arraign' ? [deed.body] : []))[0]
  const { next: _, ...said } = planned ?? { next: null }
  const nextListing = { hearing: 'preliminary-hearing', at: '2026-05-04T13:00:00Z', room: '403' }
  // The clock stands where the last act was, which may be some minutes before that hour.
  const { now: heldAt } = await magistrate.call(viewCity)
  const held = { ...said, heldAt, nextListing }
  const ror = { types: ['ror'], amountCents: null, depositPercent: null, conditions: [], reasons: ['residence'] }
  const order = { ...ror, reasonNote: null, abilityToPayConsidered: true, abilityToPayNote: null, dangerFound: false }
  for (const { docketId } of (await magistrate.call(viewArrest, { params })).dockets) {
    await magistrate.call(holdArraignment, { params: { docketId }, body: held })
    await magistrate.call(setBail, { params: { docketId }, body: order })
  }
  const { refused } = await fill(now + 12 * hour)
  expect([...refused]).toEqual([])
  const { departures } = await magistrate.call(viewArrest, { params })
  expect(departures[0]?.basis).toMatch(/bail-without-money|held-for-other-authority/)
}, 60_000)

test('a city that stood still for a month lives only the last day of it, and those who waited are dealt with first', async () => {
  const to = startAt + 31 * 24 * hour
  const { refused, arrests } = await fill(to, { daysToCatchUp: 1 })
  expect([...refused]).toEqual([])
  expect(arrests).toBeLessThan(200)
  const [oldest] = (await (await server.as('booking-officer')).call(viewBoard)).rows
  expect(Date.parse(oldest?.arrestedAt ?? '')).toBeGreaterThan(to - 48 * hour)
}, 120_000)
