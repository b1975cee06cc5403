import { decideCharges, makeComplaint, sendBack, takeCharging, viewArrest } from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrestWay, arrestWay, complaintOf } from '../testing/arrest-way.ts'
import { expectRefused, listEntries, problemOf } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { countRows, withoutJournal } from '../testing/without-journal.ts'

let server: TestServer
let way: ArrestWay
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
})
afterAll(() => server.stop())

const taken = async (charges = 1) => {
  const report = madeUpReport()
  const [charge] = report.charges
  if (!charge) expect.unreachable()
  const list = Array.from({ length: charges }, (_, index) => ({ ...charge, description: `Charge ${index + 1}` }))
  const arrestId = await way.report({ incidents: report.incidents, charges: list, arrestedAt: report.arrestedAt })
  const attorney = await server.as('charging-attorney')
  await attorney.call(takeCharging, { params: { arrestId } })
  const record = await attorney.call(viewArrest, { params: { arrestId } })
  return { arrestId, attorney, record, params: { arrestId } }
}

describe('taking', () => {
  test('makes the arrest one attorney’s, with an entry', async () => {
    const { arrestId, record } = await taken()
    expect(record.charging.taken?.madeBy).toBe('Attorney Charging')
    expect(await listEntries(server, arrestId, 'charging.taken')).toMatchObject([{ party: 'prosecutor' }])
  })

  test('is refused a second time, and to police, and each try is recorded', async () => {
    const { attorney, params } = await taken()
    await expectRefused(server, attorney.call(takeCharging, { params }), { status: 409, reason: 'already-yours' })
    const officer = await server.as('booking-officer')
    await expectRefused(server, officer.call(takeCharging, { params }), { status: 403, reason: 'not-your-act' })
  })

  test('of twenty attempts at once one wins', async () => {
    const arrestId = await way.report()
    const attorney = await server.as('charging-attorney')
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        attorney.call(takeCharging, { params: { arrestId } }).then(
          () => 'taken',
          error => error.problem.reason as string,
        ),
      ),
    )
    expect(answers.filter(answer => answer === 'taken')).toHaveLength(1)
    expect(answers.filter(answer => answer === 'already-yours')).toHaveLength(19)
  })
})

describe('sending back', () => {
  test('keeps the reason and the version, and the clock runs on', async () => {
    const { attorney, params } = await taken()
    await attorney.call(sendBack, { params, body: { reason: 'identity-unclear', note: 'Prints differ.' } })
    const record = await attorney.call(viewArrest, { params })
    expect(record).toMatchObject({
      custody: { stage: 'sent-back', next: { party: 'police' }, stoppedAt: null },
      charging: { sentBack: [{ reason: 'identity-unclear', note: 'Prints differ.', arrestVersion: 1 }] },
    })
  })

  test('whose entry can not be written leaves nothing behind', async () => {
    const { attorney, params } = await taken()
    const body = { reason: 'missing-papers' as const, note: null }
    const problem = await withoutJournal(server, 'charging.sent-back', () =>
      problemOf(attorney.call(sendBack, { params, body })),
    )
    expect(problem.status).toBe(500)
    expect((await attorney.call(viewArrest, { params })).charging.sentBack).toEqual([])
  })
})

