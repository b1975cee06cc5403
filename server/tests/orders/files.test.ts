import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endingRegister } from '../../src/orders/ending-register.ts'
import { startEndingKeeper } from '../../src/orders/keep-endings.ts'
import { arrestWay } from '../testing/arrest-way.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { orderWay } from './order-way.ts'
import { plantedReport, planting } from './planted.ts'
import { listFiles, writeAll } from './traces.sql.ts'

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

/** Words that lie as bytes in the files of tables and indexes, each with its file. */
const findInFiles = async (words: readonly string[]): Promise<string[]> => {
  await admin.query(writeAll)
  const found: string[] = []
  for (const path of await listFiles(admin)) {
    const bytes = readFileSync(path)
    found.push(...words.filter(word => bytes.includes(word)).map(word => `${path}: ${word}`))
  }
  return found
}

test('the keeper’s job leaves nothing of an erased record in the files of tables and indexes', async () => {
  const { words, plant } = planting()
  const arrestId = await arrestWay(server).report(plantedReport(plant))
  expect((await findInFiles(words)).length).toBeGreaterThan(100)
  await orderWay(server).done(arrestId)
  const { keeper } = server.runtime.doors
  const job = startEndingKeeper(keeper, endingRegister(keeper, `${server.folder}/endings`), () => {})
  await job.lookNow()
  await job.stop()
  expect(await findInFiles(words)).toEqual([])
})
