import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** The newest checkpoint that was signed, outside the database: a database that was put back cannot put this back with it. */
export interface SignedFile {
  /** The note; undefined where none was ever kept. */
  read(): string | undefined
  /** On disk when it returns. */
  keep(note: string): void
}

const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** One file for each log, so that two cities of one home keep theirs apart. */
export const signedFile = (folder: string, origin: string): SignedFile => {
  const name = createHash('sha256').update(origin).digest('hex').slice(0, 16)
  const file = join(folder, `signed-${name}.txt`)
  return {
    read: () => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
    keep(note) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const handle = openSync(`${file}.part`, 'w', 0o600)
      writeSync(handle, note)
      fsyncSync(handle)
      closeSync(handle)
      renameSync(`${file}.part`, file)
      syncFolder(folder)
    },
  }
}
