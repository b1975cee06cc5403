import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { append, insertRow } from './append.sql.ts'
import { actsBeforeFiling, insertMakers, type Makers, newPath, performAct } from './custody-path.ts'
import { attempt, codeOf, commit, connect } from './door-client.ts'
import { openWalledDatabase, type WalledDatabase } from './door-clients.ts'
import { listWaiting } from './journal.sql.ts'
import { countHolds, lockCase, lockCaseInSession, transact } from './transactions.sql.ts'

let walled: WalledDatabase
let makers: Makers
let police: Client
const ids = newPath(null)
const at = '2026-11-20T12:00:00.000Z'

beforeAll(async () => {
  walled = await openWalledDatabase()
  makers = await insertMakers(walled.database)
  police = walled.clientOf('pars_police')
  const [draft] = actsBeforeFiling(ids, makers)
  if (!draft) throw new Error('no draft')
  await performAct(police, draft, ids.arrestId)
})
afterAll(() => walled.close())

const hold = (client: Client, entry_id: string) =>
  insertRow(client, 'police.hold', {
    hold_id: randomUUID(),
    arrest_id: ids.arrestId,
    kind: 'bench-warrant',
    issuer: 'Made-up court',
    made_by: makers.police,
    made_at: at,
    entry_id,
  })
const newEntry = async (client: Client) =>
  (await append(client, { kind: 'hold.recorded', arrestId: ids.arrestId })).entry_id
const isKept = async (entryId: string): Promise<boolean> => (await listWaiting(walled.admin, entryId)).length === 1

describe('savepoints', () => {
  test('an entry made inside a savepoint serves an act of the same transaction, before and after its release', async () => {
    const entryId = await commit(police, async () => {
      await police.query(transact.save)
      const made = await newEntry(police)
      await hold(police, made)
      await police.query(transact.release)
      await hold(police, made)
      return made
    })
    expect(await isKept(entryId)).toBe(true)
    expect(await countHolds(walled.admin, entryId)).toBe(2)
  })

  test('an act inside a savepoint takes an entry made before it', async () => {
    expect(
      await attempt(police, async () => {
        const made = await newEntry(police)
        await police.query(transact.save)
        await hold(police, made)
        await police.query(transact.release)
      }),
    ).toBe('ok')
  })

  test('an entry that was rolled back with its savepoint serves nothing and leaves nothing in the queue', async () => {
    let lost = ''
    const entryId = await commit(police, async () => {
      await police.query(transact.save)
      lost = await newEntry(police)
      await hold(police, lost)
      await police.query(transact.rollBack)
      await police.query(transact.save)
      expect(await codeOf(hold(police, lost))).toBe('PA010')
      await police.query(transact.rollBack)
      return newEntry(police)
    })
    expect(await isKept(entryId)).toBe(true)
    expect(await isKept(lost)).toBe(false)
    expect(await countHolds(walled.admin, lost)).toBe(0)
  })

  test('after a rollback to a savepoint the entry made before it still serves', async () => {
    const entryId = await commit(police, async () => {
      const made = await newEntry(police)
      await police.query(transact.save)
      expect(await codeOf(hold(police, randomUUID()))).toBe('PA010')
      await police.query(transact.rollBack)
      await hold(police, made)
      return made
    })
    expect(await countHolds(walled.admin, entryId)).toBe(1)
  })

  test('savepoints within savepoints change nothing of that', async () => {
    expect(
      await attempt(police, async () => {
        for (let depth = 0; depth < 70; depth++) await police.query(transact.save)
        await hold(police, await newEntry(police))
      }),
    ).toBe('ok')
  })
})

describe('another transaction', () => {
  test.each(['read committed', 'repeatable read', 'serializable'])(
    'takes no entry of an earlier one, %s or not',
    async level => {
      const entryId = await commit(police, () => newEntry(police))
      await police.query(transact.beginAt(level))
      const code = await codeOf(hold(police, entryId))
      await police.query('rollback')
      expect(code).toBe('PA012')
    },
  )

  test('takes no entry of one that is still open, and none of one that rolled back', async () => {
    const elsewhere = await connect(walled.database.door('pars_police'))
    await elsewhere.query('begin')
    const open = await newEntry(elsewhere)
    expect(await attempt(police, () => hold(police, open))).toBe('PA010')
    await elsewhere.query('rollback')
    expect(await attempt(police, () => hold(police, open))).toBe('PA010')
    await elsewhere.end()
  })

  test('that was ended and begun again at once is another', async () => {
    await police.query('begin')
    const entryId = await newEntry(police)
    await police.query(transact.commitAndChain)
    const code = await codeOf(hold(police, entryId))
    await police.query('rollback')
    expect(code).toBe('PA012')
  })
})

