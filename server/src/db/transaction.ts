import { type Instant, type Party, parseId } from '@pars/domain'
import type { Pool, PoolClient } from 'pg'
import { type Read, readBy, type Statement } from './statement.ts'

declare const brand: unique symbol

/** A write transaction. It can be had nowhere else than inside a verb. */
export interface Tx extends Read {
  readonly [brand]: 'tx'
  readonly now: Instant
  /** Text ids of the entries that this act has appended so far, oldest first. */
  readonly entries: string[]
  write(statement: Statement): Promise<number>
  /** Forgets what the body did, so that only a refusal is recorded. */
  undo(): Promise<void>
}

const txOf = (client: PoolClient, now: Instant): Tx => {
  const entries: string[] = []
  const tx = {
    ...readBy(client),
    now,
    entries,
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

/**
 * Runs a body in one transaction of a door and commits it. `tx.now` is the database's own `pars.instant()`, taken after the
 * transaction began. Whatever the body throws is thrown again after the rollback.
 */
export const inTransaction = async <T>(pool: Pool, body: (tx: Tx) => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    // One round trip: `read committed` because a rule must see what others committed while it waited for a lock.
    const begun = (await client.query(
      'begin isolation level read committed; savepoint act; select pars.instant() as now',
    )) as unknown as { rows: { now: Instant }[] }[]
    const now = begun[2]?.rows[0]?.now
    if (!now) throw new Error('the database gave no time')
    const result = await body(txOf(client, now))
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

/** The door of a party. Partners have none here: their door is a process of its own. */
export const doorOf = (party: Party): 'police' | 'prosecutor' | 'court' | 'defense' | 'keeper' =>
  party === 'system' ? 'keeper' : party

export const uuidOf = parseId
