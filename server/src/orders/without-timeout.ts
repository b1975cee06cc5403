import type { Pool, PoolClient } from 'pg'
import { liftTimeout, resetTimeout } from './orders.sql.ts'

/** Work that looks through whole tables, on one connection of the keeper's: it may take long, and waits for nobody. */
export const withoutTimeout = async <T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  let broken = false
  try {
    await client.query(liftTimeout)
    const result = await work(client)
    await client.query(resetTimeout)
    return result
  } catch (error) {
    broken = true
    throw error
  } finally {
    client.release(broken)
  }
}
