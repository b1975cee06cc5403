import {
  acceptReference,
  codeOf,
  type EntryId,
  isRefused,
  normalRow,
  type ReferenceTable,
  type ReferenceTables,
  type RowOf,
  referenceTables,
} from '@pars/domain'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { verb } from '../verb.ts'
import {
  endReference,
  insertReference,
  lockReference,
  type OfferedCodes,
  selectStoredReference,
} from './reference.sql.ts'

const codesOf = <T extends ReferenceTable>(table: T, rows: readonly RowOf<T>[]): string[] =>
  // A text with NUL is no code of any row, and the database would not take it.
  rows.map(row => codeOf[table](normalRow[table](row))).filter(code => !code.includes('\0'))

const loadStored = async (tx: Tx, offered: ReferenceTables): Promise<ReferenceTables> => {
  const codes = Object.fromEntries(referenceTables.map(table => [table, codesOf(table, offered[table])]))
  const stored = await tx.find<{ [T in ReferenceTable]: RowOf<T>[] }>(
    selectStoredReference(codes as unknown as OfferedCodes),
  )
  if (!stored) throw new Error('a query without a row')
  return stored
}

const columnOf = (member: string): string => member.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

const columnsOf = (row: object, entryId: string): object => ({
  ...Object.fromEntries(Object.entries(row).map(([member, value]) => [columnOf(member), value])),
  entry_id: entryId,
})

const countOf = (tables: ReferenceTables): number =>
  referenceTables.reduce((sum, table) => sum + tables[table].length, 0)

interface ReferenceLoaded {
  added: number
  ended: number
  alreadyThere: number
  /** Null where nothing was new. */
  receipt: { entryId: EntryId; number: null } | null
}

/** Loads rows of reference data. What stands word for word changes nothing and makes no entry. */
export const loadReference = verb<ReferenceTables, ReferenceLoaded>('reference.load', async (tx, ctx, offered) => {
  await tx.rows(lockReference)
  const decision = acceptReference(await loadStored(tx, offered), ctx.actor.party, offered)
  if (isRefused(decision)) return decision
  const { added, ended, alreadyThere } = decision
  const counts = { added: countOf(added), ended: countOf(ended), alreadyThere }
  if (counts.added + counts.ended === 0) return { kind: 'already-done' as const, answer: { ...counts, receipt: null } }
  const entry = await appendEntry(tx, ctx.actor, { kind: 'reference.loaded', act: jsonOf({ added, ended }) })
  for (const table of referenceTables) {
    const rowsOf = (rows: readonly object[]) => rows.map(row => columnsOf(row, uuidOf('ent', entry)))
    if (added[table].length > 0) await tx.write(insertReference(table, rowsOf(added[table])))
    if (ended[table].length > 0) await tx.write(endReference(table, rowsOf(ended[table])))
  }
  return { ...counts, receipt: { entryId: entry, number: null } }
})
