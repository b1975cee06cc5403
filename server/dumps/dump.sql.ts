import type { ClientConfig } from 'pg'
import { inDatabase } from './postgres-programs.ts'

/** Everything that grants, policies, triggers and functions are, in one hash. */
export const wallsHash = (admin: ClientConfig): Promise<string> =>
  inDatabase(admin, async client => {
    const { rows } = await client.query<{ hash: string }>(`select encode(agreement.walls_hash(), 'hex') as hash`)
    return rows[0]?.hash ?? ''
  })

export const tombstones = (admin: ClientConfig): Promise<string[]> =>
  inDatabase(admin, async client => {
    const { rows } = await client.query<{ arrest_id: string }>('select arrest_id from court.tombstone')
    return rows.map(row => row.arrest_id)
  })

export const countEntries = (admin: ClientConfig): Promise<number> =>
  inDatabase(admin, async client => {
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from journal.entry')
    return rows[0]?.count ?? 0
  })

/** What nobody may do, the superuser included. */
export const deleteEntries = 'delete from journal.entry'
