import type { ArrestId, Instant } from '@pars/domain'
import { lockCase } from '../db/lock-case.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { lockArrest } from './arrests.sql.ts'

export interface LockedArrest {
  arrest_id: string
  person_id: string
  version: number
  sent_at: Instant | null
  drafted_by: string
  drafted_at: Instant
  intake_number: string
  arrested_at: Instant
  basis: 'sight' | 'warrant'
}

/** Locks the arrest, so that two acts on it have one order. Police only: other doors may not lock its row. */
export const lockArrestRow = async (tx: Tx, arrestId: ArrestId): Promise<LockedArrest | undefined> => {
  await lockCase(tx, arrestId)
  return tx.find<LockedArrest>(lockArrest(uuidOf('arr', arrestId)))
}
