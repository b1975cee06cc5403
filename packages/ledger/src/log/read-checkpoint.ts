import type { Reading } from '../fault.ts'
import { failed, reads } from '../fault.ts'
import { type Checkpoint, parseCheckpoint } from '../note/checkpoint.ts'
import { type OpenNote, openNote, type VerifiedSignature, type VerifyEd25519 } from '../note/note.ts'
import { meetsQuorum, type Policy } from '../note/policy.ts'
import type { VerifierKey } from '../note/vkey.ts'
import type { LogSource } from './log-source.ts'

export type CheckpointKeys = {
  readonly verify: VerifyEd25519
  /** The log's own key; its name is the origin that the checkpoint must bear. */
  readonly logKey: VerifierKey
  readonly cosigners?: { readonly keys: readonly VerifierKey[]; readonly quorum: number }
  /** Whose quorum must have cosigned; it says nothing of the log's key. */
  readonly policy?: Policy
}

export type OpenCheckpoint = { readonly checkpoint: Checkpoint; readonly verified: readonly VerifiedSignature[] }

/** Checks the bytes of a checkpoint: signed by the log's key, its origin, cosigned by enough of those who count. */
export async function openCheckpoint(bytes: Uint8Array, trusted: CheckpointKeys): Promise<Reading<OpenCheckpoint>> {
  const { keys, quorum } = trusted.cosigners ?? { keys: [], quorum: 0 }
  const voted = trusted.policy?.cosigners.map(({ key }) => key) ?? []
  const note = await openNote(bytes, [trusted.logKey, ...keys, ...voted], trusted.verify)
  if (!note.ok) return note
  const opened = readSigned(note.value, [trusted.logKey])
  if (!opened.ok) return opened
  const counted = opened.value.verified.filter(({ key }) => key.algorithm === 'cosignature' && keys.includes(key))
  if (counted.length < quorum) return failed('checkpoint-too-few-cosignatures', `${counted.length} of ${quorum}`)
  return trusted.policy === undefined ? opened : readCosigned(opened.value, trusted.policy)
}

/** Checks the bytes of a checkpoint by a policy: signed by one of its logs, cosigned by its quorum. */
export async function openCheckpointByPolicy(
  bytes: Uint8Array,
  policy: Policy,
  verify: VerifyEd25519,
): Promise<Reading<OpenCheckpoint>> {
  const opened = await openUnderPolicy(bytes, policy, verify)
  return opened.ok ? readCosigned(opened.value, policy) : opened
}

/** A checkpoint that one of a policy's logs signed, whoever cosigned it. */
export async function openUnderPolicy(
  bytes: Uint8Array,
  policy: Policy,
  verify: VerifyEd25519,
): Promise<Reading<OpenCheckpoint>> {
  const logs = policy.logs.map(({ key }) => key)
  const cosigners = policy.cosigners.map(({ key }) => key)
  const note = await openNote(bytes, [...logs, ...cosigners], verify)
  return note.ok ? readSigned(note.value, logs) : note
}

function readCosigned(opened: OpenCheckpoint, policy: Policy): Reading<OpenCheckpoint> {
  const cosigners = policy.cosigners.map(({ key }) => key)
  const cosigned = opened.verified.map(({ key }) => key).filter(key => cosigners.includes(key))
  return meetsQuorum(policy, cosigned)
    ? reads(opened)
    : failed('checkpoint-too-few-cosignatures', `${cosigned.length} of ${cosigners.length}, not the quorum`)
}

/** The checkpoint of an opened note, which a log must have signed whose name it bears. */
function readSigned({ text, verified }: OpenNote, logs: readonly VerifierKey[]): Reading<OpenCheckpoint> {
  // A cosignature alone says only that somebody saw this text; the log itself must have signed it.
  const signers = verified.map(({ key }) => key).filter(key => logs.includes(key))
  if (signers.length === 0) return failed('note-no-known-signature')
  const checkpoint = parseCheckpoint(text)
  if (!checkpoint.ok) return checkpoint
  if (!signers.some(({ name }) => name === checkpoint.value.origin)) return failed('checkpoint-origin-wrong')
  return reads({ checkpoint: checkpoint.value, verified })
}

/** Reads and checks a log's checkpoint alone. */
export async function readCheckpoint(source: LogSource, trusted: CheckpointKeys): Promise<Reading<OpenCheckpoint>> {
  const bytes = await source.read('checkpoint')
  return bytes === undefined ? failed('checkpoint-missing') : openCheckpoint(bytes, trusted)
}
