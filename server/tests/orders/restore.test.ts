import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { viewArrest } from '@pars/contract'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endingRegister } from '../../src/orders/ending-register.ts'
import { agreementWay, type TestPartner } from '../testing/agreement-way.ts'
import { arrestWay } from '../testing/arrest-way.ts'
import { problemOf } from '../testing/expect-refused.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { orderWay } from './order-way.ts'
import { plantedReport, planting } from './planted.ts'
import { copyDatabase, dropDatabase, endAgreement, restoreDatabase } from './restore.sql.ts'
import { findTraces } from './traces.sql.ts'

let server: TestServer
let admin: Client
let partner: TestPartner
let door: string
let register: string
const { words, plant } = planting()
const otn = 'T2223334'
let arrestId: string
let limited: string
let sealed: string

beforeAll(async () => {
  server = await startTestServer()
  register = join(server.folder, 'endings', 'register.jsonl')
  const agreements = agreementWay(server)
  await agreements.genesis()
  partner = await agreements.partner(false)
  door = (await agreements.putInForce(partner, agreements.termsOf(partner))).door
  const way = arrestWay(server)
  arrestId = await way.report(plantedReport(plant, { otn }))
  limited = await way.report({ otn: 'T2223335' } as never)
  sealed = await way.report({ otn: 'T2223336' } as never)
  await agreements.askAs(partner, door, otn)
})
afterAll(async () => {
  await admin?.end()
  await server.stop()
})

test('a backup from before the orders brings nothing back: what had ended is ended again before anybody is served', async () => {
  const { database } = server
  await server.halt()
  await copyDatabase(database.admin)
  await server.start()
  const orders = orderWay(server)
  await orders.done(arrestId)
  await orders.done(limited, { act: 'limit' })
  await orders.done(sealed, { act: 'seal' })
  await endAgreement(database.admin)
  await endingRegister(server.runtime.doors.keeper, join(server.folder, 'endings')).keep()
  const lines = readFileSync(register, 'utf8').trim().split('\n')
  expect(lines.map(line => JSON.parse(line).end).sort()).toEqual(['agreement', 'expunge', 'limit', 'seal'])
  await server.halt()
  await restoreDatabase(database.admin)
  admin = new Client(database.admin)
  await admin.connect()
  expect((await findTraces(admin, words)).length).toBeGreaterThan(100)
  // A line that a crash cut off stands in nobody's way.
  writeFileSync(register, '{"end":"exp', { flag: 'a' })

  await server.start()
  expect(server.lines).toContain('4 endings that this database had lost were carried out again')
  expect(await findTraces(admin, [...words, otn])).toEqual([])
  const officer = await server.as('booking-officer')
  expect(await problemOf(officer.call(viewArrest, { params: { arrestId } }))).toMatchObject({
    reason: 'erased-by-order',
  })
  expect(await problemOf(officer.call(viewArrest, { params: { arrestId: sealed } }))).toMatchObject({
    reason: 'sealed-by-order',
  })
  const { answer } = await agreementWay(server).askAs(partner, door, 'T2223335')
  expect(answer).toMatchObject({ term: 'agreement-terminated' })
  await dropDatabase(database.admin)
})

test('starting again ends nothing twice', async () => {
  const before = (await admin.query('select count(*) from journal.entry')).rows
  const written = readFileSync(register, 'utf8')
  expect(await endingRegister(server.runtime.doors.keeper, join(server.folder, 'endings')).replay()).toBe(0)
  expect((await admin.query('select count(*) from journal.entry')).rows).toEqual(before)
  expect(readFileSync(register, 'utf8')).toBe(written)
})

test('the register says nothing of anybody: keyed hashes and the codes of agreements', () => {
  const lines = readFileSync(register, 'utf8')
    .split('\n')
    .filter(line => line.endsWith('}'))
  for (const line of lines) {
    const ending = JSON.parse(line)
    expect(ending.proof).toMatch(/^[0-9a-f]{64}$/)
    expect(line).not.toContain(arrestId.slice(4))
    for (const word of words) expect(line).not.toContain(word)
  }
})
