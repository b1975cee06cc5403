import type { ArrestId, Instant } from '@pars/domain'
import { type Tx, uuidOf } from './transaction.ts'

/**
 * Puts all acts about one arrest into one order, whichever seat's door they come through; a door may not lock another seat's row.
 * What is read after this is what the act before it committed.
 */
export const lockCase = async (tx: Tx, arrestId: ArrestId): Promise<void> => {
  const locked = await tx.find<{ now: Instant }>({
    name: 'lock-case',
    // The time is taken once the lock is had: no act is earlier than the one that it waited for.
    text: 'with locked as materialized (select pg_advisory_xact_lock(hashtextextended($1, 51))) select pars.instant() as now from locked',
    values: [uuidOf('arr', arrestId)],
  })
  if (locked) tx.moveTo(locked.now)
}
