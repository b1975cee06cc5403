import { randomInt } from 'node:crypto'
import { cityDateOf } from '@pars/domain'
import type { Snapshot } from '../db/transaction.ts'
import { selectFreeDocketNumber } from './court-lists.sql.ts'

/**
 * A docket number of the made-up court system that no docket has. Its serial is drawn, not counted: two callers get two numbers,
 * and should they ever get one, the docket's unique number lets one of them file. Only a rehearsal may be given one.
 */
export const findFreeDocketNumber = async (read: Snapshot): Promise<string> => {
  const year = cityDateOf(read.now).slice(0, 4)
  const candidates = Array.from(
    { length: 20 },
    () => `MC-51-CR-${String(randomInt(1, 10_000_000)).padStart(7, '0')}-${year}`,
  )
  const free = await read.find<{ docket_number: string }>(selectFreeDocketNumber(candidates))
  if (!free) throw new Error('twenty docket numbers of the made-up court system were all in use')
  return free.docket_number
}
