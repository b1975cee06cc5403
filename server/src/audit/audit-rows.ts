import { createHash } from 'node:crypto'
import { canonicalText, type Json } from '@pars/ledger'
import type { Read } from '../db/statement.ts'
import type { ActEntry, Members, Row } from './act-entry.ts'
import {
  countRows,
  selectBeside,
  selectCarrying,
  selectColumns,
  selectSealedDiffering,
  type TableShape,
} from './audit.sql.ts'
import { rebuiltTables } from './audited-tables.ts'
import type { Findings } from './findings.ts'
import type { KnownActs } from './rebuild/known-acts.ts'
import { rowsOfEntry } from './rebuild/rows-of-entry.ts'

/** Where no entry holds the key, the row is found by its entry, of which there is one row. */
const otherKeys: { readonly [table: string]: readonly string[] } = { 'inquiry.asked': ['entry_id'] }

/** Columns that never come out of the database: they are compared by their digest. */
const sealedColumns: { readonly [table: string]: string } = { 'secret.ssn': 'ciphertext' }

export type TableShapes = ReadonlyMap<string, TableShape>

/** What the catalog says of the tables that are rebuilt. */
export const loadTableShapes = async (read: Read): Promise<TableShapes> => {
  const shapes = new Map<string, TableShape>()
  for (const table of rebuiltTables) {
    const rows = await read.rows<{ name: string; in_key: boolean }>(selectColumns(table))
    const columns = rows.map(row => row.name).filter(name => name !== sealedColumns[table])
    const key = otherKeys[table] ?? rows.filter(row => row.in_key).map(row => row.name)
    shapes.set(table, { table, columns, key })
  }
  return shapes
}

interface Written {
  readonly entry: ActEntry
  readonly row: Row
}
interface Beside {
  n: number
  written: Members
  stored: Members | null
  placed: number | null
}

const textOf = (value: Json | undefined): string => canonicalJsonOf(value ?? null)
/** PostgreSQL's JSON may hold fractions, which canonical JSON refuses; as a comparison any one spelling serves. */
const canonicalJsonOf = (value: Json): string => {
  try {
    return canonicalText(value)
  } catch {
    return JSON.stringify(value)
  }
}

const keyText = (key: Members): string =>
  Object.values(key)
    .map(value => String(value))
    .join(' ')

const keyOf = (shape: TableShape, row: Members): Members =>
  Object.fromEntries(shape.key.map(name => [name, row[name] ?? null]))

const isLater = (placed: number | null, number: number | null): boolean =>
  placed === null || (number !== null && placed > number)

const differ = (one: Json | undefined, two: Json | undefined): boolean =>
  one !== two && (typeof one !== 'object' || typeof two !== 'object' || textOf(one) !== textOf(two))

const differingColumns = (columns: readonly string[], beside: Beside): string[] =>
  columns.filter(name => differ(beside.written[name], beside.stored?.[name]))

/** Compares one row with what its entry wrote. A row that a later entry wrote again still holds what never changes. */
const compareRow = (shape: TableShape, { entry, row }: Written, beside: Beside, findings: Findings): void => {
  const where = { entry: entry.number, table: shape.table, row: keyText(keyOf(shape, beside.written)) }
  if (beside.stored === null) {
    findings.add('row-missing', where)
    return
  }
  const isSealed = (name: string) => shape.columns.includes(name)
  const fixed = Object.keys(row.fixed).filter(isSealed)
  const isCurrent = beside.stored['entry_id'] === entry.entryId
  if (!isCurrent && !(row.later && isLater(beside.placed, entry.number))) {
    findings.add(row.later ? 'row-set-back' : 'row-altered', { ...where, detail: 'entry_id' })
    return
  }
  const columns = isCurrent ? [...fixed, ...Object.keys(row.later ?? {}).filter(isSealed)] : fixed
  const differing = differingColumns(columns, beside)
  if (differing.length > 0) findings.add('row-altered', { ...where, detail: differing.sort().join(', ') })
}

const compareSealed = async (read: Read, written: readonly Written[], findings: Findings): Promise<void> => {
  const asked = written.map(({ row }) => ({
    arrest_id: row.fixed['arrest_id'],
    version: row.fixed['version'],
    digest: createHash('sha256')
      .update(Buffer.from(String(row.fixed['ciphertext']).slice(2), 'hex'))
      .digest('hex'),
  }))
  const rows = await read.rows<{ n: number }>(selectSealedDiffering(JSON.stringify(asked)))
  for (const { n } of rows) {
    const one = written[n - 1]
    findings.add('row-altered', {
      entry: one?.entry.number ?? null,
      table: 'secret.ssn',
      row: `${String(one?.row.fixed['arrest_id'])} ${String(one?.row.fixed['version'])}`,
      detail: 'ciphertext',
    })
  }
}

