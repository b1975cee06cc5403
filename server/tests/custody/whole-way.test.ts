import {
  acknowledgeDeparture,
  complaintsToFile,
  confirmDeparture,
  departureDesk,
  listCourtSessions,
  proposeDeparture,
  recommendBail,
  requestBail,
  requestDefenseBail,
  viewArrest,
  viewCourtSession,
  viewHearing,
} from '@pars/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ArrestWay, arrestWay, inDays, orderOf } from '../testing/arrest-way.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: ArrestWay
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
})
afterAll(() => server.stop())

const ask = { types: ['ror' as const], amountCents: null, depositPercent: null, note: null }

test('one arrest goes from report to departure, each act by whose it is, and every act is in its history', async () => {
  const clerk = await server.as('court-clerk')
  const { arrestId, complaintId } = await way.toComplaint()
  const filing = await clerk.call(complaintsToFile)
  expect(filing.toFile).toMatchObject([{ complaintId, arrestId, name: 'Quill, Marisol' }])
  const docketId = await way.file(complaintId)
  const listing = await clerk.call(complaintsToFile)
  expect(listing.toFile).toEqual([])
  expect(listing.toList).toMatchObject([{ docketId, arrestId, notProduced: null }])

  const courtSessionId = await way.openSession()
  const { listingId, slot } = await way.list(docketId, courtSessionId)
  expect(slot).toBe(1)
  expect((await clerk.call(complaintsToFile)).toList).toEqual([])
  await (await server.as('charging-attorney')).call(requestBail, {
    params: { docketId },
    body: { ...ask, types: ['monetary'], amountCents: 100_000, depositPercent: 10 },
  })
  await (await server.as('defender')).call(requestDefenseBail, { params: { docketId }, body: ask })
  await (await server.as('pretrial-officer')).call(recommendBail, { params: { docketId }, body: ask })
  const stateOf = async () => {
    const { listings, listed, heard } = await clerk.call(viewCourtSession, { params: { courtSessionId } })
    return { listed, heard, state: listings[0]?.state, words: listings[0]?.bailWords }
  }
  expect(await stateOf()).toEqual({ listed: 1, heard: 0, state: 'waiting', words: null })
  await way.arraign(docketId)
  expect(await stateOf()).toEqual({ listed: 1, heard: 1, state: 'arraigned', words: null })
  const ordered = await way.order(
    docketId,
    orderOf({
      types: ['ror', 'nonmonetary'],
      conditions: [{ kind: 'reporting', text: 'Report to Pretrial Services by telephone every week.' }],
    }),
  )
  expect(ordered.words).toBe('RELEASE - ROR, CONDITIONS')
  expect(await stateOf()).toEqual({ listed: 1, heard: 1, state: 'bail-ordered', words: 'RELEASE - ROR, CONDITIONS' })
  expect((await clerk.call(listCourtSessions)).sessions).toMatchObject([
    { courtSessionId, room: 'B-08', listed: 1, heard: 1 },
  ])

  const hearing = await (await server.as('magistrate')).call(viewHearing, {
    params: { docketId },
    query: { purpose: 'court' },
  })
  expect(hearing.docket.bail).toMatchObject({
    request: { types: ['monetary'], amountCents: 100_000, madeBy: 'Attorney Charging' },
    defenseRequest: { types: ['ror'], madeBy: 'Defender Counsel' },
    guideline: { types: ['ror'], madeBy: 'Officer Pretrial' },
    order: { kind: 'set', words: 'RELEASE - ROR, CONDITIONS', madeBy: 'Magistrate Bench' },
  })
  expect(hearing.docket.listings).toMatchObject([{ listingId, slot: 1 }])

  const desk = await server.as('release-desk')
  const deskRow = async () => (await desk.call(departureDesk)).rows
  expect(await deskRow()).toMatchObject([
    {
      arrestId,
      words: 'RELEASE - ROR, CONDITIONS',
      suggestedBasis: 'bail-without-money',
      state: 'to-propose',
      openHolds: 0,
    },
  ])
  const { departureId } = await desk.call(proposeDeparture, {
    params: { arrestId },
    body: {
      basis: 'bail-without-money',
      destination: 'Released at the booking center',
      holdsChecked: true,
      summons: null,
    },
  })
  expect(await deskRow()).toMatchObject([{ departureId, state: 'proposed', proposedBy: 'Officer Release' }])
  await (await server.as('release-desk-2')).call(confirmDeparture, {
    params: { departureId },
    body: { holdsChecked: true },
  })
  expect(await deskRow()).toMatchObject([{ departureId, state: 'confirmed' }])
  await desk.call(acknowledgeDeparture, {
    params: { departureId },
    body: { acknowledgedByName: 'Officer Gate', leftAt: inDays(0) },
  })
  expect(await deskRow()).toEqual([])

  const record = await desk.call(viewArrest, { params: { arrestId } })
  expect(record.custody).toMatchObject({ stage: 'released', next: null })
  expect(record.custody.stoppedAt).not.toBeNull()
  const acts = record.history.map(({ kind }) => kind).filter(kind => kind !== 'record.opened')
  expect(acts).toEqual([
    'arrest.reported',
    'charging.taken',
    'charges.decided',
    'complaint.made',
    'complaint.filed',
    'listing.added',
    'bail.requested',
    'bail.defense-requested',
    'bail.recommended',
    'arraignment.held',
    'bail.set',
    'departure.proposed',
    'departure.confirmed',
    'departure.acknowledged',
  ])
  expect(server.lines).toEqual([])
})
