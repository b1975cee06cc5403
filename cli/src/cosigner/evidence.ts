import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { syncedWrite } from './state-file.ts'

/** Two checkpoints of one log that cannot both be true, each signed by it. */
export interface Contradiction {
  /** The note that this cosigner signed last. */
  readonly remembered: string
  /** The note that it was offered. */
  readonly offered: string
  readonly why: string
}

/** Keeps both, once, for whoever must be shown. Answers where they lie. */
export const keepEvidence = (home: string, { remembered, offered, why }: Contradiction): string => {
  const id = createHash('sha256').update(`${remembered}\n${offered}`).digest('hex').slice(0, 16)
  const folder = join(home, 'evidence', id)
  if (existsSync(join(folder, 'why.txt'))) return folder
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  syncedWrite(join(folder, 'remembered.txt'), remembered)
  syncedWrite(join(folder, 'offered.txt'), offered)
  syncedWrite(join(folder, 'why.txt'), `${new Date().toISOString()} ${why}\n`)
  return folder
}
