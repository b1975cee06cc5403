import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Door, doors } from '../src/doors.ts'
import { type TestDatabase, testDatabase } from '../src/testing/index.ts'
import {
  listCreatable,
  listOwnersPrograms,
  listRights,
  listRoles,
  listRoutines,
  listStrayTables,
  listTables,
} from './catalog.sql.ts'
import { attempt, codeOf, connect } from './door-client.ts'
import type { Rights } from './grant.ts'
import { boardReadsSsn, emptyGrant, refusedPrograms, statements } from './rights.sql.ts'
import { rights, routineGrantees } from './rights.ts'

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

const expected = (table: string, verb: 'select' | 'insert' | 'update', door: Door, columns: string[]): string[] => {
  const granted = (rights[table]?.[verb] as Record<string, '*' | string[]> | undefined)?.[door.slice('pars_'.length)]
  if (granted === undefined) return []
  return granted === '*' ? columns : columns.filter(column => granted.includes(column))
}

test('every table of every zone is in the matrix, and no other', async () => {
  const tables = await listTables(admin)
  expect(Object.keys(rights).sort()).toEqual(tables.map(({ table }) => table))
})

test('every column that the matrix names exists', async () => {
  for (const { table, columns } of await listTables(admin)) {
    const { select = {}, insert = {}, update = {} }: Rights = rights[table] ?? {}
    for (const named of [select, insert, update].flatMap(verb => Object.values(verb))) {
      if (named !== '*') expect(columns).toEqual(expect.arrayContaining([...named]))
    }
  }
})

describe.each([...doors])('%s', door => {
  test('has the rights of the matrix, column by column, and no other', async () => {
    for (const { table, columns } of await listTables(admin)) {
      expect({ table, ...(await listRights(admin, table, door)) }).toEqual({
        table,
        select: expected(table, 'select', door, columns),
        insert: expected(table, 'insert', door, columns),
        update: expected(table, 'update', door, columns),
      })
    }
  })

  test('is refused with 42501 where the matrix gives nothing, and nowhere else', async () => {
    const client = clientOf(door)
    const outcome = async (sql: string) => ((await attempt(client, () => client.query(sql))) === '42501' ? 'no' : 'yes')
    const may = (table: string, verb: 'select' | 'insert' | 'update', columns: string[]) =>
      expected(table, verb, door, columns).length > 0 ? 'yes' : 'no'
    for (const { table, columns } of await listTables(admin)) {
      const updatable = expected(table, 'update', door, columns)
      const readable = expected(table, 'select', door, columns)
      // "set c = c" reads what it writes.
      const column = updatable.find(name => readable.includes(name)) ?? columns[0] ?? ''
      expect([
        `${table} select ${await outcome(statements.select(table))}`,
        `${table} insert ${await outcome(statements.insert(table))}`,
        `${table} update ${await outcome(statements.update(table, column))}`,
        `${table} delete ${await outcome(statements.delete(table))}`,
        `${table} truncate ${await outcome(statements.truncate(table))}`,
      ]).toEqual([
        `${table} select ${may(table, 'select', columns)}`,
        `${table} insert ${may(table, 'insert', columns)}`,
        `${table} update ${may(table, 'update', columns)}`,
        `${table} delete ${rights[table]?.delete?.some(short => `pars_${short}` === door) ? 'yes' : 'no'}`,
        `${table} truncate no`,
      ])
    }
  })

  test.each(Object.entries(refusedPrograms))('is refused %s', async (_, sql) => {
    const client = clientOf(door)
    const code = await attempt(client, () => client.query(sql))
    expect(sql === 'set role pars_court' && door === 'pars_court' ? 'ok' : '42501').toBe(code)
  })

  test('cannot pass on what it may', async () => {
    const client = clientOf(door)
    expect(['ok', '42501']).toContain(await codeOf(client.query(emptyGrant)))
    expect((await admin.query(boardReadsSsn)).rows).toEqual([{ granted: false }])
  })

  test('may create nothing in any schema', async () => {
    expect(await listCreatable(admin, door)).toEqual([])
  })
})

test('doors are plain login roles, members of nothing and owners of nothing; the owner cannot log in', async () => {
  const roles = await listRoles(admin)
  const { owned, ...owner } = roles.find(role => role.name === 'pars_owner') ?? { name: '', owned: '0' }
  expect(Number(owned)).toBeGreaterThan(0)
  // It makes the roles of an agreement when one comes into force; nobody can become it.
  expect(owner).toEqual({ name: 'pars_owner', attributes: 'createrole', members: [] })
  expect(roles.filter(role => role.name !== 'pars_owner')).toEqual(
    [...doors].sort().map(name => ({ name, attributes: 'login', members: [], owned: '0' })),
  )
})

test('everything is owned by pars_owner', async () => {
  expect(await listStrayTables(admin)).toEqual([])
})

test('no function may be executed by everybody, and each by exactly whom the matrix names', async () => {
  const routines = await listRoutines(admin)
  expect(Object.fromEntries(routines.map(({ name, grantees }) => [name, grantees]))).toEqual(routineGrantees)
})

test('every type in a function of the owner is written with its schema, or is a word of the language', async () => {
  const programs = await listOwnersPrograms(admin)
  expect(programs.length).toBeGreaterThan(10)
  // The grammar's own words for types mean pg_catalog's, whatever is looked up first.
  const words = /^(?:constant )?(?:bigint|bit|boolean|double precision|integer|interval|numeric|real|smallint)$/
  for (const { name, source } of programs) {
    const plain = source.replaceAll(/--.*$/gm, '').replaceAll(/'(?:[^']|'')*'/g, "''")
    const declared = /^\s*declare\s(.*?)^begin$/ms.exec(plain)?.[1] ?? ''
    const types = [
      ...[...declared.matchAll(/^ {2}\w+ (?:constant )?([a-z_ .\d]+?)(?:\[\])?(?: :=.*)?;/gm)].map(
        match => match[1] ?? '',
      ),
      ...[...plain.matchAll(/::([a-z_.\d]+)/g)].map(match => match[1] ?? ''),
    ]
    const bare = types.filter(type => !type.includes('.') && !words.test(type))
    expect({ name, bare }).toEqual({ name, bare: [] })
  }
})

test('every function that runs as its owner is owned by pars_owner, and names each table with its schema', async () => {
  const definers = (await listRoutines(admin)).filter(routine => routine.definer)
  expect(definers.length).toBeGreaterThan(3)
  const local = /^(batch|jsonb_to_recordset|skip|unnest|set|update)$/
  for (const { name, owner, language, source } of definers) {
    expect({ name, owner }).toEqual({ name, owner: 'pars_owner' })
    expect(['plpgsql', 'sql']).toContain(language)
    const plain = source
      .replaceAll(/--.*$/gm, '')
      .replaceAll(/'(?:[^']|'')*'/g, "''")
      .replaceAll(/extract\(epoch from|distinct from|lateral|lock table/gi, '')
    for (const match of plain.matchAll(/\b(?:from|join|into|update)\s+([a-z_.]+)\s*(\(?)/gi)) {
      const [whole, target = ''] = match
      const isVariable =
        /^into\s/i.test(whole) && !/insert\s+into/i.test(plain.slice((match.index ?? 0) - 7, match.index + 5))
      if (!isVariable && !local.test(target)) expect(`${name} ${target}`).toMatch(/ [a-z_]+\.[a-z_]+$/)
    }
  }
})
