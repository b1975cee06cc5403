import { appointCosigner, viewLogStatus } from '@pars/contract'
import { formatVkey } from '@pars/ledger'
import { generateSigningKey, noteSigner } from '@pars/ledger/node'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeRow } from '../../src/db/direct.ts'
import { beginOutage, endOutage, keepTrouble } from '../../src/journal/cosigning/cosigning.sql.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { ageTrouble } from './outage.sql.ts'

const name = 'test/cosigner/court'
let server: TestServer
let admin: Client
beforeAll(async () => {
  server = await startTestServer()
  admin = new Client(server.database.admin)
  await admin.connect()
  const vkey = formatVkey(noteSigner(name, 'cosignature', generateSigningKey()))
  await (await server.as('court-representative')).call(appointCosigner, { body: { vkey } })
})
afterAll(async () => {
  await admin.end()
  await server.stop()
})
const pool = () => server.runtime.doors.sequencer
const status = () => server.visitor.call(viewLogStatus)
const silent = async (): Promise<void> => {
  await writeRow(pool(), keepTrouble(name, 'does not answer (ECONNREFUSED)'))
  await writeRow(pool(), beginOutage(name))
}

test('a cosigner that misses a question is in trouble at once, and in an outage after ten seconds', async () => {
  await silent()
  expect(await status()).toMatchObject({
    cosigners: [{ seat: 'court', trouble: 'does not answer (ECONNREFUSED)' }],
    outages: [],
  })
  await ageTrouble(admin, 11)
  await silent()
  const { cosigners, outages } = await status()
  expect(cosigners[0]?.troubleForSeconds).toBeGreaterThanOrEqual(11)
  expect(outages).toMatchObject([{ seat: 'court', name, endedAt: null, why: 'does not answer (ECONNREFUSED)' }])
})

test('an outage is one, however often it is asked, until it ends; it stays published', async () => {
  await silent()
  await silent()
  expect((await status()).outages).toHaveLength(1)
  await writeRow(pool(), endOutage(name))
  const [outage] = (await status()).outages
  expect(outage?.endedAt).not.toBeNull()
})
