import { type ArrestReportInput, correctArrest, reportArrest, viewArrest } from '@pars/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrestWay } from '../testing/arrest-way.ts'
import { expectRefused, listEntries, problemOf } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { numberOf } from '../testing/number-of.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const reported = async () => {
  const officer = await server.as('booking-officer')
  const body = madeUpReport()
  const done = await officer.call(reportArrest, { body })
  // A correction continues the charges that are on file.
  const { report } = await officer.call(viewArrest, { params: { arrestId: done.arrestId } })
  const given = { ...body, charges: report.charges } as ArrestReportInput
  return { officer, body: given, params: { arrestId: done.arrestId }, entryId: done.receipt.entryId }
}

test('a correction becomes the next version, and the record as of the first entry still shows the earlier one', async () => {
  const { officer, body, params, entryId } = await reported()
  const corrected = await officer.call(correctArrest, {
    params,
    version: 1,
    body: { reason: 'The officer read the wrong street sign.', report: { ...body, place: '100 Other Street' } },
  })
  expect(corrected.version).toBe(2)
  expect(await officer.call(viewArrest, { params })).toMatchObject({
    version: 2,
    report: { place: '100 Other Street' },
  })
  const { history } = await officer.call(viewArrest, { params })
  expect(history.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['arrest.reported', null],
    ['arrest.corrected', 'The officer read the wrong street sign.'],
  ])
  const asof = await numberOf(server, entryId)
  const then = await officer.call(viewArrest, { params, query: { asof } })
  expect(then).toMatchObject({ version: 1, report: { place: body.place }, journal: { asOf: asof }, may: [] })
  expect(then.history.map(({ kind }) => kind)).toEqual(['arrest.reported'])
  expect(then.custody.hoursHeld).toBeCloseTo(3, 1)
  expect(await listEntries(server, params.arrestId, 'arrest.corrected')).toMatchObject([
    { slots: { act: { reason: 'The officer read the wrong street sign.', version: 2 } } },
  ])
})

test('a correction that names the person as the record names it is taken, though the first paper named nobody', async () => {
  const { officer, body, params } = await reported()
  const { report } = await officer.call(viewArrest, { params })
  const corrected = await officer.call(correctArrest, {
    params,
    version: 1,
    body: { reason: 'Wrong place.', report: { ...body, personId: report.personId, place: '100 Other Street' } },
  })
  expect(corrected.version).toBe(2)
})

test('two people correct the same version: the second is told that it changed', async () => {
  const { officer, body, params } = await reported()
  const correct = (place: string) =>
    officer.call(correctArrest, { params, version: 1, body: { reason: 'Wrong place.', report: { ...body, place } } })
  await correct('First')
  await expectRefused(server, correct('Second'), { status: 412, reason: 'version-changed' })
})

test('a correction that does not say which version was seen is 428', async () => {
  const { officer, body, params } = await reported()
  const call = officer.call(correctArrest, { params, body: { reason: 'Wrong place.', report: body } })
  expect(await problemOf(call)).toMatchObject({ status: 428 })
})

test('what is wrong in a corrected report is named where it stands in the request', async () => {
  const { officer, body, params } = await reported()
  const wrong = { ...body, otn: '12' }
  const problem = await problemOf(
    officer.call(correctArrest, { params, version: 1, body: { reason: 'The number came late.', report: wrong } }),
  )
  expect(problem).toMatchObject({ status: 422, errors: [{ pointer: '/report/otn' }] })
})

test('police charges stay as they were once the prosecutor has decided, and the refusal points at them', async () => {
  const way = arrestWay(server)
  const officer = await server.as('booking-officer')
  const arrestId = await way.report()
  await way.decide(arrestId)
  const { report, version } = await officer.call(viewArrest, { params: { arrestId } })
  const charges = report.charges.map(charge => ({ ...charge, counts: charge.counts + 1 }))
  const { personId: _, ...paper } = report
  const body = { reason: 'One count more.', report: { ...madeUpReport(), ...paper, charges } }
  const { ssnLastFour: __, ...person } = body.report.person as Record<string, unknown>
  const problem = await expectRefused(
    server,
    officer.call(correctArrest, {
      params: { arrestId },
      version,
      body: { ...body, report: { ...body.report, person: { ...person, ssn: null } } },
    }),
    { status: 422, reason: 'charges-already-decided' },
  )
  expect(problem.errors).toMatchObject([{ pointer: '/report/charges' }])
})

test('the court corrects no report, and the try is recorded', async () => {
  const { body, params } = await reported()
  const clerk = await server.as('court-clerk')
  const call = clerk.call(correctArrest, { params, version: 1, body: { reason: 'Wrong.', report: body } })
  await expectRefused(server, call, { status: 403, reason: 'not-your-act' })
})
