import type { ArrestId, Instant } from '@pars/domain'
import type { Read } from '../db/statement.ts'
import { uuidOf } from '../db/transaction.ts'
import { selectLeftAt } from './summons-release.sql.ts'

/** When the person left police custody, or undefined while the custody clock runs. */
export const findLeftAt = async (read: Read, arrestId: ArrestId): Promise<Instant | undefined> =>
  (await read.find<{ left_at: Instant }>(selectLeftAt(uuidOf('arr', arrestId))))?.left_at
