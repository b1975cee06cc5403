import {
  addListing,
  complaintsToFile,
  listCourtSessions,
  loadReference,
  markNotProduced,
  openCourtSession,
  viewCourtSession,
  viewMe,
} from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrestWay, arrestWay, inDays } from '../testing/arrest-way.ts'
import { expectRefused, problemOf } from '../testing/expect-refused.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: ArrestWay
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
  const always = { validFrom: '1900-01-01', validTo: null }
  await (await server.as('court-manager')).call(loadReference, {
    body: {
      rooms: [
        { room: 'B-99', court: 'arraignment', ...always, validTo: '2020-01-01' },
        { room: 'B-10', court: 'arraignment', ...always },
      ],
    },
  })
})
afterAll(() => server.stop())

const open = async (subject: string, change: object = {}) =>
  (await server.as(subject)).call(openCourtSession, {
    body: { room: 'B-10', startsAt: inDays(1), magistrateId: null, ...change },
  })
const list = async (subject: string, courtSessionId: string, docketId: string, slot: number | null = null) =>
  (await server.as(subject)).call(addListing, { params: { courtSessionId }, body: { docketId, slot } })
const miss = async (subject: string, listingId: string, body: object = {}) =>
  (await server.as(subject)).call(markNotProduced, {
    params: { listingId },
    body: { reason: 'hospital', note: null, ...body },
  })

describe('opening a court session', () => {
  test('wants a room that exists on that day (B27)', async () => {
    const unknown = await expectRefused(server, open('court-clerk', { room: '200' }), {
      status: 422,
      reason: 'room-unknown',
    })
    expect(unknown.errors?.[0]?.pointer).toBe('/room')
    await expectRefused(server, open('court-clerk', { room: 'B-99' }), { status: 422, reason: 'room-closed' })
    await expectRefused(server, open('court-clerk', { room: 'B\0' }), { status: 422, reason: 'room-unknown' })
  })

  test('is the court’s act', async () => {
    await expectRefused(server, open('booking-officer'), { status: 403, reason: 'not-your-act' })
    await expectRefused(server, open('pretrial-officer'), { status: 403, reason: 'not-your-role' })
  })

  test('names a magistrate or nobody', async () => {
    const { account } = await (await server.as('magistrate')).call(viewMe)
    const clerk = (await (await server.as('court-clerk')).call(viewMe)).account
    await expectRefused(server, open('court-clerk', { startsAt: inDays(2), magistrateId: clerk?.accountId }), {
      status: 422,
      reason: 'not-a-magistrate',
    })
    const { courtSessionId } = await open('court-clerk', { startsAt: inDays(2), magistrateId: account?.accountId })
    const { sessions } = await server.visitor.call(listCourtSessions)
    expect(sessions.find(one => one.courtSessionId === courtSessionId)?.magistrate).toBe('Magistrate Bench')
  })

  test('of twenty calls for one room and time at once one opens it', async () => {
    const startsAt = inDays(3)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        open('court-clerk', { startsAt }).then(
          () => 'opened',
          error => error.problem.reason,
        ),
      ),
    )
    expect(answers.sort()).toEqual(['opened', ...Array(19).fill('session-exists')])
  })

  test('long over is for the court’s own system only', async () => {
    await expectRefused(server, open('court-clerk', { startsAt: inDays(-1) }), { status: 422, reason: 'session-over' })
    const { courtSessionId } = await open('court-system', { startsAt: inDays(-1) })
    const { sessions } = await server.visitor.call(listCourtSessions)
    expect(sessions.map(one => one.courtSessionId)).not.toContain(courtSessionId)
  })
})

