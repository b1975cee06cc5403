import { reportArrest, viewArrest } from '@pars/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listEntries } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { countRows } from '../testing/without-journal.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const twenty = Array.from({ length: 20 }, (_, index) => index)

test('twenty callers report the same intake number at once: one arrest, and all get the same id', async () => {
  const officer = await server.as('booking-officer')
  const intake = await server.as('intake-system')
  const before = await countRows(server, 'police.arrest')
  const body = madeUpReport()
  const answers = await Promise.all(
    twenty.map(index =>
      (index % 2 === 0 ? officer : intake).call(reportArrest, { body, idempotencyKey: `race-of-reports-${index}` }),
    ),
  )
  expect(new Set(answers.map(({ arrestId }) => arrestId)).size).toBe(1)
  expect(new Set(answers.map(({ receipt }) => receipt.entryId)).size).toBe(1)
  expect(await countRows(server, 'police.arrest')).toBe(before + 1)
  const arrestId = answers[0]?.arrestId ?? expect.unreachable()
  expect(await listEntries(server, arrestId, 'arrest.reported')).toHaveLength(1)
  expect(await officer.call(viewArrest, { params: { arrestId } })).toMatchObject({ version: 1 })
})

test('twenty requests under one key at once are one act with one answer', async () => {
  const officer = await server.as('booking-officer')
  const before = await countRows(server, 'police.arrest')
  const asked = { body: madeUpReport(), idempotencyKey: 'twenty-under-one-key' }
  const answers = await Promise.all(twenty.map(() => officer.call(reportArrest, asked)))
  expect(new Set(answers.map(answer => answer.receipt.entryId)).size).toBe(1)
  expect(await countRows(server, 'police.arrest')).toBe(before + 1)
})

test('of twenty reports with other content under one intake number one is taken, and the others are told so', async () => {
  const officer = await server.as('booking-officer')
  const before = await countRows(server, 'police.arrest')
  const body = madeUpReport()
  const reasons = await Promise.all(
    twenty.map(index =>
      officer.call(reportArrest, { body: { ...body, place: `${index} Example Street` } }).then(
        () => 'taken',
        error => error.problem.reason as string,
      ),
    ),
  )
  expect(reasons.filter(reason => reason === 'taken')).toHaveLength(1)
  expect(reasons.filter(reason => reason === 'intake-number-taken')).toHaveLength(19)
  expect(await countRows(server, 'police.arrest')).toBe(before + 1)
})
