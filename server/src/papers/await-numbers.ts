import { setTimeout as wait } from 'node:timers/promises'
import { formatId } from '@pars/domain'
import type { Pool } from 'pg'
import { listRows } from '../db/direct.ts'
import { uuidOf } from '../db/transaction.ts'
import { selectNumbers } from './papers.sql.ts'

const patience = 2_000
const step = 20

/** Journal numbers by entry. The sequencer gives them after the commit; a paper waits a little for them, and not longer. */
export const awaitNumbers = async (pool: Pool, entryIds: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const uuids = entryIds.map(entryId => uuidOf('ent', entryId))
  const end = performance.now() + patience
  for (;;) {
    const rows = await listRows<{ entry_id: string; number: number }>(pool, selectNumbers(uuids))
    const numbers = new Map<string, number>(rows.map(row => [formatId('ent', row.entry_id), row.number]))
    if (numbers.size === new Set(entryIds).size || performance.now() > end) return numbers
    await wait(step)
  }
}