describe('the decision', () => {
  test('keeps what police recommended beside what the prosecutor made of it', async () => {
    const { arrestId, attorney, record, params } = await taken(3)
    const [first, second, third] = record.report.charges
    if (!first || !second || !third) expect.unreachable()
    const { policeChargeId: _, ...paper } = second
    const { chargeIds } = await attorney.call(decideCharges, {
      params,
      body: {
        arrestVersion: record.version,
        decisions: [
          { kind: 'approved', policeChargeId: first.policeChargeId },
          { kind: 'modified', policeChargeId: second.policeChargeId, ...paper, grade: 'M1' },
          { kind: 'declined', policeChargeId: third.policeChargeId, reason: 'unlawful-search', note: null },
          { kind: 'added', ...paper, description: 'Simple Assault', grade: 'M2' },
        ],
      },
    })
    expect(chargeIds).toHaveLength(3)
    const after = await attorney.call(viewArrest, { params })
    expect(after.report.charges).toEqual(record.report.charges)
    expect(after.charging.decision).toMatchObject({
      charges: [
        { origin: 'approved', policeChargeId: first.policeChargeId, description: 'Charge 1' },
        { origin: 'modified', policeChargeId: second.policeChargeId, grade: 'M1' },
        { origin: 'added', policeChargeId: null, description: 'Simple Assault' },
      ],
      declined: [{ policeChargeId: third.policeChargeId, reason: 'unlawful-search' }],
    })
    expect(await listEntries(server, arrestId, 'charges.decided')).toHaveLength(1)
  })

  test('leaves no police charge out, and names where one is missing', async () => {
    const { attorney, record, params } = await taken(2)
    const [first] = record.report.charges
    const body = {
      arrestVersion: record.version,
      decisions: [{ kind: 'approved' as const, policeChargeId: first?.policeChargeId ?? '' }],
    }
    await expectRefused(server, attorney.call(decideCharges, { params, body }), {
      status: 422,
      reason: 'charge-undecided',
    })
  })

  test('is about the version that was read: a report corrected meanwhile is 412', async () => {
    const { attorney, record, params } = await taken()
    const decisions = record.report.charges.map(({ policeChargeId }) => ({ kind: 'approved' as const, policeChargeId }))
    const body = { arrestVersion: record.version + 1, decisions }
    await expectRefused(server, attorney.call(decideCharges, { params, body }), {
      status: 412,
      reason: 'version-changed',
    })
  })

  test('whose entry can not be written leaves neither decision nor charges behind', async () => {
    const { attorney, record, params } = await taken()
    const decisions = record.report.charges.map(({ policeChargeId }) => ({ kind: 'approved' as const, policeChargeId }))
    const count = () =>
      Promise.all(['prosecutor.charging_decision', 'prosecutor.charge'].map(t => countRows(server, t)))
    const before = await count()
    const problem = await withoutJournal(server, 'charges.decided', () =>
      problemOf(attorney.call(decideCharges, { params, body: { arrestVersion: record.version, decisions } })),
    )
    expect(problem.status).toBe(500)
    expect(await count()).toEqual(before)
  })

  test('is made once, by who has taken the arrest; the court’s try is recorded', async () => {
    const { arrestId, attorney, record, params } = await taken()
    const decisions = record.report.charges.map(({ policeChargeId }) => ({ kind: 'approved' as const, policeChargeId }))
    const body = { arrestVersion: record.version, decisions }
    const clerk = await server.as('court-clerk')
    await expectRefused(server, clerk.call(decideCharges, { params, body }), { status: 403, reason: 'not-your-act' })
    await attorney.call(decideCharges, { params, body })
    await expectRefused(server, attorney.call(decideCharges, { params, body }), {
      status: 409,
      reason: 'already-decided',
    })
    expect(await listEntries(server, arrestId, 'charges.decided')).toHaveLength(1)
  })
})

describe('the complaint', () => {
  test('is made over approved charges, each in one complaint only', async () => {
    const arrestId = await way.report()
    const chargeIds = await way.decide(arrestId)
    const complaintId = await way.complain(arrestId, chargeIds)
    const attorney = await server.as('charging-attorney')
    const record = await attorney.call(viewArrest, { params: { arrestId } })
    expect(record).toMatchObject({
      custody: { stage: 'complaint-made', next: { party: 'court', act: 'complaint.file' } },
      charging: { complaints: [{ complaintId, chargeIds }] },
    })
    await expectRefused(server, attorney.call(makeComplaint, { params: { arrestId }, body: complaintOf(chargeIds) }), {
      status: 422,
      reason: 'charge-in-other-complaint',
    })
  })

  test('asks for everything that Rule 504 wants', async () => {
    const arrestId = await way.report()
    const body = { ...complaintOf(await way.decide(arrestId)), peaceAndDignity: false }
    const attorney = await server.as('charging-attorney')
    const problem = await problemOf(attorney.call(makeComplaint, { params: { arrestId }, body }))
    expect(problem.status).toBe(422)
    expect(problem.errors).toMatchObject([{ pointer: '/peaceAndDignity' }])
  })

  test('whose entry can not be written leaves nothing behind', async () => {
    const arrestId = await way.report()
    const body = complaintOf(await way.decide(arrestId))
    const before = await countRows(server, 'prosecutor.complaint')
    const attorney = await server.as('charging-attorney')
    const problem = await withoutJournal(server, 'complaint.made', () =>
      problemOf(attorney.call(makeComplaint, { params: { arrestId }, body })),
    )
    expect(problem.status).toBe(500)
    expect(await countRows(server, 'prosecutor.complaint')).toBe(before)
  })
})
