import { equalBytes } from '../bytes.ts'
import { type FaultName, failed, type Reading, reads } from '../fault.ts'
import { type Checkpoint, parseCheckpoint } from '../note/checkpoint.ts'
import { openNote, parseNote, type VerifyEd25519 } from '../note/note.ts'
import type { VerifierKey } from '../note/vkey.ts'
import { checkConsistency } from '../tree/consistency.ts'
import { emptyRoot, type Sha256 } from '../tree/tree-hash.ts'
import { type AddCheckpoint, parseAddCheckpoint } from './add-checkpoint.ts'

/** The tree that a cosigner last confirmed; size 0 where it never did. */
export type Remembered = { readonly size: number; readonly root: Uint8Array }

export type CosignerMemory = {
  readonly sha256: Sha256
  readonly verify: VerifyEd25519
  /** The logs that this cosigner knows, by their keys, and what it remembers of each. */
  readonly logs: readonly { readonly key: VerifierKey; readonly remembered: Remembered }[]
}

/**
 * What a cosigner answers, by HTTP status. 200: it may sign `text`, after it has remembered the checkpoint durably. 409: its own size.
 * `signed` is there when the log's signature holds: with what is remembered it is evidence, should the two contradict each other.
 */
export type CosigningDecision =
  | { readonly status: 200; readonly checkpoint: Checkpoint; readonly text: string }
  | { readonly status: 409; readonly fault: FaultName; readonly size: number; readonly signed: Checkpoint }
  | {
      readonly status: 400 | 403 | 404 | 422
      readonly fault: FaultName
      readonly detail?: string
      readonly signed?: Checkpoint
    }

/** Decides on the body of an `add-checkpoint` request. It remembers nothing: the caller does, before it answers. */
export async function decideCosigning(memory: CosignerMemory, body: Uint8Array): Promise<CosigningDecision> {
  const request = parseAddCheckpoint(body)
  if (!request.ok) return refused(400, request)
  const note = parseNote(request.value.note)
  if (!note.ok) return refused(400, note)
  const checkpoint = parseCheckpoint(note.value.text)
  if (!checkpoint.ok) return refused(400, checkpoint)
  const log = memory.logs.find(({ key }) => key.name === checkpoint.value.origin)
  if (log === undefined) return { status: 404, fault: 'request-origin-unknown' }
  const signed = await openNote(request.value.note, [log.key], memory.verify)
  if (!signed.ok) return refused(403, signed)
  const { old } = request.value
  if (old > checkpoint.value.size) return { status: 400, fault: 'request-old-size-beyond', signed: checkpoint.value }
  if (old !== log.remembered.size) {
    return { status: 409, fault: 'request-old-size-other', size: log.remembered.size, signed: checkpoint.value }
  }
  const grows = checkGrowth(memory.sha256, { request: request.value, checkpoint: checkpoint.value, ...log })
  if (!grows.ok) return { ...refused(422, grows), signed: checkpoint.value }
  return { status: 200, checkpoint: checkpoint.value, text: note.value.text }
}

type Growth = {
  readonly request: AddCheckpoint
  readonly checkpoint: Checkpoint
  readonly remembered: Remembered
}

/** Whether the new tree begins with the remembered one. */
function checkGrowth(sha256: Sha256, { request, checkpoint, remembered }: Growth): Reading<unknown> {
  const { size, root } = checkpoint
  if (size === 0 && !equalBytes(root, emptyRoot(sha256))) return failed('request-empty-root-wrong')
  if (remembered.size === size && size > 0 && !equalBytes(root, remembered.root))
    return failed('checkpoint-contradicts-known')
  if (remembered.size === 0) return request.proof.length === 0 ? reads(size) : failed('request-proof-not-empty')
  const claim = { size1: remembered.size, size2: size, root1: remembered.root, root2: root, proof: request.proof }
  const verdict = checkConsistency(sha256, claim)
  return verdict.ok ? reads(size) : verdict
}

type Failed = { readonly ok: false; readonly fault: FaultName; readonly detail?: string }

function refused(status: 400 | 403 | 422, { fault, detail }: Failed) {
  return detail === undefined ? { status, fault } : { status, fault, detail }
}