describe('listing a docket', () => {
  test('is the court’s act, in a session that there is, once while the listing stands', async () => {
    const { docketId } = await way.toDocket()
    const courtSessionId = await way.openSession()
    await expectRefused(server, list('release-desk', courtSessionId, docketId), { status: 403, reason: 'not-your-act' })
    await expectRefused(server, list('court-clerk', `cse_${'0'.repeat(32)}`, docketId), {
      status: 404,
      reason: 'not-found',
    })
    await list('court-clerk', courtSessionId, docketId)
    const again = list('court-clerk', await way.openSession(), docketId)
    await expectRefused(server, again, { status: 409, reason: 'already-listed' })
  })

  test('into a taken slot is refused', async () => {
    const [one, other] = [await way.toDocket(), await way.toDocket()]
    const courtSessionId = await way.openSession()
    await list('court-clerk', courtSessionId, one.docketId, 7)
    const taken = list('court-clerk', courtSessionId, other.docketId, 7)
    await expectRefused(server, taken, { status: 422, reason: 'slot-taken' })
    expect(await list('court-clerk', courtSessionId, other.docketId)).toMatchObject({ slot: 8 })
  })

  test('of twenty dockets at once gives each its own slot', async () => {
    const dockets = await Promise.all(Array.from({ length: 20 }, () => way.toDocket()))
    const courtSessionId = await way.openSession()
    const listed = await Promise.all(dockets.map(({ docketId }) => list('court-clerk', courtSessionId, docketId)))
    const slots = listed.map(({ slot }) => slot).sort((a, b) => a - b)
    expect(slots).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    const view = await (await server.as('magistrate')).call(viewCourtSession, { params: { courtSessionId } })
    expect(view).toMatchObject({ listed: 20, heard: 0 })
    expect(view.listings.map(({ slot }) => slot)).toEqual(slots)
  })
})

describe('a person who was not produced', () => {
  test('waits for another session, and the docket shows why', async () => {
    const { docketId, listingId } = await way.toListing()
    await expectRefused(server, miss('charging-attorney', listingId), { status: 403, reason: 'not-your-act' })
    await expectRefused(server, miss('court-clerk', listingId, { reason: 'other' }), {
      status: 422,
      reason: 'note-missing',
    })
    await miss('court-clerk', listingId)
    await expectRefused(server, miss('court-clerk', listingId), { status: 409, reason: 'not-listed' })
    const clerk = await server.as('court-clerk')
    const waiting = async () => (await clerk.call(complaintsToFile)).toList.filter(row => row.docketId === docketId)
    expect(await waiting()).toMatchObject([{ notProduced: 'hospital' }])
    await way.list(docketId)
    expect(await waiting()).toEqual([])
  })
})

describe('who looks at the court’s lists', () => {
  test('a defender sees the dockets of his clients, and of nobody else', async () => {
    const [ours, theirs] = [await way.toDocket(), await way.toDocket({}, 'private')]
    const courtSessionId = await way.openSession()
    for (const { docketId } of [ours, theirs]) await way.list(docketId, courtSessionId)
    const seen = async (subject: string) => {
      const view = await (await server.as(subject)).call(viewCourtSession, { params: { courtSessionId } })
      return view.listings.map(({ docketId }) => docketId)
    }
    expect(await seen('court-clerk')).toEqual([ours.docketId, theirs.docketId])
    expect(await seen('defender')).toEqual([ours.docketId])
  })

  test('a defender sees of the clerk’s desk his own clients, filed and not listed', async () => {
    const [ours, theirs] = [await way.toDocket(), await way.toDocket({}, 'private')]
    const waiting = async (subject: string) =>
      (await (await server.as(subject)).call(complaintsToFile)).toList.map(({ docketId }) => docketId)
    expect(await waiting('court-clerk')).toEqual(expect.arrayContaining([ours.docketId, theirs.docketId]))
    expect(await waiting('defender')).toContain(ours.docketId)
    expect(await waiting('defender')).not.toContain(theirs.docketId)
  })

  test('a session that is not there is not found', async () => {
    const params = { courtSessionId: `cse_${'0'.repeat(32)}` }
    expect(await problemOf(server.visitor.call(viewCourtSession, { params }))).toMatchObject({
      status: 404,
      reason: 'not-found',
    })
  })

  test('the intake system has nothing to look for there', async () => {
    const system = await server.as('intake-system')
    await expectRefused(server, system.call(listCourtSessions), { status: 403, reason: 'not-your-role' })
  })
})
