import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** Real public files that are read in place and never copied in; undefined where this machine has none. */
export const findSharedFile = (name: string): string | undefined => {
  const folder = process.env['PARS_SHARED_DATA'] ?? resolve(import.meta.dirname, '../../../shared/data')
  const file = resolve(folder, name)
  return existsSync(file) ? file : undefined
}
