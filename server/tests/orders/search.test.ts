import { type QueryOf, searchArrests, viewArrest } from '@pars/contract'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../testing/agreement-way.ts'
import { arrestWay } from '../testing/arrest-way.ts'
import { listEntriesOf } from '../testing/expect-refused.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { docketNumberOf } from './lift.sql.ts'
import { orderWay } from './order-way.ts'
import { plantedReport, planting } from './planted.ts'
import { findTraces } from './traces.sql.ts'

let server: TestServer
let admin: Client
beforeAll(async () => {
  server = await startTestServer()
  admin = new Client(server.database.admin)
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await server.stop()
})

const search = async (subject: string, query: QueryOf<typeof searchArrests>) =>
  (await server.as(subject)).call(searchArrests, { query })

describe('a record that a court ordered destroyed', () => {
  const { words, plant } = planting()
  const otn = 'T4000001'
  const policeNumber = '7345612'
  const report = plantedReport(plant, { otn })
  report.person = { ...report.person, policeNumber }
  let arrestId: string
  let docketNumber: string
  beforeAll(async () => {
    const way = arrestWay(server)
    arrestId = (await way.toDocket(report as never)).arrestId
    docketNumber = await docketNumberOf(admin, arrestId)
    await orderWay(server).done(arrestId)
    // Its entry gets its number within a second.
    await eventually(
      async () => (await search('court-clerk', { intakeNumber: report.intakeNumber })).erased?.number != null,
    )
  })

  test.each(['booking-officer', 'charging-attorney', 'court-clerk'])(
    '%s finds its tombstone by the number under which police sent it, and nothing else of it',
    async subject => {
      const { intakeNumber } = report
      const answer = await search(subject, { intakeNumber: ` ${intakeNumber} ` })
      expect(answer).toEqual({
        found: [],
        erased: { arrestId, erasedAt: expect.any(String), number: expect.any(Number) },
        nextCursor: null,
      })
      // The search is on record, without the number that was typed.
      const entry = (await listEntriesOf(server, 'record.searched')).at(-1)
      expect(entry).toMatchObject({ slots: { act: { criteria: {}, found: [], erased: arrestId } } })
      expect(await findTraces(admin, [...words, otn, policeNumber, docketNumber])).toEqual([])
    },
  )

  test('is found by no name and by no other number: none is kept', async () => {
    const [name] = report.person.names
    for (const query of [
      { lastName: name?.last },
      { lastName: name?.last, firstName: name?.first ?? undefined },
      { otn },
      { docketNumber },
      { policeNumber },
      { intakeNumber: report.intakeNumber.slice(0, -1) },
    ])
      expect(await search('court-clerk', query)).toEqual({ found: [], erased: null, nextCursor: null })
  })
})

describe('a sealed record', () => {
  const otn = 'T4000002'
  let arrestId: string
  let intakeNumber: string
  beforeAll(async () => {
    arrestId = await arrestWay(server).report({ otn } as never)
    const clerk = await server.as('court-clerk')
    intakeNumber = (await clerk.call(viewArrest, { params: { arrestId } })).report.intakeNumber
    await orderWay(server).done(arrestId, { act: 'seal', readers: ['prosecutor'] })
  })

  test.each([
    ['court-clerk', true],
    ['magistrate', true],
    ['charging-attorney', true],
    ['booking-officer', false],
    ['police-manager', false],
  ] as const)(
    '%s: found by its numbers: %s; whom the order does not name is not told that it is there',
    async (subject, finds) => {
      for (const query of [{ otn }, { intakeNumber }]) {
        const { found, erased } = await search(subject, query)
        expect({ found: found.map(row => row.arrestId), erased }).toEqual({
          found: finds ? [arrestId] : [],
          erased: null,
        })
      }
    },
  )
})
