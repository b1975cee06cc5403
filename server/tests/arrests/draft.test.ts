import { changeDraft, saveDraft, sendDraft, viewArrest, viewBoard } from '@pars/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectRefused, listEntries, problemOf } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { withoutJournal } from '../testing/without-journal.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const saved = async () => {
  const officer = await server.as('booking-officer')
  const body = madeUpReport()
  const { arrestId } = await officer.call(saveDraft, { body })
  return { officer, body, arrestId, params: { arrestId } }
}

test('a draft is saved, changed and sent; each is a version with an entry of its own', async () => {
  const { officer, body, arrestId, params } = await saved()
  const changed = await officer.call(changeDraft, { params, body: { ...body, place: 'Corrected place' }, version: 1 })
  expect(changed.version).toBe(2)
  const sent = await officer.call(sendDraft, { params, version: 2 })
  expect(sent.version).toBe(3)
  expect(await listEntries(server, arrestId, 'arrest.drafted')).toHaveLength(2)
  expect(await listEntries(server, arrestId, 'arrest.reported')).toHaveLength(1)
  const record = await officer.call(viewArrest, { params })
  expect(record).toMatchObject({ version: 3, draft: false, report: { place: 'Corrected place' } })
})

test('an unsent draft is on the board, with who wrote it', async () => {
  const { officer, arrestId } = await saved()
  const { rows } = await officer.call(viewBoard)
  expect(rows.find(row => row.arrestId === arrestId)).toMatchObject({
    draft: true,
    draftedBy: 'Officer Booking',
    custody: { stage: 'draft', next: { party: 'police', act: 'arrest.report' } },
  })
})

test('a draft may lack anything, and sending names what it lacks', async () => {
  const officer = await server.as('booking-officer')
  const { arrestId } = await officer.call(saveDraft, { body: madeUpReport({ charges: [] }) })
  const problem = await problemOf(officer.call(sendDraft, { params: { arrestId }, version: 1 }))
  expect(problem.status).toBe(422)
  expect(problem.errors).toMatchObject([{ pointer: '/charges' }])
})

test('a change of a version that somebody changed meanwhile is 412, and is recorded', async () => {
  const { officer, body, params } = await saved()
  await officer.call(changeDraft, { params, body: { ...body, place: 'First' }, version: 1 })
  const late = officer.call(changeDraft, { params, body: { ...body, place: 'Second' }, version: 1 })
  await expectRefused(server, late, { status: 412, reason: 'version-changed' })
  const record = await officer.call(viewArrest, { params })
  expect(record.report.place).toBe('First')
})

test('a change that does not say which version was seen is 428', async () => {
  const { officer, body, params } = await saved()
  expect(await problemOf(officer.call(changeDraft, { params, body }))).toMatchObject({
    status: 428,
    reason: 'version-needed',
  })
})

test('a draft that was sent is no draft any more', async () => {
  const { officer, body, params } = await saved()
  await officer.call(sendDraft, { params, version: 1 })
  await expectRefused(server, officer.call(changeDraft, { params, body, version: 2 }), {
    status: 409,
    reason: 'already-sent',
  })
})

test('sending whose entry can not be written leaves the draft unsent', async () => {
  const { officer, params } = await saved()
  const problem = await withoutJournal(server, 'arrest.reported', () =>
    problemOf(officer.call(sendDraft, { params, version: 1 })),
  )
  expect(problem.status).toBe(500)
  expect(await officer.call(viewArrest, { params })).toMatchObject({ version: 1, draft: true })
})

test('the prosecutor writes no draft, and the try is recorded', async () => {
  const attorney = await server.as('charging-attorney')
  await expectRefused(server, attorney.call(saveDraft, { body: madeUpReport() }), {
    status: 403,
    reason: 'not-your-act',
  })
})
