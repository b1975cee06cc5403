import type { LogFault } from '../fault.ts'
import type { Leaf } from '../leaf/leaf.ts'
import type { Checkpoint } from '../note/checkpoint.ts'
import type { VerifiedSignature, VerifyEd25519 } from '../note/note.ts'
import type { Policy } from '../note/policy.ts'
import type { VerifierKey } from '../note/vkey.ts'
import { checkConsistency } from '../tree/consistency.ts'
import { proveConsistency } from '../tree/prove.ts'
import type { Sha256 } from '../tree/tree-hash.ts'
import { type LogSource, tileReader } from './log-source.ts'
import { readCheckpoint } from './read-checkpoint.ts'
import { scanLog } from './scan-log.ts'
import { nameDamage } from './tree-damage.ts'

export type VerifyLogOptions = {
  readonly sha256: Sha256
  readonly verify: VerifyEd25519
  /** The log's own key; its name is the origin that the checkpoint must bear. */
  readonly logKey: VerifierKey
  /** Cosigners that count and how many of them must have signed; without it none is asked for. */
  readonly cosigners?: { readonly keys: readonly VerifierKey[]; readonly quorum: number }
  /** Whose quorum must have cosigned. */
  readonly policy?: Policy
  /** A checkpoint believed earlier: the log must still begin with that tree. */
  readonly known?: Checkpoint
  /** Called for each entry that is a well-formed leaf, in order: to count, to search. Its tree may still turn out false. */
  readonly onLeaf?: (leaf: Leaf, entry: number, bytes: Uint8Array) => void
  /** After this many faults the rest is not listed (default 1,000). */
  readonly maxFaults?: number
}

export type LogReport = {
  readonly ok: boolean
  readonly checkpoint?: Checkpoint
  readonly verified: readonly VerifiedSignature[]
  /** By entry number. */
  readonly faults: readonly LogFault[]
  /** More faults than listed. */
  readonly truncated: boolean
}

/**
 * Checks a whole log: the signature on its checkpoint, every entry's form, the votes behind every agreement, the tree recomputed
 * from the entries against the stored tiles and the signed root. Names each damaged entry or file. Throws only when the source
 * cannot be read at all.
 */
export async function verifyLog(source: LogSource, options: VerifyLogOptions): Promise<LogReport> {
  const opened = await readCheckpoint(source, options)
  if (!opened.ok) {
    const fault = { name: opened.fault, path: 'checkpoint', ...(opened.detail ? { detail: opened.detail } : {}) }
    return { ok: false, verified: [], faults: [fault], truncated: false }
  }
  const { checkpoint, verified } = opened.value
  const faults: LogFault[] = []
  const maxFaults = options.maxFaults ?? 1000
  const report = (fault: LogFault) => {
    if (faults.length <= maxFaults) faults.push(fault)
  }
  const tree = await scanLog(source, { ...options, size: checkpoint.size, report })
  for (const fault of nameDamage(options.sha256, tree, checkpoint.root)) report(fault)
  if (options.known !== undefined && faults.length === 0) {
    const fault = await checkKnown(source, options.sha256, checkpoint, options.known)
    if (fault !== undefined) report(fault)
  }
  const listed = faults.slice(0, maxFaults).sort((a, b) => (a.entry ?? 0) - (b.entry ?? 0))
  return { ok: faults.length === 0, checkpoint, verified, faults: listed, truncated: faults.length > maxFaults }
}

/** The tiles are known to be good here, so a proof made of them must connect the two roots. */
async function checkKnown(
  source: LogSource,
  sha256: Sha256,
  now: Checkpoint,
  known: Checkpoint,
): Promise<LogFault | undefined> {
  if (known.origin !== now.origin) return { name: 'checkpoint-contradicts-known', path: 'checkpoint', detail: 'origin' }
  if (known.size > now.size) return { name: 'checkpoint-older-than-known', path: 'checkpoint' }
  if (known.size === 0) return undefined
  const sizes = { size1: known.size, size2: now.size }
  const proof = await proveConsistency(sha256, tileReader(source), sizes)
  const verdict = checkConsistency(sha256, { ...sizes, root1: known.root, root2: now.root, proof })
  if (verdict.ok) return undefined
  return { name: 'checkpoint-contradicts-known', path: 'checkpoint', entry: 1, through: known.size }
}
