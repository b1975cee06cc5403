import { correctArrest, type QueryOf, reportArrest, saveDraft, viewArrest, viewEntry } from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrestWay, arrestWay } from '../testing/arrest-way.ts'
import { expectRefused, listEntries, problemOf } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { numberOf } from '../testing/number-of.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { countRows, withoutJournal } from '../testing/without-journal.ts'

let server: TestServer
let way: ArrestWay
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
})
afterAll(() => server.stop())

const open = async (subject: string, arrestId: string, query: QueryOf<typeof viewArrest> = {}) =>
  (await server.as(subject)).call(viewArrest, { params: { arrestId }, query })
const nobody = `arr_${'0'.repeat(32)}`

describe('opening a record', () => {
  test('is journaled once, with purpose, for whom and the number that was read', async () => {
    const arrestId = await way.report()
    const clerk = await server.as('court-clerk')
    const record = await clerk.call(viewArrest, {
      params: { arrestId },
      query: { purpose: 'supervision', forWhom: 'Judge M. Made-Up' },
    })
    expect(await listEntries(server, arrestId, 'record.opened')).toMatchObject([
      {
        party: 'court',
        slots: {
          actor: { role: 'court-clerk' },
          subject: arrestId,
          act: { purpose: 'supervision', forWhom: 'Judge M. Made-Up', number: record.journal.asOf, version: 1 },
        },
      },
    ])
  })

  test('is no act: the record stays as it was', async () => {
    const arrestId = await way.report()
    await open('court-clerk', arrestId)
    expect((await open('booking-officer', arrestId)).history.map(({ kind }) => kind)).toEqual(['arrest.reported'])
  })

  test('fails when its entry can not be written', async () => {
    const arrestId = await way.report()
    const problem = await withoutJournal(server, 'record.opened', () => problemOf(open('court-clerk', arrestId)))
    expect(problem).toMatchObject({ status: 500, reason: 'fault' })
    expect((await open('court-clerk', arrestId)).arrestId).toBe(arrestId)
  })

  test('says for whom in plain text, or is refused', async () => {
    const arrestId = await way.report()
    const clerk = await server.as('court-clerk')
    const hidden = clerk.call(viewArrest, { params: { arrestId }, query: { forWhom: 'a\u202eb' } })
    await expectRefused(server, hidden, { status: 422, reason: 'text-bidi-control' })
  })

  test('that does not exist is refused, and the try is recorded', async () => {
    await expectRefused(server, open('court-clerk', nobody), { status: 404, reason: 'not-found' })
  })
})

test('the answer carries the version as its tag, which the next act sends back', async () => {
  const arrestId = await way.report()
  const response = await fetch(`${server.baseUrl}/api/arrests/${arrestId}`, {
    headers: { authorization: `Bearer ${await server.tokenOf('booking-officer')}` },
  })
  expect(response.headers.get('etag')).toBe('"1"')
  expect(response.headers.get('cache-control')).toBe('no-store')
})

describe('what a seat may not read is not there', () => {
  test('narrative and victims leave for police and prosecutor, the last four digits for police', async () => {
    const report = madeUpReport()
    const body = { ...report, person: { ...report.person, ssn: '000-12-3456' } }
    const { arrestId } = await (await server.as('booking-officer')).call(reportArrest, { body })
    const seen = async (subject: string) => {
      const { report: given } = await open(subject, arrestId)
      return [given.person.ssnLastFour, given.narrative !== undefined, given.victimsAndWitnesses !== undefined]
    }
    expect(await seen('booking-officer')).toEqual(['3456', true, true])
    expect(await seen('charging-attorney')).toEqual([undefined, true, true])
    expect(await seen('court-clerk')).toEqual([undefined, false, false])
    expect(JSON.stringify(await open('booking-officer', arrestId))).not.toContain('000-12-3456')
  })

  test('what somebody may do is by role, stage and person', async () => {
    const arrestId = await way.report()
    expect((await open('booking-officer', arrestId)).may).toContain('arrest.correct')
    expect((await open('charging-attorney', arrestId)).may).toEqual(['charging.take'])
    expect((await open('court-clerk', arrestId)).may).toEqual([])
  })
})

describe('a visitor of the rehearsal', () => {
  test('reads what the court may read, may do nothing, and makes no entry', async () => {
    const { arrestId } = await way.toDocket()
    const before = await countRows(server, 'journal.entry')
    const seen = await server.visitor.call(viewArrest, { params: { arrestId } })
    expect(await countRows(server, 'journal.entry')).toBe(before)
    expect(seen.may).toEqual([])
    const { may: _, journal: __, custody: ___, ...court } = await open('court-clerk', arrestId)
    expect(seen).toMatchObject(court)
  })
})

