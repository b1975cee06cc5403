import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { CommandProblem } from '../command.ts'
import { readLines } from './read-lines.ts'
import { type CsvRecord, type RowFault, readRecords } from './read-records.ts'

export type TableRow<C extends string> = { readonly line: number } & (
  | { readonly values: Readonly<Record<C, string>> }
  | { readonly fault: RowFault }
)

export interface Columns<C extends string> {
  /** Without one of these the file is refused. */
  readonly wanted: readonly C[]
  /** Read where they are there, empty where not. */
  readonly others: readonly C[]
}

export interface Table<C extends string> {
  rows(): AsyncGenerator<TableRow<C>>
  /** How much of the file was read, 0 to 1. */
  share(): number
}

/** What is said of a row that can't be read. */
export const rowFaults: { readonly [F in RowFault]: string } = {
  'column-missing': 'this row has fewer columns than the header',
  'column-too-many': 'this row has more columns than the header; a comma inside a field needs quotes around the field',
  'quote-broken': 'a quote in this row is not closed, or stands where none can',
  'line-too-long': 'this line is longer than 64 KB',
}

const fileFaults: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EISDIR: 'This is a folder, not a file',
  EACCES: 'This file may not be read',
}

const sizeOf = async (path: string): Promise<number> => {
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    return found.size
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new CommandProblem(`${fileFaults[code] ?? `This file can't be read (${code})`}: ${path}`)
  }
}

/** Where each wanted column stands. Throws CommandProblem for a header that lacks one, or names one twice. */
const readHeader = async <C extends string>(
  path: string,
  header: CsvRecord | undefined,
  { wanted, others }: Columns<C>,
) => {
  if (!header || 'fault' in header)
    throw new CommandProblem(`${basename(path)} has no header: its first line must name ${wanted.join(', ')}.`)
  const names = header.fields.map(name => name.trim().toLowerCase())
  const missing = wanted.filter(column => !names.includes(column))
  if (missing.length > 0)
    throw new CommandProblem(
      `${basename(path)} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}: its first line must name ${wanted.join(', ')}.`,
    )
  const twice = wanted.find(column => names.indexOf(column) !== names.lastIndexOf(column))
  if (twice !== undefined) throw new CommandProblem(`${basename(path)} names the column ${twice} twice: remove one.`)
  return [...wanted, ...others].map(column => [column, names.indexOf(column)] as const)
}

const rowOf = <C extends string>(record: CsvRecord, columns: readonly (readonly [C, number])[]): TableRow<C> => {
  const { line } = record
  if ('fault' in record) return { line, fault: record.fault }
  const { fields } = record
  const values = Object.fromEntries(columns.map(([column, at]) => [column, fields[at] ?? '']))
  return { line, values: values as Record<C, string> }
}

/** Opens a CSV file whose header names the columns in any order; other columns are passed over. Throws CommandProblem. */
export const openTable = async <C extends string>(path: string, columnsOf: Columns<C>): Promise<Table<C>> => {
  const size = await sizeOf(path)
  const records = readRecords(readLines(path))
  const { value: header } = await records.next()
  const columns = await readHeader(path, header, columnsOf).catch(async problem => {
    await records.return(undefined)
    throw problem
  })
  let read = header?.bytesRead ?? 0
  return {
    async *rows() {
      for await (const record of records) {
        read = record.bytesRead
        yield rowOf(record, columns)
      }
      read = size
    },
    share: () => (size === 0 ? 1 : Math.min(1, read / size)),
  }
}
