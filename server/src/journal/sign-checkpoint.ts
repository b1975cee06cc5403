import { type Frontier, formatCheckpoint, formatNote, frontierRoot, type NoteSigner, signNote } from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import type { Pool } from 'pg'
import { insertCheckpoint } from './journal.sql.ts'

export interface CheckpointSigner {
  /** Signs the committed tree when there is news and the last signature is old enough. */
  signIfDue(frontier: Frontier | undefined): Promise<void>
}

const spacingMilliseconds = 500

/** Signs at most two checkpoints a second and stores them; one that is due waits for the next tick. */
export const checkpointSigner = (pool: Pool, origin: string, signer: NoteSigner): CheckpointSigner => {
  let signedSize = -1
  let signedAt = 0
  return {
    async signIfDue(frontier) {
      if (!frontier || frontier.size === signedSize || Date.now() - signedAt < spacingMilliseconds) return
      const text = formatCheckpoint({ origin, size: frontier.size, root: frontierRoot(sha256, frontier) })
      const note = formatNote({ text, signatures: [await signNote(text, signer)] })
      const { name, text: sql, values } = insertCheckpoint(frontier.size, note)
      await pool.query({ name, text: sql, values: [...values] })
      signedSize = frontier.size
      signedAt = Date.now()
    },
  }
}
