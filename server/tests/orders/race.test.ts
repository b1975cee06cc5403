import { viewArrest } from '@pars/contract'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementWay } from '../testing/agreement-way.ts'
import { arrestWay } from '../testing/arrest-way.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
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

test('whoever asks or opens the record while it is erased brings back nothing of it', async () => {
  const agreements = agreementWay(server)
  await agreements.genesis()
  const partner = await agreements.partner()
  const { door } = await agreements.putInForce(partner, agreements.termsOf(partner))
  const { words, plant } = planting()
  const otn = 'T5556667'
  const arrestId = await arrestWay(server).report(plantedReport(plant, { otn }))
  const orders = orderWay(server)
  const orderId = await orders.enter(arrestId)
  await orders.verify(orderId)
  let isOver = false
  const officer = await server.as('booking-officer')
  const ask = async (): Promise<number> => {
    let answered = 0
    while (!isOver) answered += (await agreements.askAs(partner, door, otn)).answer?.rows.length ?? 0
    return answered
  }
  const open = async (): Promise<void> => {
    while (!isOver)
      await officer.call(viewArrest, { params: { arrestId }, query: { forWhom: words[0] } }).catch(() => undefined)
  }
  const around = [ask(), ask(), ask(), open(), open()]
  await new Promise(resolve => setTimeout(resolve, 300))
  await orders.carryOut(orderId)
  isOver = true
  const answered = (await Promise.all(around)).reduce<number>((sum, each) => sum + (each ?? 0), 0)
  expect(answered).toBeGreaterThan(0)
  // Entries that came a moment later get their numbers, and are swept.
  for (let look = 0; look < 30; look += 1) {
    await server.runtime.doors.keeper.query('select court.sweep()')
    if ((await findTraces(admin, words)).length === 0) break
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  expect(await findTraces(admin, words)).toEqual([])
})