describe('a prepared transaction', () => {
  test('keeps act and entry together: both come with its commit', async () => {
    const client = await connect(walled.database.door('pars_police'))
    await client.query('begin')
    const entryId = await newEntry(client)
    await hold(client, entryId)
    await client.query(transact.prepare('kept'))
    await client.end()
    expect(await isKept(entryId)).toBe(false)
    expect(await attempt(police, () => hold(police, entryId))).toBe('PA010')
    await police.query(transact.commitPrepared('kept'))
    expect(await isKept(entryId)).toBe(true)
    expect(await countHolds(walled.admin, entryId)).toBe(1)
    expect(await attempt(police, () => hold(police, entryId))).toBe('PA012')
  })

  test('leaves neither when it is rolled back', async () => {
    const client = await connect(walled.database.door('pars_police'))
    await client.query('begin')
    const entryId = await newEntry(client)
    await hold(client, entryId)
    await client.query(transact.prepare('dropped'))
    await client.query(transact.rollBackPrepared('dropped'))
    await client.end()
    expect(await isKept(entryId)).toBe(false)
    expect(await countHolds(walled.admin, entryId)).toBe(0)
  })

  test('of one door is neither committed nor rolled back through another', async () => {
    await police.query('begin')
    await newEntry(police)
    await police.query(transact.prepare('guarded'))
    const court = walled.clientOf('pars_court')
    expect(await codeOf(court.query(transact.commitPrepared('guarded')))).toBe('42501')
    expect(await codeOf(court.query(transact.rollBackPrepared('guarded')))).toBe('42501')
    await police.query(transact.rollBackPrepared('guarded'))
  })
})

describe('a door that makes its constraints immediate', () => {
  test('takes its ticket earlier, and its entry is queued once all the same', async () => {
    const elsewhere = await connect(walled.database.door('pars_court'))
    await police.query('begin')
    await police.query(transact.constraintsNow)
    const early = await newEntry(police)
    const between = await commit(elsewhere, () => append(elsewhere, { kind: 'record.opened' }))
    expect(await isKept(between.entry_id)).toBe(true)
    expect(await isKept(early)).toBe(false)
    await police.query('commit')
    const [ticketEarly] = await listWaiting(walled.admin, early)
    const [ticketBetween] = await listWaiting(walled.admin, between.entry_id)
    expect(Number(ticketEarly)).toBeLessThan(Number(ticketBetween))
    await elsewhere.end()
  })

  test('loses its ticket with its entry when it rolls back', async () => {
    await police.query('begin')
    await police.query(transact.constraintsNow)
    const entryId = await newEntry(police)
    await police.query('rollback')
    expect(await isKept(entryId)).toBe(false)
  })
})

describe('advisory locks', () => {
  test('of one case held for a whole session keep nobody from journaling, nor from another case', async () => {
    const hostile = await connect(walled.database.door('pars_court'))
    const code = await codeOf(hostile.query(lockCaseInSession, [ids.arrestId]))
    expect(await attempt(police, async () => void (await hold(police, await newEntry(police))))).toBe('ok')
    expect(await attempt(police, () => police.query(lockCase, [randomUUID()]))).toBe('ok')
    // A door has no use for locks that outlive its transaction.
    expect(code).toBe('42501')
    await hostile.end()
  })

  test('of one transaction put two acts on one case into an order', async () => {
    const elsewhere = await connect(walled.database.door('pars_court'))
    await elsewhere.query('begin')
    await elsewhere.query(lockCase, [ids.arrestId])
    await police.query(transact.waitBriefly)
    expect(await attempt(police, () => police.query(lockCase, [ids.arrestId]))).toBe('55P03')
    await elsewhere.query('commit')
    expect(await attempt(police, () => police.query(lockCase, [ids.arrestId]))).toBe('ok')
    await police.query(transact.waitAsUsual)
    await elsewhere.end()
  })
})
