import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Door, doors } from '../src/doors.ts'
import { actTables, appendableKinds } from './act-tables.ts'
import { append, insertRow } from './append.sql.ts'
import { actOfFiling, actsAfterFiling, defenseRequest } from './court-path.ts'
import { type Act, actsBeforeFiling, insertMakers, type Makers, newPath, performAct } from './custody-path.ts'
import { attempt, codeOf } from './door-client.ts'
import { openWalledDatabase, type WalledDatabase } from './door-clients.ts'
import { changeDocket, correctArrest, decideAgain, eraseActs, readSsn, ssnCanary } from './seats.sql.ts'

let walled: WalledDatabase
let makers: Makers
const ids = newPath('defender')
let acts: Act[] = []

beforeAll(async () => {
  walled = await openWalledDatabase()
  makers = await insertMakers(walled.database)
  acts = [
    ...actsBeforeFiling(ids, makers),
    actOfFiling(ids, makers),
    ...actsAfterFiling(ids, makers),
    defenseRequest(ids, makers),
  ]
  for (const act of acts) await performAct(walled.clientOf(act.door), act, ids.arrestId)
})
afterAll(() => walled.close())

const through = (door: Door, sql: string, values: unknown[] = []) =>
  attempt(walled.clientOf(door), () => walled.clientOf(door).query(sql, values))
const others = (own: Door[]): Door[] => doors.filter(door => !own.includes(door))

test('a police door decides no charge: it has no such entry, and no such row', async () => {
  const police = walled.clientOf('pars_police')
  const fresh = newPath(null)
  const deciding = actsBeforeFiling(fresh, makers).find(({ kind }) => kind === 'charges.decided')
  if (!deciding) throw new Error('nobody decides')
  expect(await codeOf(performAct(police, { ...deciding, door: 'pars_police' }, fresh.arrestId))).toBe('PA002')
  for (const [table, row] of deciding.rows) {
    const code = await attempt(police, async () => {
      const { entry_id } = await append(police, { kind: 'arrest.corrected', arrestId: ids.arrestId })
      await insertRow(police, table, { ...row, entry_id })
    })
    expect(`${table} ${code}`).toBe(`${table} 42501`)
  }
  expect(await through('pars_police', decideAgain, [ids.arrestId])).toBe('42501')
})

test('a court door changes no arrest, by no column and by no way around', async () => {
  for (const sql of correctArrest)
    expect(`${sql} ${await through('pars_court', sql, [ids.arrestId])}`).toBe(`${sql} 42501`)
})

test('a prosecutor’s door changes neither an arrest nor a docket', async () => {
  for (const sql of [...correctArrest, ...changeDocket])
    expect(`${sql} ${await through('pars_prosecutor', sql, [ids.arrestId])}`).toBe(`${sql} 42501`)
})

describe.each(Object.entries(actTables))('%s', (table, { doors: own, kinds }) => {
  test.each(others(own))('takes no row from %s, whatever entry it brings', async door => {
    const row = acts.flatMap(act => act.rows).find(([name]) => name === table)?.[1] ?? {}
    const client = walled.clientOf(door)
    const kind = appendableKinds[door][0]
    const code = await attempt(client, async () => {
      const entry_id = kind === undefined ? null : (await append(client, { kind, arrestId: ids.arrestId })).entry_id
      await insertRow(client, table, { ...row, entry_id })
    })
    expect(code).toBe('42501')
    const shared = appendableKinds[door].filter(appendable => kinds.includes(appendable))
    // Reference data comes from police and from the court, each to its own tables; people from each seat. What partners may see
    // follows from acts by a trigger; whom an order's letters went to, from the function that carries it out.
    if (shared.length > 0) expect(table).toMatch(/^(common|disclosure)\.|^court\.recipient$/)
  })

  test.each([...doors])('keeps what was done from %s', async door => {
    for (const sql of eraseActs(table)) expect(await through(door, sql)).toBe('42501')
  })
})

describe('a Social Security number', () => {
  test.each([...doors])('in ciphertext comes back to %s by no question', async door => {
    const client = walled.clientOf(door)
    for (const sql of readSsn) expect(`${sql} ${await codeOf(client.query(sql))}`).toBe(`${sql} 42501`)
  })

  test('is in no error that police can provoke', async () => {
    const police = walled.clientOf('pars_police')
    const provoke = async (last_four: string) => {
      await police.query('begin')
      try {
        const { entry_id } = await append(police, { kind: 'arrest.corrected', arrestId: ids.arrestId })
        const row = {
          arrest_id: ids.arrestId,
          version: 1,
          ciphertext: ssnCanary,
          keyed_hash: Buffer.alloc(32),
          last_four,
          entry_id,
        }
        await insertRow(police, 'secret.ssn', row)
        return ''
      } catch (fault) {
        return `${fault} ${Object.values(fault as object).join(' ')}`
      } finally {
        await police.query('rollback')
      }
    }
    // Version 1 is there: the key is told, what was stored under it is not.
    const told = await provoke('0002')
    expect(told).toMatch(/ssn_pk/)
    expect(told).not.toContain('CANARY')
    expect(told).not.toContain(ssnCanary.toString('hex'))
  })
})
