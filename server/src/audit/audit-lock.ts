import type { Pool } from 'pg'
import { readBy } from '../db/statement.ts'
import { tryAuditLock } from './audit.sql.ts'

/** Does work as the only server of this database that audits; answers undefined, and does nothing, where another one does. */
export const withAuditLock = async <T>(pool: Pool, work: () => Promise<T>): Promise<{ done: T } | undefined> => {
  const client = await pool.connect()
  // A connection that is thrown away takes its lock with it.
  let broken = true
  try {
    // No door may lock for longer than a transaction; this one reads nothing, so that no vacuum waits for it.
    await client.query('begin read only; set local idle_in_transaction_session_timeout = 0')
    const isHeld = (await readBy(client).find<{ locked: boolean }>(tryAuditLock))?.locked === true
    const done = isHeld ? { done: await work() } : undefined
    await client.query('commit')
    broken = false
    return done
  } finally {
    client.release(broken)
  }
}
