import { holdArraignment, loadReference, viewArrest, viewHearing } from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrestWay, arraignmentOf, arrestWay, inDays } from '../testing/arrest-way.ts'
import { expectRefused, listEntries, problemOf, readEntry } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: ArrestWay
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
  const room = { room: '1999', court: 'municipal' as const, validFrom: '1900-01-01', validTo: '2020-01-01' }
  await (await server.as('court-manager')).call(loadReference, { body: { rooms: [room] } })
})
afterAll(() => server.stop())

const hold = async (subject: string, docketId: string, change: Parameters<typeof arraignmentOf>[0] = {}) =>
  (await server.as(subject)).call(holdArraignment, { params: { docketId }, body: arraignmentOf(change) })
const next = (change: object) => ({
  nextListing: { hearing: 'preliminary-hearing' as const, at: inDays(14), room: '803', ...change },
})

describe('the preliminary arraignment', () => {
  test('is the magistrate’s act, and nobody else’s', async () => {
    const { docketId } = await way.toListing()
    await expectRefused(server, hold('court-clerk', docketId), { status: 403, reason: 'not-your-role' })
    for (const subject of ['booking-officer', 'charging-attorney', 'defender'])
      await expectRefused(server, hold(subject, docketId), { status: 403, reason: 'not-your-act' })
    const held = await hold('magistrate', docketId)
    expect(await readEntry(server, held.receipt.entryId)).toMatchObject({
      kind: 'arraignment.held',
      party: 'court',
      slots: { act: { docketId, discharged: false, held: { probableCause: 'found' } } },
    })
  })

  test.each([
    'complaint-given',
    'complaint-read',
    'counsel-advised',
    'hearing-advised',
    'bail-advised',
    'counsel-consulted',
  ])('is not complete without %s (Rule 540)', async item => {
    const { docketId } = await way.toListing()
    const checklist = arraignmentOf().checklist.filter(ticked => ticked !== item)
    const problem = await expectRefused(server, hold('magistrate', docketId, { checklist }), {
      status: 422,
      reason: 'checklist-item-missing',
    })
    expect(problem.detail).toContain(item)
    expect(problem.errors?.[0]?.pointer).toBe('/checklist')
  })

  test('after an arrest on sight decides whether there is probable cause (B19)', async () => {
    const { docketId } = await way.toListing()
    await expectRefused(server, hold('magistrate', docketId, { probableCause: 'warrant' }), {
      status: 422,
      reason: 'probable-cause-undecided',
    })
  })

  test('without probable cause discharges, has no next date, and ends the 48 hours', async () => {
    const { docketId, arrestId } = await way.toListing()
    const notFound = { probableCause: 'not-found' as const }
    await expectRefused(server, hold('magistrate', docketId, notFound), {
      status: 422,
      reason: 'next-listing-after-discharge',
    })
    await hold('magistrate', docketId, { ...notFound, nextListing: null })
    const record = await (await server.as('magistrate')).call(viewArrest, { params: { arrestId } })
    expect(record.custody).toMatchObject({ stage: 'discharged', probableCauseHoursLeft: null, stoppedAt: null })
    expect(record.custody.next).toEqual({ party: 'police', act: 'departure.propose' })
  })

  test('fixes the next date in a room that exists on that day (B27)', async () => {
    const { docketId } = await way.toListing()
    const problem = await expectRefused(server, hold('magistrate', docketId, next({ room: '200' })), {
      status: 422,
      reason: 'room-unknown',
    })
    expect(problem.errors?.[0]?.pointer).toBe('/nextListing/room')
    await expectRefused(server, hold('magistrate', docketId, next({ room: '1999' })), {
      status: 422,
      reason: 'room-closed',
    })
    await expectRefused(server, hold('magistrate', docketId, { nextListing: null }), {
      status: 422,
      reason: 'next-listing-missing',
    })
    await expectRefused(server, hold('magistrate', docketId, next({ at: inDays(-1) })), {
      status: 422,
      reason: 'next-listing-too-early',
    })
  })

  test('of a child charged as an adult records that the parents were told (B36)', async () => {
    const bornOn = `${new Date().getFullYear() - 16}-01-01`
    const report = madeUpReport()
    const person = { ...report.person, bornOn }
    const directFile = { parentsNotifiedAt: report.arrestedAt, parentsNotifiedBy: 'Officer R. Farrow' }
    const { docketId } = await way.toListing({ person, directFile })
    await expectRefused(server, hold('magistrate', docketId), { status: 422, reason: 'checklist-item-missing' })
    await hold('magistrate', docketId, { checklist: [...arraignmentOf().checklist, 'parents-notified'] })
  })

  test('of somebody who asked for an interpreter says whether one came', async () => {
    const person = { ...madeUpReport().person, interpreterLanguage: 'Spanish' }
    const { docketId } = await way.toListing({ person })
    await expectRefused(server, hold('magistrate', docketId), { status: 422, reason: 'interpreter-not-recorded' })
    await hold('magistrate', docketId, { interpreter: { language: 'Spanish', present: true } })
  })

  test('is held on a listed docket only, and once', async () => {
    const { docketId } = await way.toDocket()
    await expectRefused(server, hold('magistrate', docketId), { status: 409, reason: 'not-listed' })
    await way.list(docketId)
    await hold('magistrate', docketId)
    await expectRefused(server, hold('magistrate', docketId), { status: 409, reason: 'already-arraigned' })
  })

  test('of twenty calls at once one holds it', async () => {
    const { docketId } = await way.toListing()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        hold('magistrate', docketId).then(
          () => 'held',
          error => error.problem.reason,
        ),
      ),
    )
    expect(answers.sort()).toEqual([...Array(19).fill('already-arraigned'), 'held'])
  })
})

