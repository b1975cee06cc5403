import { recordHold } from '@pars/contract'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrestWay } from '../testing/arrest-way.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { listOtherTimes, listTimedTables } from './one-time.sql.ts'

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

test('each row says the time that its entry says, to the millisecond', async () => {
  const way = arrestWay(server)
  const orders = await Promise.all([way.toOrder(), way.toOrder(), way.toOrder()])
  const police = await server.as('booking-officer')
  const [first] = orders
  if (!first) throw new Error('no order')
  const body = { kind: 'bench-warrant' as const, issuer: 'Made-up court', reference: null }
  await police.call(recordHold, { params: { arrestId: first.arrestId }, body })
  const tables = await listTimedTables(admin)
  expect(tables.length).toBeGreaterThan(15)
  const others = await listOtherTimes(admin, tables)
  expect(others.filter(({ differing }) => differing > 0)).toEqual([])
  expect(others.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(20)
})
