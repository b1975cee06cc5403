import { type ArrestId, type Instant, type Refused, refuse, sayDay } from '@pars/domain'
import type { Read } from '../db/statement.ts'
import { uuidOf } from '../db/transaction.ts'
import { selectEnding } from './custody.sql.ts'

interface EndingRow {
  what: 'erased' | 'sealed'
  made_at: Instant
  number: number | null
}

/** What a court's order made of a record that a door does not find: at every number, for it is gone from all of them. */
export const findEnding = async (
  read: Read,
  arrestId: ArrestId,
): Promise<Refused<'erased-by-order' | 'sealed-by-order'> | undefined> => {
  const row = await read.find<{ [member in keyof EndingRow]: EndingRow[member] }>(selectEnding(uuidOf('arr', arrestId)))
  if (!row) return undefined
  const entry =
    row.number === null ? 'an entry that has no number yet' : `entry number ${row.number.toLocaleString('en-US')}`
  const since = `${entry} of the journal, ${sayDay(row.made_at)}`
  return row.what === 'erased'
    ? refuse('erased-by-order', `Erased by order of the court: ${since}. Nothing of it is left here.`)
    : refuse('sealed-by-order', `Sealed by order of the court: ${since}. Ask the court.`)
}