/** Compares the rows of one table with what a batch of entries wrote there. Answers how many stand as their newest entry wrote them. */
const compareTable = async (
  read: Read,
  shape: TableShape,
  { written, findings }: { written: readonly Written[]; findings: Findings },
): Promise<number> => {
  const rows = written.map(({ entry, row }) => {
    const { [sealedColumns[shape.table] ?? '']: _sealed, ...columns } = { ...row.fixed, ...row.later }
    return { ...columns, entry_id: entry.entryId }
  })
  let current = 0
  for (const beside of await read.rows<Beside & { [column: string]: unknown }>(
    selectBeside(shape, JSON.stringify(rows)),
  )) {
    const one = written[beside.n - 1]
    if (!one) continue
    if (beside.stored?.['entry_id'] === one.entry.entryId) current += 1
    compareRow(shape, one, beside, findings)
  }
  if (shape.table in sealedColumns) await compareSealed(read, written, findings)
  return current
}

const rebuilt = (entry: ActEntry, known: KnownActs, findings: Findings): Row[] => {
  try {
    known.learn(entry)
    return rowsOfEntry(entry, known)
  } catch {
    // Content of another shape than its kind's: what it committed was found or not by its hash; no row follows from it.
    findings.add('content-altered', { entry: entry.number, detail: 'not of its kind' })
    return []
  }
}

/** How many rows of each table stand as an entry wrote them. Where a table has more, some were added. */
export type RowCounts = Map<string, number>

export interface RowAudit {
  readonly shapes: TableShapes
  readonly known: KnownActs
  readonly counts: RowCounts
  readonly findings: Findings
}

/** Rebuilds the rows of a batch of entries and compares them with the tables. */
export const auditRows = async (
  read: Read,
  { shapes, known, counts, findings }: RowAudit,
  entries: readonly ActEntry[],
): Promise<void> => {
  const written = new Map<string, Written[]>()
  for (const entry of entries)
    for (const row of rebuilt(entry, known, findings)) {
      const list = written.get(row.table) ?? []
      list.push({ entry, row })
      written.set(row.table, list)
    }
  for (const [table, list] of written) {
    const shape = shapes.get(table)
    if (!shape) throw new Error(`an entry wrote rows of ${table}, which is not listed as rebuilt`)
    counts.set(table, (counts.get(table) ?? 0) + (await compareTable(read, shape, { written: list, findings })))
  }
}

interface CarryingRow {
  entry_id: string
  number: number | null
  key: Members
}
const pageOfRows = 1000

/** Names the rows of a table that no entry wrote: each row's entry is read again, and must have written a row of that key. */
const nameAdded = async (
  read: Read,
  shape: TableShape,
  {
    known,
    findings,
    loadActs,
  }: RowAudit & { loadActs: (ids: readonly string[]) => Promise<Map<string, ActEntry | null>> },
): Promise<void> => {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await read.rows<CarryingRow & { [column: string]: unknown }>(selectCarrying(shape, after, pageOfRows))
    const acts = await loadActs([...new Set(rows.map(row => row.entry_id))])
    for (const { entry_id, number, key } of rows) {
      const where = { entry: number, table: shape.table, row: keyText(key) }
      const act = acts.get(entry_id)
      if (act === undefined) findings.add('row-without-entry', where)
      else if (act !== null && !(await wroteKey(read, shape, { act, known, key }))) findings.add('row-added', where)
    }
    const last = rows.at(-1)
    if (rows.length < pageOfRows || !last) return
    after = last.entry_id
  }
}

const wroteKey = async (
  read: Read,
  shape: TableShape,
  { act, known, key }: { act: ActEntry; known: KnownActs; key: Members },
): Promise<boolean> => {
  const rows = rowsOfEntry(act, known).filter(row => row.table === shape.table)
  if (rows.length === 0) return false
  const json = JSON.stringify(rows.map(row => ({ ...pick(row, shape.key), entry_id: act.entryId })))
  const written = await read.rows<{ written: Members }>(selectBeside({ ...shape, columns: shape.key }, json))
  return written.some(row => keyText(row.written) === keyText(key))
}
const pick = (row: Row, names: readonly string[]): Members =>
  Object.fromEntries(names.map(name => [name, row.fixed[name] ?? row.later?.[name] ?? null]))

/** Counts each table, and names what was added where it has more rows than entries wrote. */
export const auditAdded = async (
  read: Read,
  audit: RowAudit & { loadActs: (ids: readonly string[]) => Promise<Map<string, ActEntry | null>> },
): Promise<void> => {
  for (const shape of audit.shapes.values()) {
    const total = (await read.find<{ rows: number }>(countRows(shape.table)))?.rows ?? 0
    if (total !== (audit.counts.get(shape.table) ?? 0)) await nameAdded(read, shape, audit)
  }
}
