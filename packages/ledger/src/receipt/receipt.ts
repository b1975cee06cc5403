import { utf8 } from '../bytes.ts'
import { failed, type Reading, reads } from '../fault.ts'
import { canonicalJson, parseCanonicalJson } from '../leaf/canonical-json.ts'
import { type Leaf, parseLeaf } from '../leaf/leaf.ts'
import { checkOpening, formatOpening, parseOpening } from '../leaf/opening.ts'
import type { SlotOpening } from '../leaf/slots.ts'
import { type CheckpointKeys, type OpenCheckpoint, openCheckpoint } from '../log/read-checkpoint.ts'
import { checkInclusion } from '../tree/inclusion.ts'
import { hashLeaf, type Sha256 } from '../tree/tree-hash.ts'
import { formatTlogProof, parseTlogProof, type TlogProof } from './tlog-proof.ts'

export const receiptFormat = 'pars-receipt-1'

/** A leaf with its proof, and the slots that its holder may see. */
export type Receipt = Omit<TlogProof, 'extra'> & {
  /** The leaf's bytes as text. */
  readonly leaf: string
  readonly openings: readonly SlotOpening[]
}

/** A receipt that holds. `entry` counts from 1. */
export type CheckedReceipt = OpenCheckpoint & {
  readonly entry: number
  readonly leaf: Leaf
  readonly openings: readonly SlotOpening[]
}

/** A receipt as a file: a tlog-proof whose `extra` is the leaf with its openings. */
export function formatReceipt({ leaf, openings, ...proof }: Receipt): string {
  const extra = canonicalJson({ format: receiptFormat, leaf, openings: openings.map(formatOpening) })
  return formatTlogProof({ ...proof, extra })
}

/** Takes a receipt apart, nothing checked. */
export function parseReceipt(bytes: Uint8Array): Reading<Receipt> {
  const proof = parseTlogProof(bytes)
  if (!proof.ok) return proof
  const { extra, ...place } = proof.value
  const said = extra === undefined ? failed('receipt-malformed', 'extra') : parseCanonicalJson(extra)
  if (!said.ok) return said
  const { format, leaf, openings, ...rest } = Object(said.value) as { readonly [member: string]: unknown }
  if (format !== receiptFormat || typeof leaf !== 'string' || !Array.isArray(openings) || Object.keys(rest).length > 0)
    return failed('receipt-malformed', 'extra')
  const opened: SlotOpening[] = []
  for (const json of openings) {
    const opening = parseOpening(json)
    if (!opening.ok) return opening
    opened.push(opening.value)
  }
  return reads({ ...place, leaf, openings: opened })
}

/** Checks a whole receipt: leaf, signatures on the checkpoint, the way from one to the other, and each slot laid open. */
export async function checkReceipt(
  sha256: Sha256,
  bytes: Uint8Array,
  trusted: CheckpointKeys,
): Promise<Reading<CheckedReceipt>> {
  const receipt = parseReceipt(bytes)
  if (!receipt.ok) return receipt
  const { index, hashes, checkpoint, openings } = receipt.value
  const leafBytes = utf8(receipt.value.leaf)
  const leaf = parseLeaf(leafBytes)
  if (!leaf.ok) return leaf
  const opened = await openCheckpoint(utf8(checkpoint), trusted)
  if (!opened.ok) return opened
  const { size, root } = opened.value.checkpoint
  const claim = { index, size, root, leafHash: hashLeaf(sha256, leafBytes), proof: hashes }
  const included = checkInclusion(sha256, claim)
  if (!included.ok) return included
  for (const opening of openings) {
    const verdict = checkOpening(sha256, leafBytes, opening)
    if (!verdict.ok) return verdict
  }
  return reads({ ...opened.value, entry: index + 1, leaf: leaf.value, openings })
}
