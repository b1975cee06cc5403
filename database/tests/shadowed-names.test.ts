import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doors } from '../src/doors.ts'
import { append } from './append.sql.ts'
import { listTables } from './catalog.sql.ts'
import { actOfFiling, actsAfterFiling, defenseRequest } from './court-path.ts'
import { actsBeforeFiling, insertMakers, type Makers, newPath, performAct } from './custody-path.ts'
import { attempt, codeOf, connect } from './door-client.ts'
import { openWalledDatabase, type WalledDatabase } from './door-clients.ts'
import { shadow } from './shadowed-names.sql.ts'

let walled: WalledDatabase
let makers: Makers
const types = [
  'bool',
  'bytea',
  'date',
  'float8',
  'int4',
  'int8',
  'interval',
  'jsonb',
  'name',
  'numeric',
  'regclass',
  'text',
  'timestamptz',
  'uuid',
  'xid8',
]

beforeAll(async () => {
  walled = await openWalledDatabase()
  makers = await insertMakers(walled.database)
})
afterAll(() => walled.close())

describe.each([...doors])('%s', door => {
  test('can put nothing in front of the names that a definer function uses', async () => {
    const client = walled.clientOf(door)
    const tricks = [shadow.table('entry'), shadow.type('uuid'), shadow.routine, shadow.operator, shadow.view('kind')]
    for (const trick of tricks) expect(await attempt(client, () => client.query(trick))).toBe('42501')
  })

  test('bends nothing by the order in which names are looked up', async () => {
    const client = walled.clientOf(door)
    for (const path of ["''", 'public', 'pg_temp, pg_catalog', 'journal, pg_catalog', 'police, court, journal']) {
      await client.query(shadow.searchIn(path))
      const code = await codeOf(append(client, { kind: 'journal.created' }))
      expect(code).toBe(['pars_board', 'pars_portal', 'pars_sequencer'].includes(door) ? '42501' : 'PA002')
      await client.query(shadow.searchAsUsual)
    }
  })
})

/**
 * A second wall behind the first: were a door ever let make temporary objects (a database that was restored lets everybody, until it
 * is migrated), names of types and tables would be looked up among its own first.
 */
describe('a door that was let make temporary objects by mistake', () => {
  const names = [...types, 'every table']

  beforeAll(async () => {
    for (const door of doors) await walled.admin.query(shadow.letMakeTemporary(door))
  })

  const bend = async (client: Client, name: string) => {
    for (const statement of shadow.prepare) await client.query(statement)
    const tables = (await listTables(walled.admin)).map(({ table }) => shadow.table(table.split('.')[1] ?? ''))
    for (const trick of name === 'every table' ? tables : [shadow.type(name)]) await client.query(trick)
    await client.query(shadow.searchIn('pg_temp, pg_catalog'))
  }

  // Each act on a connection of its own, for a session compiles a function once.
  test.each(names)(
    'gets nothing run as the owner through its own %s, on the path from a draft to the departure',
    async name => {
      const ids = newPath('defender')
      const before = [...actsBeforeFiling(ids, makers), actOfFiling(ids, makers)]
      for (const act of [...before, ...actsAfterFiling(ids, makers), defenseRequest(ids, makers)]) {
        const client = await connect(walled.database.door(act.door))
        await bend(client, name)
        const code = await codeOf(performAct(client, act, ids.arrestId))
        const { rows } = await client.query(shadow.hasRun)
        await client.end()
        expect({ act: act.kind, code, ranAsOwner: rows[0] }).toEqual({
          act: act.kind,
          code: 'ok',
          ranAsOwner: { has_run: false },
        })
      }
    },
    30_000,
  )
})
