import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actTables, orderTables } from './act-tables.ts'
import { append, insertRow } from './append.sql.ts'
import { actOfFiling, actsAfterFiling, defenseRequest } from './court-path.ts'
import { type Act, actsBeforeFiling, insertMakers, type Makers, newPath, performAct } from './custody-path.ts'
import { attempt, codeOf, commit } from './door-client.ts'
import { openWalledDatabase, type WalledDatabase } from './door-clients.ts'
import { rights } from './rights.ts'
import { countRows, listArrestIds, listEntryKinds, listVersions, renameAccount, sendArrest } from './rows.sql.ts'

let walled: WalledDatabase
let makers: Makers
const unfiled = newPath('defender')
const ours = newPath('defender')
const theirs = newPath('private')
const nobodys = newPath(null)

const perform = async (acts: Act[], arrestId: string) => {
  for (const act of acts) await performAct(walled.clientOf(act.door), act, arrestId)
}

beforeAll(async () => {
  walled = await openWalledDatabase()
  makers = await insertMakers(walled.database)
  for (const ids of [unfiled, ours, theirs, nobodys]) await perform(actsBeforeFiling(ids, makers), ids.arrestId)
  for (const ids of [ours, theirs, nobodys]) {
    await perform([actOfFiling(ids, makers), ...actsAfterFiling(ids, makers)], ids.arrestId)
  }
  await perform([defenseRequest(ours, makers)], ours.arrestId)
})
afterAll(() => walled.close())

const perArrest = ['police.arrest', 'police.arrest_version', 'police.hold', 'police.departure', 'court.docket'] as const
const defenseTables = Object.entries(rights)
  .filter(
    ([table, { select = {} }]) => 'defense' in select && /^(police|prosecutor|court|narrative|defense)\./.test(table),
  )
  .map(([table]) => table)

test('the whole path from a draft to the departure passes every wall, and fills every table of an act', async () => {
  const acts = [...actsBeforeFiling(ours, makers), actOfFiling(ours, makers), ...actsAfterFiling(ours, makers)]
  const filled = new Set([...acts, defenseRequest(ours, makers)].flatMap(act => act.rows.map(([table]) => table)))
  const acted = Object.keys(actTables).filter(
    table => !/^(common|staff|partner|agreement|inquiry|disclosure)\./.test(table) && !orderTables.includes(table),
  )
  expect([...filled].sort()).toEqual(acted.sort())
  for (const table of filled) expect(`${table} ${(await countRows(walled.admin, table)) > 0}`).toBe(`${table} true`)
})

describe('the defense', () => {
  test.each(perArrest)('sees in %s the arrest of its client from the filing on, and nobody else', async table => {
    expect(new Set(await listArrestIds(walled.clientOf('pars_defense'), table))).toEqual(new Set([ours.arrestId]))
  })

  test.each(defenseTables)('sees rows of its own client in %s, and fewer than there are', async table => {
    const seen = await countRows(walled.clientOf('pars_defense'), table)
    const all = await countRows(walled.admin, table)
    expect(seen).toBeGreaterThan(0)
    if (!['court.court_session', 'defense.bail_request'].includes(table)) expect(seen).toBeLessThan(all)
  })

  test.each(['police.arrest_version', 'police.arrest_incident', 'police.charge'])(
    'sees no draft in %s',
    async table => {
      expect(await listVersions(walled.clientOf('pars_defense'), table)).toEqual([2])
      expect(await listVersions(walled.admin, table)).toEqual([1, 2])
    },
  )

  test('sees of the history neither drafts nor charging work nor who looked', async () => {
    const client = walled.clientOf('pars_police')
    await commit(client, () => append(client, { kind: 'record.opened', arrestId: ours.arrestId }))
    const kinds = await listEntryKinds(walled.clientOf('pars_defense'))
    expect(kinds).toEqual(expect.arrayContaining(['arrest.reported', 'complaint.filed', 'bail.set']))
    const inside = /^(act|account|arrest\.drafted|board|charges|charging|paper|record|reference)\b/
    expect(kinds.filter(kind => inside.test(kind))).toEqual([])
    expect((await listEntryKinds(walled.admin)).filter(kind => inside.test(kind))).toContain('record.opened')
  })

  test('sees its own refusals, and nobody else’s', async () => {
    for (const client of [walled.clientOf('pars_court'), walled.clientOf('pars_defense')])
      await commit(client, () => append(client, { kind: 'act.refused' }))
    const kinds = await listEntryKinds(walled.clientOf('pars_defense'))
    expect(kinds.filter(kind => kind === 'act.refused')).toHaveLength(1)
  })

  test('requests bail for its own client only', async () => {
    const client = walled.clientOf('pars_defense')
    for (const ids of [theirs, nobodys]) {
      expect(await codeOf(performAct(client, defenseRequest(ids, makers), ids.arrestId))).toBe('42501')
    }
  })
})

