import { refuseBail, setBail, viewHearing } from '@pars/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ArrestWay, arrestWay, moneyOrder } from '../testing/arrest-way.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: ArrestWay
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
})
afterAll(() => server.stop())

test('of twenty decisions about bail at once one wins, and the record holds what it said', async () => {
  const { docketId } = await way.toArraignment()
  const magistrate = await server.as('magistrate')
  const refusal = { reasons: ['danger-to-others' as const], reasonNote: 'Stated on the record.' }
  const decide = (index: number) =>
    index % 2 === 0
      ? magistrate.call(setBail, { params: { docketId }, body: moneyOrder({ amountCents: 100_000 + index }) })
      : magistrate.call(refuseBail, { params: { docketId }, body: refusal })
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      decide(index).then(
        ({ words, receipt }) => ({ words, entryId: receipt.entryId, reason: null }),
        error => ({ words: null, entryId: null, reason: error.problem.reason as string }),
      ),
    ),
  )
  const won = answers.filter(({ words }) => words !== null)
  expect(won).toHaveLength(1)
  expect(answers.filter(({ reason }) => reason === 'order-exists')).toHaveLength(19)
  const { docket, record } = await magistrate.call(viewHearing, { params: { docketId } })
  expect(docket.bail.order).toMatchObject({ words: won[0]?.words, entryId: won[0]?.entryId })
  expect(record.history.filter(({ kind }) => /^bail\.(set|refused)$/.test(kind))).toHaveLength(1)
})
