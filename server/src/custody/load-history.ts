import type { ArrestRecord } from '@pars/contract'
import { type ArrestId, formatId, type Instant, type Party } from '@pars/domain'
import { selectHistory, selectMomentOf, selectNewestNumber } from '../arrests/arrests.sql.ts'
import type { Read } from '../db/statement.ts'
import { uuidOf } from '../db/transaction.ts'

interface Row {
  number: number | null
  kind: string
  party: Party
  made_at: Instant
  made_by: string
  entry_id: string
  reason: string | null
}

/** Every act about an arrest that the door sees, in journal order; an act that has no number yet comes last. */
export const loadHistory = async (
  read: Read,
  arrestId: ArrestId,
  asOf: number | null,
): Promise<ArrestRecord['history']> => {
  const rows = await read.rows<Row>(selectHistory(uuidOf('arr', arrestId), asOf))
  return rows.map(row => ({
    number: row.number,
    kind: row.kind,
    seat: row.party,
    madeAt: row.made_at,
    madeBy: row.made_by,
    entryId: formatId('ent', row.entry_id),
    reason: row.reason,
  }))
}

/** The newest journal number there is; 0 before the first. */
export const getNewestNumber = async (read: Read): Promise<number> =>
  (await read.find<{ number: number }>(selectNewestNumber))?.number ?? 0

/** When the entry of a number was made; undefined where the door does not see it. */
export const findMomentOf = async (read: Read, number: number): Promise<Instant | undefined> =>
  (await read.find<{ made_at: Instant }>(selectMomentOf(number)))?.made_at
