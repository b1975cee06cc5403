import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { canonicalText, type Json } from '@pars/ledger'
import type { Pool } from 'pg'
import { listRows } from '../db/direct.ts'
import { callEndAgain, callReadEndings } from './orders.sql.ts'
import { withoutTimeout } from './without-timeout.ts'

const registerFile = 'register.jsonl'

/** What was ended for good, kept outside the database: a backup that is restored knows nothing of it, and this does. */
export interface EndingRegister {
  /** Writes what the database has ended and the file lacks, and returns when it is on disk. */
  keep(): Promise<number>
  /** Ends again what the file knows and the database does not; answers how many. Before anybody is served. */
  replay(): Promise<number>
}

const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const appendLines = (path: string, lines: readonly string[]): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const isNew = !existsSync(path)
  const handle = openSync(path, 'a', 0o600)
  try {
    // A line that a crash cut off is closed first; it stays unreadable, and its ending is written again.
    const torn = !isNew && !readFileSync(path, 'utf8').endsWith('\n')
    writeSync(handle, `${torn ? '\n' : ''}${lines.join('\n')}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  if (isNew) syncFolder(dirname(path))
}

const isLine = (text: string): boolean => {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

const readLines = (path: string): Set<string> =>
  new Set(existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(isLine) : [])

interface Ending {
  readonly end: string
  readonly proof: string
  readonly of?: string
  readonly at?: string
}

/** A line with the newest one that lifted the same limit or seal; the database decides by its proof whether it did. */
const withLifting = (line: string, lines: Iterable<string>): string => {
  const ending: Ending = JSON.parse(line)
  const [lifted] = [...lines]
    .map((one): Ending => JSON.parse(one))
    .filter(({ of }) => of === ending.proof)
    .sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''))
  return lifted ? JSON.stringify({ ...ending, lifted }) : line
}

const patience = 100
const step = 100

/** What was committed just before has no number yet, and is not destroyed before it has one. */
const endAgain = async (pool: Pool, line: string): Promise<boolean> => {
  const { text, values } = callEndAgain(line)
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { rows } = await withoutTimeout(pool, client => client.query<{ done: boolean }>(text, [...values]))
      return rows[0]?.done === true
    } catch (error) {
      const waits = error instanceof Error && 'code' in error && error.code === 'PA084'
      if (!waits || attempt >= patience) throw error
      await wait(step)
    }
  }
}

/** The register of a folder, for one database. Its lines are keyed hashes of random ids, and agreements by their code. */
export const endingRegister = (pool: Pool, folder: string): EndingRegister => {
  const path = join(folder, registerFile)
  const known = async (): Promise<string[]> => {
    const rows = await listRows<{ line: Json }>(pool, callReadEndings)
    return [...new Set(rows.map(({ line }) => canonicalText(line)))]
  }
  const keep = async (): Promise<number> => {
    const ended = await known()
    const written = readLines(path)
    const missing = ended.filter(line => !written.has(line))
    if (missing.length > 0) appendLines(path, missing)
    return missing.length
  }
  return {
    keep,
    async replay() {
      const ended = new Set(await known())
      let again = 0
      const lines = readLines(path)
      for (const line of lines) {
        if (ended.has(line)) continue
        if (await endAgain(pool, withLifting(line, lines))) again += 1
      }
      await keep()
      return again
    },
  }
}
