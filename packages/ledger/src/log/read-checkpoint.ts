import type { Reading } from '../fault.ts'
import { failed, reads } from '../fault.ts'
import { type Checkpoint, parseCheckpoint } from '../note/checkpoint.ts'
import { openNote, type VerifiedSignature, type VerifyEd25519 } from '../note/note.ts'
import type { VerifierKey } from '../note/vkey.ts'
import type { LogSource } from './log-source.ts'

export type CheckpointKeys = {
  readonly verify: VerifyEd25519
  /** The log's own key; its name is the origin that the checkpoint must bear. */
  readonly logKey: VerifierKey
  readonly cosigners?: { readonly keys: readonly VerifierKey[]; readonly quorum: number }
}

export type OpenCheckpoint = { readonly checkpoint: Checkpoint; readonly verified: readonly VerifiedSignature[] }

/** Checks the bytes of a checkpoint: signed by the log's key, its origin, cosigned by enough of those who count. */
export async function openCheckpoint(bytes: Uint8Array, trusted: CheckpointKeys): Promise<Reading<OpenCheckpoint>> {
  const { keys, quorum } = trusted.cosigners ?? { keys: [], quorum: 0 }
  const note = await openNote(bytes, [trusted.logKey, ...keys], trusted.verify)
  if (!note.ok) return note
  const { text, verified } = note.value
  // A cosignature alone says only that somebody saw this text; the log itself must have signed it.
  if (!verified.some(({ key }) => key === trusted.logKey)) return failed('note-no-known-signature')
  const checkpoint = parseCheckpoint(text)
  if (!checkpoint.ok) return checkpoint
  if (checkpoint.value.origin !== trusted.logKey.name) return failed('checkpoint-origin-wrong')
  const counted = verified.filter(({ key }) => key.algorithm === 'cosignature' && keys.includes(key))
  if (counted.length < quorum) return failed('checkpoint-too-few-cosignatures', `${counted.length} of ${quorum}`)
  return reads({ checkpoint: checkpoint.value, verified })
}

/** Reads and checks a log's checkpoint alone. */
export async function readCheckpoint(source: LogSource, trusted: CheckpointKeys): Promise<Reading<OpenCheckpoint>> {
  const bytes = await source.read('checkpoint')
  return bytes === undefined ? failed('checkpoint-missing') : openCheckpoint(bytes, trusted)
}
