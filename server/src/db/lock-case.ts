import type { ArrestId } from '@pars/domain'
import { type Tx, uuidOf } from './transaction.ts'

/**
 * Puts all acts about one arrest into one order, whichever seat's door they come through; a door may not lock another seat's row.
 * What is read after this is what the act before it committed.
 */
export const lockCase = async (tx: Tx, arrestId: ArrestId): Promise<void> => {
  await tx.rows({
    name: 'lock-case',
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 51))',
    values: [uuidOf('arr', arrestId)],
  })
}
