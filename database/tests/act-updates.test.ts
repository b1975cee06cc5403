import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Door, doors } from '../src/doors.ts'
import { actTables, appendableKinds, orderTables } from './act-tables.ts'
import { listKeys, mergeEntry, touchEntry, upsertEntry } from './act-updates.sql.ts'
import { append, insertRow } from './append.sql.ts'
import { listRights } from './catalog.sql.ts'
import { actOfFiling, actsAfterFiling } from './court-path.ts'
import { type Act, actsBeforeFiling, insertMakers, type Makers, newPath, performAct } from './custody-path.ts'
import { attempt, codeOf, commit, connect } from './door-client.ts'
import { openWalledDatabase, type WalledDatabase } from './door-clients.ts'
import { insertPartner } from './terms/agreement.sql.ts'

let walled: WalledDatabase
let makers: Makers
const ids = newPath('defender')
const other = newPath('defender')

/** Where an act may change a row that is there: found in the catalog, so that a new right brings its tests with it. */
const changeable: { table: string; door: Door }[] = [
  { table: 'police.arrest', door: 'pars_police' },
  { table: 'staff.account', door: 'pars_police' },
  { table: 'staff.account', door: 'pars_prosecutor' },
  { table: 'staff.account', door: 'pars_court' },
  { table: 'common.district', door: 'pars_police' },
  { table: 'common.alarm', door: 'pars_police' },
  { table: 'common.room', door: 'pars_court' },
  { table: 'common.statute', door: 'pars_court' },
  { table: 'common.grade', door: 'pars_court' },
  { table: 'partner.officer', door: 'pars_police' },
  { table: 'partner.officer', door: 'pars_prosecutor' },
  { table: 'partner.officer', door: 'pars_court' },
]

const path = (of: typeof ids): Act[] => [
  ...actsBeforeFiling(of, makers),
  actOfFiling(of, makers),
  ...actsAfterFiling(of, makers),
]

beforeAll(async () => {
  walled = await openWalledDatabase()
  makers = await insertMakers(walled.database)
  for (const of of [ids, other])
    for (const act of path(of)) await performAct(walled.clientOf(act.door), act, of.arrestId)
  const court = walled.clientOf('pars_court')
  await commit(court, async () => {
    const { entry_id } = await append(court, { kind: 'reference.loaded' })
    const statute = { statute: '18 § 2701', description: 'Simple Assault', valid_from: '1973-06-06', entry_id }
    await insertRow(court, 'common.statute', statute)
  })
  await insertPartner(walled.admin, 'test-unit', randomUUID())
})
afterAll(() => walled.close())

test('the rows that an act may change are those listed here', async () => {
  const found: { table: string; door: Door }[] = []
  for (const table of Object.keys(actTables))
    for (const door of doors)
      if ((await listRights(walled.admin, table, door)).update.includes('entry_id')) found.push({ table, door })
  const byName = (one: { table: string; door: string }) => `${one.table} ${one.door}`
  expect(found.map(byName).sort()).toEqual(changeable.map(byName).sort())
})

