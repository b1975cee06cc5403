import {
  acknowledgeDeparture,
  confirmDeparture,
  proposeDeparture,
  recordHold,
  saveDraft,
  viewArrest,
  viewBoard,
} from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadBoard } from '../../src/board/load-board.ts'
import { inSnapshot } from '../../src/db/transaction.ts'
import { type ArrestWay, arrestWay, orderOf } from '../testing/arrest-way.ts'
import { bulkArrests } from '../testing/bulk-arrests.ts'
import { countStatements } from '../testing/count-statements.ts'
import { listEntriesOf, problemOf } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { withoutJournal } from '../testing/without-journal.ts'

let server: TestServer
let way: ArrestWay
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
})
afterAll(() => server.stop())

const board = async (subject = 'court-clerk') => (await server.as(subject)).call(viewBoard)
const findRow = async (arrestId: string) => (await board()).rows.find(row => row.arrestId === arrestId)

describe('the board', () => {
  test('shows everybody in custody, unsent drafts too, longest held first', async () => {
    const officer = await server.as('booking-officer')
    const draft = (await officer.call(saveDraft, { body: madeUpReport({}, 5) })).arrestId
    const late = await way.report(timesOf(1))
    const early = await way.report(timesOf(9))
    const { rows, now } = await board()
    const order = rows.map(({ arrestId }) => arrestId)
    expect([early, draft, late].map(id => order.indexOf(id))).toEqual([0, 1, 2])
    expect(rows[0]).toMatchObject({ draft: false, custody: { stage: 'sent-to-charging', alarmsPassed: [2, 6] } })
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(60_000)
  })

  test('says of every stage what the record says of it', async () => {
    const { arrestId, docketId } = await way.toArraignment()
    const condition = { kind: 'reporting' as const, text: 'Report to Pretrial Services by telephone every week.' }
    const same = async () => {
      const record = await (await server.as('court-clerk')).call(viewArrest, { params: { arrestId } })
      const row = await findRow(arrestId)
      const { hoursHeld: _, probableCauseHoursLeft: __, ...custody } = record.custody
      expect(row?.custody).toMatchObject(custody)
      expect(row?.bailWords).toBe(record.dockets[0]?.bail.order?.words ?? null)
      return row
    }
    expect(await same()).toMatchObject({ custody: { stage: 'arraigned' }, bailWords: null })
    await way.order(docketId, orderOf({ conditions: [condition] }))
    expect(await same()).toMatchObject({ custody: { stage: 'bail-set' }, bailWords: 'RELEASE - ROR, CONDITIONS' })
    await (await server.as('release-desk')).call(recordHold, {
      params: { arrestId },
      body: { kind: 'bench-warrant', issuer: 'Made-up court', reference: 'BW-1' },
    })
    expect(await same()).toMatchObject({ openHolds: 1 })
  })

  test('lets go of a person at the moment the departure is acknowledged, and not before', async () => {
    const { arrestId } = await way.toOrder()
    const desk = await server.as('release-desk')
    const { departureId } = await desk.call(proposeDeparture, {
      params: { arrestId },
      body: { basis: 'bail-without-money', destination: 'Home', holdsChecked: true, summons: null },
    })
    const params = { departureId }
    await (await server.as('release-desk-2')).call(confirmDeparture, { params, body: { holdsChecked: true } })
    expect(await findRow(arrestId)).toMatchObject({ custody: { stage: 'departure-confirmed' } })
    const body = { acknowledgedByName: 'Officer Release', leftAt: new Date().toISOString() }
    await desk.call(acknowledgeDeparture, { params, body })
    expect(await findRow(arrestId)).toBeUndefined()
  })

  test('names the next court session and how many are listed there', async () => {
    const { arrestId: _, docketId } = await way.toDocket()
    const courtSessionId = await way.openSession()
    await way.list(docketId, courtSessionId)
    const { nextSession } = await board()
    expect(nextSession === null || Date.parse(nextSession.startsAt) > Date.now() - 60_000).toBe(true)
  })

  test('needs no sequencer: it shows what has no number yet', async () => {
    const arrestId = await way.report()
    const row = await findRow(arrestId)
    expect(row).toBeDefined()
  })

  test('costs the same few queries for five hundred people as for a few, and reads nobody of the past', async () => {
    const load = () => inSnapshot(server.runtime.doors.board, read => countStatements(read, loadBoard))
    const few = await load()
    await bulkArrests(server, { past: 2_000, waiting: 500 })
    const many = await load()
    expect(many.answer.rows).toHaveLength(few.answer.rows.length + 500)
    expect(many.statements).toBe(few.statements)
    expect(many.rows).toBeLessThan(few.rows + 1_100)
  })
})
const timesOf = (hoursAgo: number) => {
  const { arrestedAt, incidents, charges } = madeUpReport({}, hoursAgo)
  return { arrestedAt, incidents, charges }
}

describe('looking at the board', () => {
  const openings = async (role: string) =>
    (await listEntriesOf(server, 'board.opened')).filter(({ slots }) => slots.actor.role === role)

  test('is journaled once for an account in a quarter of an hour, with the number that was read', async () => {
    const first = await board('pretrial-officer')
    await board('pretrial-officer')
    expect(await openings('pretrial-officer')).toMatchObject([
      { party: 'court', slots: { act: { number: first.number } } },
    ])
    await board('detective')
    expect(await openings('detective')).toHaveLength(1)
  })

  test('fails when its entry can not be written', async () => {
    const problem = await withoutJournal(server, 'board.opened', () => problemOf(board('magistrate')))
    expect(problem).toMatchObject({ status: 500, reason: 'fault' })
    expect((await board('magistrate')).rows.length).toBeGreaterThan(0)
    expect(await openings('magistrate')).toHaveLength(1)
  })

  test('is open to a visitor of the rehearsal, without an entry', async () => {
    const before = (await listEntriesOf(server, 'board.opened')).length
    expect((await server.visitor.call(viewBoard)).rows.length).toBeGreaterThan(0)
    expect(await listEntriesOf(server, 'board.opened')).toHaveLength(before)
  })

  test.each(['defender', 'intake-system'])('is not for the %s, and the try is recorded', async subject => {
    const problem = await problemOf(board(subject))
    expect(problem.status).toBe(403)
    expect(problem.entryId).toMatch(/^ent_/)
  })
})
