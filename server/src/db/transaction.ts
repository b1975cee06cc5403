import { type Instant, type Party, parseId } from '@pars/domain'
import type { Pool, PoolClient } from 'pg'
import { type Read, readBy, type Statement } from './statement.ts'

declare const brand: unique symbol

/** Reads by one connection, with the database's own `pars.instant()`, taken after the transaction began. */
export interface Snapshot extends Read {
  readonly now: Instant
}

/** A write transaction. It can be had nowhere else than inside a verb or a journaled read. */
export interface Tx extends Snapshot {
  readonly [brand]: 'tx'
  /** Text ids of the entries that this act has appended so far, oldest first. */
  readonly entries: string[]
  write(statement: Statement): Promise<number>
  /** Once a lock is had: the act is done now, not when it began to wait. Rules, rows and entry say this one time. */
  moveTo(now: Instant): void
  /** Forgets what the body did, so that only a refusal is recorded. */
  undo(): Promise<void>
}

const txOf = (client: PoolClient, began: Instant): Tx => {
  const entries: string[] = []
  let now = began
  const tx = {
    ...readBy(client),
    get now() {
      return now
    },
    entries,
    moveTo(later: Instant) {
      now = later
    },
    async write(statement: Statement) {
      const result = await client.query({ name: statement.name, text: statement.text, values: [...statement.values] })
      return result.rowCount ?? 0
    },
    async undo() {
      await client.query('rollback to savepoint act')
      entries.length = 0
    },
  }
  return tx as unknown as Tx
}

const inOne = async <T>(
  pool: Pool,
  begin: string,
  body: (client: PoolClient, now: Instant) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    // One round trip. The time is the last of its statements.
    const begun = (await client.query(`${begin}; select pars.instant() as now`)) as unknown as {
      rows: { now: Instant }[]
    }[]
    const now = begun.at(-1)?.rows[0]?.now
    if (!now) throw new Error('the database gave no time')
    const result = await body(client, now)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/**
 * Runs a body in one transaction of a door and commits it. `read committed` because a rule must see what others committed while it
 * waited for a lock. Whatever the body throws is thrown again after the rollback.
 */
export const inTransaction = <T>(pool: Pool, body: (tx: Tx) => Promise<T>): Promise<T> =>
  inOne(pool, 'begin isolation level read committed; savepoint act', (client, now) => body(txOf(client, now)))

/** As `inTransaction`, for a read that is journaled: everything in it is of one moment, and its entry is its only write. */
export const inJournaledRead = <T>(pool: Pool, body: (tx: Tx) => Promise<T>): Promise<T> =>
  inOne(pool, 'begin isolation level repeatable read; savepoint act', (client, now) => body(txOf(client, now)))

/** Reads of one moment, whatever others commit meanwhile. */
export const inSnapshot = <T>(pool: Pool, body: (read: Snapshot) => Promise<T>): Promise<T> =>
  inOne(pool, 'begin isolation level repeatable read read only', (client, now) => body({ ...readBy(client), now }))

/** The door of a party. Partners have none here: their door is a process of its own. */
export const doorOf = (party: Party): 'police' | 'prosecutor' | 'court' | 'defense' | 'keeper' =>
  party === 'system' ? 'keeper' : party

export const uuidOf = parseId
