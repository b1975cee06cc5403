import { type TestDatabase, testDatabase } from '@pars/database/testing'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditedTables } from '../../src/audit/audited-tables.ts'
import { kindsWithRows } from '../../src/audit/rebuild/rows-of-entry.ts'
import { listKinds, listTables } from './catalog.sql.ts'
import { tamperingPage } from './tampering-page.ts'

let database: TestDatabase
let client: Client
beforeAll(async () => {
  database = await testDatabase()
  client = new Client(database.admin)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

test('the audit says of every table of the database how it checks it', async () => {
  const tables = await listTables(client)
  expect(tables.length).toBeGreaterThan(70)
  expect(tables).toEqual(Object.keys(auditedTables).sort())
})

test('whatever carries an entry is rebuilt from it, or is computed from what is', async () => {
  const unchecked = Object.entries(auditedTables)
    .filter(([, table]) => table.how === 'passing')
    .map(([name]) => name)
  expect((await listTables(client, 'entry_id')).filter(name => unchecked.includes(name))).toEqual([])
})

test('every kind that rows are rebuilt from is a kind of the journal', async () => {
  const kinds = await listKinds(client)
  expect(kindsWithRows.filter(kind => !kinds.includes(kind))).toEqual([])
})

// `npx vitest run --project server tests/audit/audited-tables -u` writes the page anew.
test('docs/tampering.md is what the tests do', async () => {
  await expect(tamperingPage()).toMatchFileSnapshot('../../../docs/tampering.md')
})