describe('the defense', () => {
  test('sees its client from the filing of the complaint on, and no draft', async () => {
    const draft = (await (await server.as('booking-officer')).call(saveDraft, { body: madeUpReport() })).arrestId
    await expectRefused(server, open('defender', draft), { status: 404, reason: 'not-found' })
    const { arrestId, complaintId } = await way.toComplaint()
    await expectRefused(server, open('defender', arrestId), { status: 404, reason: 'not-found' })
    await way.file(complaintId, 'defender')
    expect((await open('defender', arrestId)).custody.stage).toBe('complaint-filed')
  })

  test('sees nobody whom somebody else defends, and is told the place of that refusal', async () => {
    const { arrestId } = await way.toDocket({}, 'private')
    const refused = await expectRefused(server, open('defender', arrestId), { status: 404, reason: 'not-found' })
    const number = await numberOf(server, refused.entryId ?? '')
    const { call } = await server.as('defender')
    expect(await call(viewEntry, { params: { entryId: refused.entryId ?? '' } })).toMatchObject({ number })
    const { arrestId: undefended } = await way.toDocket({}, null)
    await expectRefused(server, open('defender', undefended), { status: 404, reason: 'not-found' })
  })

  test('sees what is filed and not how charging came to it, nor who looked', async () => {
    const { arrestId } = await way.toDocket()
    const record = await open('defender', arrestId)
    expect(record.report.narrative).toBeUndefined()
    expect(record.report.victimsAndWitnesses).toBeUndefined()
    expect(record.charging).toMatchObject({ taken: null, sentBack: [], decision: { declined: [] } })
    expect(record.charging.decision?.charges).toHaveLength(1)
    expect(record.charging.complaints).toMatchObject([{ facts: expect.stringContaining('took a bag') }])
    expect(record.history.map(({ kind }) => kind)).toEqual(['arrest.reported', 'complaint.made', 'complaint.filed'])
    expect(record.may).toEqual(['bail.defense-request', 'paper.print'])
    expect(await listEntries(server, arrestId, 'record.opened')).toContainEqual(
      expect.objectContaining({ party: 'defense' }),
    )
  })

  test('sees no version from before the filing, though it knows the number', async () => {
    const officer = await server.as('booking-officer')
    const done = await officer.call(reportArrest, { body: madeUpReport() })
    const asof = await numberOf(server, done.receipt.entryId)
    await way.file(await way.complain(done.arrestId, await way.decide(done.arrestId)))
    await expectRefused(server, open('defender', done.arrestId, { asof }), {
      status: 409,
      reason: 'complaint-not-filed',
    })
    expect((await open('court-clerk', done.arrestId, { asof })).version).toBe(1)
  })
})

describe('a record of the past', () => {
  test('is handed over with the version before it, under one entry that names both', async () => {
    const { arrestId, complaintId } = await way.toComplaint()
    const { charging } = await open('court-clerk', arrestId)
    const asof = await numberOf(server, charging.complaints[0]?.entryId ?? '')
    await way.file(complaintId)
    const compared = await open('magistrate', arrestId, { asof, compare: 'previous' })
    const asOfBefore = compared.previous?.journal.asOf ?? 0
    expect(compared.charging.complaints).toHaveLength(1)
    const { previous: _, ...before } = await open('court-clerk', arrestId, { asof: asOfBefore })
    expect(compared.previous).toEqual({ ...before, journal: { asOf: asOfBefore, latest: expect.any(Number) } })
    expect(before.charging).toMatchObject({ complaints: [], decision: { arrestVersion: 1 } })
    const opened = await listEntries(server, arrestId, 'record.opened')
    expect(opened.filter(({ slots }) => slots.actor.role === 'magistrate').map(({ slots }) => slots['act'])).toEqual([
      expect.objectContaining({ number: asof, previous: asOfBefore }),
    ])
  })

  test('comes alone where it is the first, or where the one before is not for the reader', async () => {
    const { arrestId } = await way.toDocket()
    const { history, previous } = await open('court-clerk', arrestId)
    expect(previous).toBeNull()
    const first = history[0]?.number ?? 0
    expect((await open('court-clerk', arrestId, { asof: first, compare: 'previous' })).previous).toBeNull()
    const filed = await numberOf(server, history.find(({ kind }) => kind === 'complaint.filed')?.entryId ?? '')
    const seen = await open('defender', arrestId, { asof: filed, compare: 'previous' })
    expect(seen).toMatchObject({ custody: { stage: 'complaint-filed' }, previous: null })
  })

  test('shows what stood then in every part, and its clock stands at that moment', async () => {
    const { arrestId, complaintId } = await way.toComplaint()
    const { charging } = await open('court-clerk', arrestId)
    const asof = await numberOf(server, charging.complaints[0]?.entryId ?? '')
    const docketId = await way.file(complaintId)
    await way.list(docketId)
    const then = await open('court-clerk', arrestId, { asof })
    expect(then).toMatchObject({ dockets: [], may: [], custody: { stage: 'complaint-made' } })
    expect(then.charging.complaints.map(each => each.complaintId)).toEqual([complaintId])
    expect(then.journal.latest).toBeGreaterThan(asof)
    const before = await open('court-clerk', arrestId, { asof: asof - 1 })
    expect(before).toMatchObject({ custody: { stage: 'charged' }, charging: { complaints: [] } })
    expect((await open('court-clerk', arrestId)).custody.stage).toBe('listed')
  })

  test('does not exist before its first entry, nor after a number that the journal has not reached', async () => {
    const arrestId = await way.report()
    await expectRefused(server, open('court-clerk', arrestId, { asof: 1 }), { status: 404, reason: 'not-found' })
    await expectRefused(server, open('court-clerk', arrestId, { asof: 9_999_999 }), {
      status: 404,
      reason: 'not-found',
    })
  })

  test('is opened with an entry that names the number read', async () => {
    const officer = await server.as('booking-officer')
    const { arrestId, receipt } = await officer.call(reportArrest, { body: madeUpReport() })
    const asof = await numberOf(server, receipt.entryId)
    const { report, version } = await open('booking-officer', arrestId)
    const { ssnLastFour: _, ...person } = report.person
    const { personId: __, ...paper } = report
    const corrected = { ...madeUpReport(), ...paper, person: { ...person, ssn: null }, place: 'Elsewhere' }
    const body = { reason: 'Wrong place.', report: corrected }
    await officer.call(correctArrest, { params: { arrestId }, version, body })
    await open('court-clerk', arrestId, { asof })
    expect((await listEntries(server, arrestId, 'record.opened')).at(-1)?.slots).toMatchObject({
      act: { number: asof, version: 1 },
    })
  })
})
