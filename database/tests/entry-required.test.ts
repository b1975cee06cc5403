import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Door, doors } from '../src/doors.ts'
import { type TestDatabase, testDatabase } from '../src/testing/index.ts'
import { actTables, allKinds, appendableKinds } from './act-tables.ts'
import { matchingColumns } from './agreement-act-tables.ts'
import { append, insertRow } from './append.sql.ts'
import { listTables } from './catalog.sql.ts'
import { attempt, commit, connect } from './door-client.ts'

let database: TestDatabase
let admin: Client
const clients = new Map<Door, Client>()
const clientOf = (door: Door): Client => {
  const client = clients.get(door)
  if (client === undefined) throw new Error(`${door} is not connected`)
  return client
}

beforeAll(async () => {
  database = await testDatabase()
  admin = await connect(database.admin)
  for (const door of doors) clients.set(door, await connect(database.door(door)))
})
afterAll(async () => {
  for (const client of [admin, ...clients.values()]) await client.end()
  await database.drop()
})

const another = (door: Door, kinds: string[]): string => {
  const kind = appendableKinds[door].find(candidate => !kinds.includes(candidate))
  if (kind === undefined) throw new Error(`${door} writes no other kind`)
  return kind
}

test('every table that carries an entry is listed here', async () => {
  const tables = await listTables(admin)
  const carrying = tables.filter(({ table, columns }) => columns.includes('entry_id') && !table.startsWith('journal.'))
  expect(carrying.map(({ table }) => table).sort()).toEqual(Object.keys(actTables).sort())
})

const cases = Object.entries(actTables).flatMap(([table, { doors: writers, kinds }]) =>
  writers.map(door => ({ table, door, kinds })),
)

describe.each(cases)('$door and $table', ({ table, door, kinds }) => {
  const insert = (entry_id: string | null) => insertRow(clientOf(door), table, { ...matchingColumns[table], entry_id })

  test('an act without an entry fails', async () => {
    expect(await attempt(clientOf(door), () => insert(null))).toBe('PA010')
    expect(await attempt(clientOf(door), () => insert(randomUUID()))).toBe('PA010')
  })

  test('an act with an entry of an earlier transaction fails', async () => {
    const { entry_id } = await commit(clientOf(door), () => append(clientOf(door), { kind: kinds[0] ?? '' }))
    expect(await attempt(clientOf(door), () => insert(entry_id))).toBe('PA012')
  })

  test('an act with an entry of another kind fails', async () => {
    const code = await attempt(clientOf(door), async () => {
      const { entry_id } = await append(clientOf(door), { kind: another(door, kinds) })
      await insert(entry_id)
    })
    expect(code).toBe('PA011')
  })

  test('an act with an entry of a transaction that is still open elsewhere fails', async () => {
    const elsewhere = await connect(database.door(door))
    await elsewhere.query('begin')
    const { entry_id } = await append(elsewhere, { kind: kinds[0] ?? '' })
    expect(await attempt(clientOf(door), () => insert(entry_id))).toBe('PA010')
    await elsewhere.query('commit')
    expect(await attempt(clientOf(door), () => insert(entry_id))).toBe('PA012')
    await elsewhere.end()
  })

  test('an act with an entry of another door fails', async () => {
    const other = door === 'pars_police' ? 'pars_court' : 'pars_police'
    const { entry_id } = await commit(clientOf(other), () => append(clientOf(other), { kind: 'record.opened' }))
    expect(await attempt(clientOf(door), () => insert(entry_id))).toBe('PA012')
  })

  test('an act with an entry that was rolled back to a savepoint fails', async () => {
    const code = await attempt(clientOf(door), async () => {
      await clientOf(door).query('savepoint before')
      const { entry_id } = await append(clientOf(door), { kind: kinds[0] ?? '' })
      await clientOf(door).query('rollback to before')
      await insert(entry_id)
    })
    expect(code).toBe('PA010')
  })

  test.each(kinds)('an act with its own new entry of kind %s passes this wall', async kind => {
    const code = await attempt(clientOf(door), async () => {
      const { entry_id } = await append(clientOf(door), { kind })
      await insert(entry_id)
    })
    // The row is otherwise empty: the next wall is a column that may not be null, a maker, or a row policy.
    expect(['23502', 'PA014', '42501']).toContain(code)
  })
})

const ofWalls = Object.entries(actTables).filter(([, { doors: writers }]) => writers.length === 0)
test.each(ofWalls.map(([table]) => table))(
  'a row of %s that functions of the walls write needs its entry too',
  async table => {
    // An activation meets its own wall first: nobody accepted.
    const isActivation = table === 'agreement.activation'
    expect(await attempt(admin, () => insertRow(admin, table, { entry_id: null }))).toBe(
      isActivation ? 'PA062' : 'PA010',
    )
    const another = await commit(clientOf('pars_police'), () =>
      append(clientOf('pars_police'), { kind: 'record.opened' }),
    )
    expect(await attempt(admin, () => insertRow(admin, table, { entry_id: another.entry_id }))).toBe(
      isActivation ? 'PA062' : 'PA012',
    )
  },
)

describe.each([...doors])('%s and journal.append', door => {
  test('a door writes exactly the kinds that are its own', async () => {
    const allowed = appendableKinds[door]
    const hasAppend = allowed.length > 0
    for (const kind of allKinds) {
      const code = await attempt(clientOf(door), () => append(clientOf(door), { kind }))
      const refused = hasAppend ? 'PA002' : '42501'
      expect(`${kind} ${code}`).toBe(`${kind} ${allowed.includes(kind) ? 'ok' : refused}`)
    }
  })
})