describe.each(changeable)('$door changes $table', ({ table, door }) => {
  const kinds = actTables[table]?.kinds ?? []
  const client = () => walled.clientOf(door)
  const about = table === 'police.arrest' ? ids.arrestId : null
  const newEntry = async (kind = kinds[0] ?? '', by: Client = client()) =>
    (await append(by, { kind, arrestId: about })).entry_id
  const own = async (): Promise<string> => {
    if (table === 'police.arrest') return `arrest_id = '${ids.arrestId}'`
    const party = door.slice('pars_'.length)
    return table === 'staff.account' ? `party = '${party}'` : ((await listKeys(walled.admin, table))[0] ?? '')
  }
  const change = async (entryId: string | null) => client().query(touchEntry(table, await own()), [entryId])

  test('never under the entry that is there already', async () => {
    expect(
      await attempt(client(), async () =>
        client().query(`${touchEntry(table, await own()).replace('$1', 'entry_id')}`),
      ),
    ).toBe('PA013')
  })

  test('never without an entry, nor with one that nobody made', async () => {
    expect(await attempt(client(), () => change(null))).toBe('PA010')
    expect(await attempt(client(), () => change(randomUUID()))).toBe('PA010')
  })

  test('never with an entry of an earlier transaction', async () => {
    const entryId = await commit(client(), () => newEntry())
    expect(await attempt(client(), () => change(entryId))).toBe('PA012')
  })

  test('never with an entry of a transaction that is open elsewhere', async () => {
    const elsewhere = await connect(walled.database.door(door))
    await elsewhere.query('begin')
    const entryId = await newEntry(kinds[0], elsewhere)
    expect(await attempt(client(), () => change(entryId))).toBe('PA010')
    await elsewhere.query('commit')
    expect(await attempt(client(), () => change(entryId))).toBe('PA012')
    await elsewhere.end()
  })

  test('never with an entry of another kind', async () => {
    const another = appendableKinds[door].find(kind => !kinds.includes(kind)) ?? ''
    expect(await attempt(client(), async () => change(await newEntry(another)))).toBe('PA011')
  })

  test.each(kinds)('with its own new entry of kind %s', async kind => {
    expect(await attempt(client(), async () => change(await newEntry(kind)))).toBe('ok')
  })

  test('by no other statement than by its own: an upsert and a merge meet the same wall', async () => {
    const entryId = await commit(client(), () => newEntry())
    expect(await attempt(client(), async () => client().query(upsertEntry(table, await own()), [entryId]))).toMatch(
      /^(PA010|PA012|42501)$/,
    )
    expect(await attempt(client(), async () => client().query(mergeEntry(table, await own()), [entryId]))).toMatch(
      /^(PA010|PA012|42501)$/,
    )
  })
})

describe('an act about one arrest', () => {
  const tables = Object.keys(actTables).filter(
    table => /^(police|prosecutor|court|narrative|victim|secret)\./.test(table) && !orderTables.includes(table),
  )

  test.each(tables)('does not serve for a row about another in %s', async table => {
    const act = path(newPath('defender')).find(({ rows }) => rows.some(([name]) => name === table))
    const row = path(ids)
      .flatMap(({ rows }) => rows)
      .find(([name]) => name === table)?.[1]
    if (!act || !row) throw new Error(`no act fills ${table}`)
    const client = walled.clientOf(act.door)
    const code = await attempt(client, async () => {
      const { entry_id } = await append(client, { kind: act.kind, arrestId: other.arrestId })
      await insertRow(client, table, { ...row, entry_id })
    })
    // A row that names its arrest must be about the arrest of its entry; others hang from such a row by their keys.
    expect(code === 'PA015').toBe('arrest_id' in row)
  })

  test('does not serve to change another', async () => {
    const police = walled.clientOf('pars_police')
    const code = await attempt(police, async () => {
      const { entry_id } = await append(police, { kind: 'arrest.corrected', arrestId: other.arrestId })
      await police.query(touchEntry('police.arrest', `arrest_id = '${ids.arrestId}'`), [entry_id])
    })
    expect(code).toBe('PA015')
  })

  test('is not hidden from its history: an entry about nobody changes no arrest', async () => {
    const police = walled.clientOf('pars_police')
    const code = await attempt(police, async () => {
      const { entry_id } = await append(police, { kind: 'arrest.corrected' })
      await police.query(touchEntry('police.arrest', `arrest_id = '${ids.arrestId}'`), [entry_id])
    })
    expect(code).toBe('PA015')
  })
})

describe('an entry', () => {
  test('says of nobody of another seat that they made it', async () => {
    const makersOf = {
      pars_police: makers.police,
      pars_prosecutor: makers.prosecutor,
      pars_court: makers.court,
      pars_defense: makers.defense,
    }
    for (const [door, account] of Object.entries(makersOf)) {
      for (const [other, accountId] of Object.entries(makersOf)) {
        const client = walled.clientOf(other as Door)
        const code = await codeOf(append(client, { kind: 'record.opened', arrestId: ids.arrestId, accountId: account }))
        expect(`${other} for ${door} ${code}`).toBe(`${other} for ${door} ${account === accountId ? 'ok' : 'PA005'}`)
      }
    }
  })

  test('says of nobody who is unknown that they made it', async () => {
    const police = walled.clientOf('pars_police')
    expect(
      await codeOf(append(police, { kind: 'record.opened', arrestId: ids.arrestId, accountId: randomUUID() })),
    ).toBe('PA005')
  })
})