describe('an act by somebody of another seat', () => {
  test.each(
    Object.keys(actTables).filter(
      table => /^(police|prosecutor|court|defense)\./.test(table) && !orderTables.includes(table),
    ),
  )('fails in %s', async table => {
    const ids = newPath('defender')
    const swapped = {
      police: makers.court,
      prosecutor: makers.police,
      court: makers.prosecutor,
      defense: makers.court,
    }
    const acts = [...actsBeforeFiling(ids, swapped), actOfFiling(ids, swapped), ...actsAfterFiling(ids, swapped)]
    const act = [...acts, defenseRequest(ids, swapped)].find(({ rows }) => rows.some(([name]) => name === table))
    const row = act?.rows.find(([name]) => name === table)?.[1] ?? {}
    const hasMaker = Object.keys(row).some(column => /^(made|drafted|taken|certified|approved)_by$/.test(column))
    if (act === undefined) throw new Error(`no act fills ${table}`)
    const client = walled.clientOf(act.door)
    const code = await attempt(client, async () => {
      const { entry_id } = await append(client, { kind: act.kind })
      await insertRow(client, table, { ...row, entry_id })
    })
    // Rows without a maker belong to a row that has one, and fail for want of it.
    expect(code === 'PA014').toBe(hasMaker)
  })

  test('fails when the maker has left the seat', async () => {
    const gone = await walled.database.insertAccount({ party: 'police', role: 'officer' })
    const police = walled.clientOf('pars_police')
    await commit(police, async () => {
      const { entry_id } = await append(police, { kind: 'account.ended' })
      await police.query('update staff.account set ended_at = pars.instant(), entry_id = $2 where account_id = $1', [
        gone,
        entry_id,
      ])
    })
    const [draft] = actsBeforeFiling(newPath(null), { ...makers, police: gone })
    if (draft === undefined) throw new Error('no draft')
    expect(await codeOf(performAct(police, draft, randomUUID()))).toBe('PA014')
  })
})

describe('an update', () => {
  test('of an arrest needs a new entry of an allowed kind', async () => {
    const police = walled.clientOf('pars_police')
    const send = async (kind: string) => {
      const { entry_id } = await append(police, { kind, arrestId: unfiled.arrestId })
      await sendArrest(police, unfiled.arrestId, entry_id)
    }
    expect(await attempt(police, () => send('arrest.reported'))).toBe('ok')
    expect(await attempt(police, () => send('hold.recorded'))).toBe('PA011')
    const { entry_id } = await commit(police, () => append(police, { kind: 'arrest.reported' }))
    expect(await attempt(police, () => sendArrest(police, unfiled.arrestId, entry_id))).toBe('PA012')
    const keep = 'update police.arrest set version = 3 where arrest_id = $1'
    expect(await attempt(police, () => police.query(keep, [unfiled.arrestId]))).toBe('PA013')
  })

  test('of an account is for its own seat, and of the defense for the court', async () => {
    const rename = (door: 'pars_police' | 'pars_prosecutor' | 'pars_court', accountId: string) =>
      commit(walled.clientOf(door), async () => {
        const { entry_id } = await append(walled.clientOf(door), { kind: 'account.changed' })
        return renameAccount(walled.clientOf(door), accountId, entry_id)
      })
    expect(await rename('pars_police', makers.police)).toBe(1)
    expect(await rename('pars_court', makers.defense)).toBe(1)
    expect(await rename('pars_police', makers.court)).toBe(0)
    expect(await rename('pars_prosecutor', makers.defense)).toBe(0)
    expect(await rename('pars_court', makers.prosecutor)).toBe(0)
  })
})

describe('a new account', () => {
  const cases = (['pars_police', 'pars_prosecutor', 'pars_court'] as const).flatMap(door =>
    ['police', 'prosecutor', 'court', 'defense', 'system'].map(party => ({ door, party })),
  )
  test.each(cases)('$party through $door', async ({ door, party }) => {
    const client = walled.clientOf(door)
    const account = { issuer: 'i', display_name: 'n', party, role: 'r', kind: 'person', version: 1 }
    const code = await attempt(client, async () => {
      const { entry_id } = await append(client, { kind: 'account.added' })
      const account_id = randomUUID()
      await insertRow(client, 'staff.account', { ...account, account_id, subject: account_id, entry_id })
      await insertRow(client, 'staff.account_version', { account_id, version: 1, content: '{}', entry_id })
    })
    const own = door === `pars_${party}` || (door === 'pars_court' && party === 'defense')
    expect(code).toBe(own ? 'ok' : '42501')
  })
})

test('a door sees the answers that were kept for it, and no other', async () => {
  const row = (account_id: string) => ({
    account_id,
    key: 'retry-0001',
    verb: 'arrest.report',
    request_hash: randomBytes(32),
    status: 201,
    answer: '{}',
    made_at: new Date(),
  })
  await insertRow(walled.clientOf('pars_police'), 'common.idempotency', row(makers.police))
  await insertRow(walled.clientOf('pars_court'), 'common.idempotency', row(makers.court))
  expect(await countRows(walled.clientOf('pars_police'), 'common.idempotency')).toBe(1)
  expect(await countRows(walled.clientOf('pars_prosecutor'), 'common.idempotency')).toBe(0)
  const forged = { ...row(makers.prosecutor), door: 'pars_court' }
  const prosecutor = walled.clientOf('pars_prosecutor')
  expect(await attempt(prosecutor, () => insertRow(prosecutor, 'common.idempotency', forged))).toBe('42501')
})
