import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkSchema } from '../src/check-schema.ts'
import { doors } from '../src/doors.ts'
import { type TestDatabase, testDatabase } from '../src/testing/index.ts'

let database: TestDatabase
beforeAll(async () => {
  const began = performance.now()
  database = await testDatabase()
  process.stderr.write(`cloned in ${Math.round(performance.now() - began)} ms\n`)
})
afterAll(() => database.drop())

test('a cloned database is up to date and lets each door in', async () => {
  for (const door of doors) {
    expect(await checkSchema(database.door(door))).toMatchObject({ kind: 'up-to-date' })
  }
})

test('nobody but a door, the owner and the superuser may connect', async () => {
  const client = new Client(database.admin)
  await client.connect()
  const { rows } = await client.query(
    `select a.grantee::regrole::text as role, a.privilege_type as right from pg_database d, aclexplode(d.datacl) a
     where d.datname = current_database() and a.grantee not in (d.datdba) order by 1, 2`,
  )
  await client.end()
  expect(rows.filter(row => row.role === '-')).toEqual([])
  expect(rows.filter(row => row.right === 'CONNECT').map(row => row.role)).toEqual([...doors, 'pars_owner'].sort())
  expect(rows.filter(row => row.right !== 'CONNECT').map(row => row.role)).toEqual(['pars_owner', 'pars_owner'])
})
