import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = resolve(
  process.env['PARS_SHARED_DATA'] ?? resolve(import.meta.dirname, '../../../shared/data'),
  'calibration',
)

/** The tables that the figures were taken from; read in place, absent on most machines. */
export const hasSharedTables = existsSync(folder)

/** The rows of a table by the names of its columns. No table here has a quoted field. */
export const readTable = (name: string): Record<string, string>[] => {
  const [head = '', ...lines] = readFileSync(resolve(folder, name), 'utf8').trim().split(/\r?\n/)
  const columns = head.split(',')
  return lines.map(line => {
    const fields = line.split(',')
    return Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? '']))
  })
}

export const numberIn = (row: Record<string, string> | undefined, column: string): number => Number(row?.[column])
