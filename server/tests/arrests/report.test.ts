import { reportArrest, searchArrests, viewArrest } from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectRefused, listEntries, problemOf } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { countRows, withoutJournal } from '../testing/without-journal.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

test('a reported arrest is sent to charging, with its entry, and stands on record as it was given', async () => {
  const officer = await server.as('booking-officer')
  const body = madeUpReport()
  const done = await officer.call(reportArrest, { body })
  expect(done).toMatchObject({ version: 1, receipt: { number: null } })
  expect(await listEntries(server, done.arrestId, 'arrest.reported')).toMatchObject([
    { party: 'police', slots: { actor: { role: 'booking-officer' }, subject: done.arrestId } },
  ])
  const record = await officer.call(viewArrest, { params: { arrestId: done.arrestId } })
  expect(record).toMatchObject({ version: 1, draft: false, custody: { stage: 'sent-to-charging' } })
  expect(record.report).toMatchObject({
    intakeNumber: body.intakeNumber,
    arrestedAt: body.arrestedAt,
    incidents: body.incidents,
    narrative: body.narrative,
    victimsAndWitnesses: body.victimsAndWitnesses,
  })
})

describe('the same report twice', () => {
  test('is one arrest, whatever keys the two requests carry', async () => {
    const officer = await server.as('booking-officer')
    const body = madeUpReport()
    const first = await officer.call(reportArrest, { body, idempotencyKey: 'one-key-of-first' })
    const again = await officer.call(reportArrest, { body, idempotencyKey: 'one-key-of-second' })
    const without = await officer.call(reportArrest, { body })
    expect([again, without].map(({ arrestId, version }) => ({ arrestId, version }))).toEqual([
      { arrestId: first.arrestId, version: 1 },
      { arrestId: first.arrestId, version: 1 },
    ])
    expect(again.receipt.entryId).toBe(first.receipt.entryId)
    expect(await listEntries(server, first.arrestId, 'arrest.reported')).toHaveLength(1)
  })

  test('is the same arrest from two intake systems that write its numbers differently', async () => {
    const body = madeUpReport({ otn: 'Q111111-1' })
    const first = await (await server.as('intake-system')).call(reportArrest, { body })
    const again = await (await server.as('booking-officer')).call(reportArrest, { body: { ...body, otn: 'Q1111111' } })
    expect(again.arrestId).toBe(first.arrestId)
  })

  test('under one key is answered with the very first answer', async () => {
    const officer = await server.as('booking-officer')
    const asked = { body: madeUpReport(), idempotencyKey: 'first-answer-again' }
    expect(await officer.call(reportArrest, asked)).toEqual(await officer.call(reportArrest, asked))
  })
})

test('a changed report under the same Idempotency-Key is 422 and nothing is done', async () => {
  const officer = await server.as('booking-officer')
  const body = madeUpReport()
  const idempotencyKey = 'changed-under-one-key'
  const { arrestId } = await officer.call(reportArrest, { body, idempotencyKey })
  const changed = { ...body, place: 'Somewhere else' }
  const problem = await problemOf(officer.call(reportArrest, { body: changed, idempotencyKey }))
  expect(problem).toMatchObject({ status: 422, reason: 'key-reused' })
  const record = await officer.call(viewArrest, { params: { arrestId } })
  expect(record.version).toBe(1)
  expect(record.report.place).toBe(body.place)
})

test('other content under a known intake number is refused, and the refusal is recorded', async () => {
  const officer = await server.as('booking-officer')
  const body = madeUpReport()
  await officer.call(reportArrest, { body })
  const other = { ...body, narrative: 'Another story.' }
  const problem = await expectRefused(server, officer.call(reportArrest, { body: other }), {
    status: 422,
    reason: 'intake-number-taken',
  })
  expect(problem.errors).toMatchObject([{ pointer: '/intakeNumber' }])
})

describe('only police report an arrest', () => {
  test.each(['charging-attorney', 'court-clerk', 'defender', 'release-desk'])(
    'the %s is refused, and the try is recorded',
    async subject => {
      const before = await countRows(server, 'police.arrest')
      const call = (await server.as(subject)).call(reportArrest, { body: madeUpReport() })
      const problem = await problemOf(call)
      expect(problem.status).toBe(403)
      expect(problem.entryId).toMatch(/^ent_/)
      expect(await countRows(server, 'police.arrest')).toBe(before)
    },
  )

  test('a visitor is asked to sign in', async () => {
    const problem = await problemOf(server.visitor.call(reportArrest, { body: madeUpReport() }))
    expect(problem).toMatchObject({ status: 401, reason: 'not-signed-in' })
  })
})

test('a report whose entry can not be written leaves nothing behind', async () => {
  const officer = await server.as('booking-officer')
  const body = madeUpReport()
  const tables = [
    'police.arrest',
    'police.person',
    'police.arrest_version',
    'narrative.arrest_narrative',
    'police.held',
  ]
  const count = () => Promise.all(tables.map(table => countRows(server, table)))
  const before = await count()
  const problem = await withoutJournal(server, 'arrest.reported', () =>
    problemOf(officer.call(reportArrest, { body, idempotencyKey: 'journal-fails-here' })),
  )
  expect(problem).toMatchObject({ status: 500, reason: 'fault' })
  expect(await count()).toEqual(before)
  const { version } = await officer.call(reportArrest, { body, idempotencyKey: 'journal-fails-here' })
  expect(version).toBe(1)
})

test('what is malformed names its field and reaches no rule', async () => {
  const officer = await server.as('booking-officer')
  const body = { ...madeUpReport(), arrestedAt: '2026-02-30T10:00:00-05:00', nickname: 'X' }
  const problem = await problemOf(officer.call(reportArrest, { body }))
  expect(problem).toMatchObject({ status: 400, reason: 'malformed' })
  expect(problem.errors?.map(({ pointer }) => pointer).sort()).toEqual(['/arrestedAt', '/nickname'])
  expect(problem.entryId).toBeUndefined()
})

test('names that real people have are taken unchanged and are found', async () => {
  const officer = await server.as('booking-officer')
  for (const last of ["O'Neill-Baptiste", 'Ng', 'Nuñez', '김', 'X']) {
    const report = madeUpReport()
    const name = { kind: 'stated' as const, last, first: null, middle: null, suffix: null }
    const body = { ...report, person: { ...report.person, names: [name] } }
    const { arrestId } = await officer.call(reportArrest, { body })
    const { found } = await officer.call(searchArrests, { query: { lastName: last.toUpperCase() } })
    expect(found.find(each => each.arrestId === arrestId)?.name).toBe(last)
  }
})
