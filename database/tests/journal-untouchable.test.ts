import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doors } from '../src/doors.ts'
import { append } from './append.sql.ts'
import { attempt, commit } from './door-client.ts'
import { openWalledDatabase, type WalledDatabase } from './door-clients.ts'
import {
  becomeOwner,
  becomeReplica,
  changeEntry,
  changesOf,
  dropEntry,
  dropWaiting,
  emptyWaiting,
  growTile,
  placeEntry,
  renumberWaiting,
  rewriteTile,
  shrinkHead,
} from './journal.sql.ts'

let walled: WalledDatabase
/** Appends through a door and gives the entry its place, as the sequencer does. */
const sequenced = async (): Promise<string> => {
  const { entry_id } = await commit(walled.clientOf('pars_police'), () =>
    append(walled.clientOf('pars_police'), { kind: 'record.opened' }),
  )
  const sequencer = walled.clientOf('pars_sequencer')
  await commit(sequencer, async () => {
    await placeEntry(sequencer, entry_id)
    await dropWaiting(sequencer, entry_id)
  })
  return entry_id
}

beforeAll(async () => {
  walled = await openWalledDatabase()
  await sequenced()
})
afterAll(() => walled.close())

const insertOnly = ['journal.entry', 'journal.place', 'journal.checkpoint', 'pars.creation'] as const
const asOwner = (client: Client, sql: string) =>
  attempt(client, async () => {
    await client.query(becomeOwner)
    await client.query(sql)
  })
const asReplica = (client: Client, sql: string) =>
  attempt(client, async () => {
    await client.query(becomeReplica)
    await client.query(sql)
  })

describe.each([...insertOnly])('%s', table => {
  test.each([...doors])('is neither updated, deleted nor truncated by %s', async door => {
    for (const sql of changesOf(table)) {
      expect(await attempt(walled.clientOf(door), () => walled.clientOf(door).query(sql))).toBe('42501')
    }
  })

  test('is neither updated, deleted nor truncated by its owner', async () => {
    for (const sql of changesOf(table)) expect(`${sql} ${await asOwner(walled.admin, sql)}`).toBe(`${sql} PA020`)
  })

  test('is neither updated, deleted nor truncated by a superuser, nor by one who plays a replica', async () => {
    for (const sql of changesOf(table)) {
      expect(await attempt(walled.admin, () => walled.admin.query(sql))).toBe('PA020')
      expect(await asReplica(walled.admin, sql)).toBe('PA020')
    }
  })
})

describe('an entry', () => {
  test('cannot be changed by putting it in again', async () => {
    const entryId = await sequenced()
    for (const door of doors) {
      const client = walled.clientOf(door)
      expect(await attempt(client, () => changeEntry(client, entryId))).toBe('42501')
    }
    expect(await attempt(walled.admin, () => changeEntry(walled.admin, entryId))).toBe('PA020')
  })

  test('does not go with what hangs from it', async () => {
    const entryId = await sequenced()
    expect(await attempt(walled.admin, () => dropEntry(walled.admin, entryId))).toBe('PA020')
  })
})

describe('the sequencer', () => {
  test('gives no place twice, skips no number, and places nothing that is no entry', async () => {
    const entryId = await sequenced()
    const client = walled.clientOf('pars_sequencer')
    expect(await attempt(client, () => placeEntry(client, entryId))).toBe('23505')
    const { entry_id: waiting } = await commit(walled.clientOf('pars_court'), () =>
      append(walled.clientOf('pars_court'), { kind: 'record.opened' }),
    )
    expect(await attempt(client, () => placeEntry(client, waiting, 5))).toBe('PA021')
    expect(await attempt(client, () => placeEntry(client, '00000000-0000-4000-8000-000000000000'))).toBe('23503')
    expect(await attempt(client, () => placeEntry(client, waiting))).toBe('ok')
  })

  test('cannot take a committed entry out of the queue without giving it its place', async () => {
    const { entry_id } = await commit(walled.clientOf('pars_police'), () =>
      append(walled.clientOf('pars_police'), { kind: 'record.opened' }),
    )
    const client = walled.clientOf('pars_sequencer')
    expect(await attempt(client, () => dropWaiting(client, entry_id))).toBe('PA023')
  })

  test('cannot change or empty the queue in any other way', async () => {
    for (const client of [walled.clientOf('pars_sequencer'), walled.admin]) {
      const codes = [
        await attempt(client, () => client.query(renumberWaiting)),
        await attempt(client, () => client.query(emptyWaiting)),
      ]
      expect(codes.every(code => code === 'PA020' || code === '42501')).toBe(true)
    }
  })

  test('moves the head of the tree forward only', async () => {
    const client = walled.clientOf('pars_sequencer')
    expect(await attempt(client, () => shrinkHead(client))).toBe('PA022')
    expect(await attempt(walled.admin, () => shrinkHead(walled.admin))).toBe('PA022')
  })

  test('adds hashes to a tile and changes none that is there', async () => {
    const client = walled.clientOf('pars_sequencer')
    await commit(client, () => growTile(client, 1))
    expect(await attempt(client, () => growTile(client, 2))).toBe('ok')
    expect(await attempt(client, () => rewriteTile(client))).toBe('PA022')
  })
})