describe('the hearing screen', () => {
  test('opens the record, which is journaled with purpose and for whom', async () => {
    const { docketId, arrestId } = await way.toDocket()
    const magistrate = await server.as('magistrate')
    const query = { purpose: 'court' as const, forWhom: 'own-seat' }
    const { docket, record } = await magistrate.call(viewHearing, { params: { docketId }, query })
    expect(docket).toEqual(record.dockets[0])
    expect(record.arrestId).toBe(arrestId)
    const entries = await listEntries(server, arrestId, 'record.opened')
    const byMagistrate = entries.filter(({ slots }) => slots.actor.role === 'magistrate')
    expect(byMagistrate).toMatchObject([
      { party: 'court', slots: { subject: arrestId, act: { purpose: 'court', forWhom: 'own-seat' } } },
    ])
  })

  test('shows the court neither narrative nor victims', async () => {
    const { docketId } = await way.toDocket()
    const { record } = await (await server.as('magistrate')).call(viewHearing, { params: { docketId } })
    expect(record.report).not.toHaveProperty('narrative')
    expect(record.report).not.toHaveProperty('victimsAndWitnesses')
    expect(record.report.person).not.toHaveProperty('ssnLastFour')
  })

  test('shows a defender his own client, and of another’s not that it is there', async () => {
    const [ours, theirs] = [await way.toDocket(), await way.toDocket({}, 'private')]
    const defender = await server.as('defender')
    const view = await defender.call(viewHearing, { params: { docketId: ours.docketId } })
    expect(view.docket.counsel).toBe('defender')
    const hidden = await problemOf(defender.call(viewHearing, { params: { docketId: theirs.docketId } }))
    const nowhere = await problemOf(defender.call(viewHearing, { params: { docketId: `dkt_${'0'.repeat(32)}` } }))
    const { entryId: _a, ...shown } = hidden
    const { entryId: _b, ...expected } = nowhere
    expect(shown).toEqual(expected)
    expect(shown).toMatchObject({ status: 404, reason: 'not-found' })
  })
})
