import { equalBytes } from '../bytes.ts'
import { failed, holds, type Verdict } from '../fault.ts'
import { hashLength, hashNode, isTreeSize, type Sha256 } from './tree-hash.ts'

/** The claim that a leaf lies at `index` (from 0) in the tree of this size and root. `proof` goes from the leaf up. */
export type InclusionClaim = {
  readonly index: number
  readonly size: number
  readonly leafHash: Uint8Array
  readonly root: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** RFC 9162 section 2.1.3.2, with every length checked first: the bare algorithm accepts an empty leaf hash. */
export function checkInclusion(sha256: Sha256, claim: InclusionClaim): Verdict {
  const { index, size, leafHash, root, proof } = claim
  if (!isTreeSize(size)) return failed('inclusion-size-invalid')
  if (!isTreeSize(index) || index >= size) return failed('inclusion-index-beyond-size')
  if ([leafHash, root, ...proof].some(hash => hash.length !== hashLength)) return failed('inclusion-hash-length-wrong')
  let hash = leafHash
  let used = 0
  let position = index
  for (let last = size - 1; last > 0; last = Math.floor(last / 2)) {
    const isRight = position % 2 === 1
    // The last node of a row without a sibling goes up as it is and takes nothing from the proof.
    if (isRight || position < last) {
      const sibling = proof[used++]
      if (sibling === undefined) return failed('inclusion-proof-length-wrong')
      hash = isRight ? hashNode(sha256, sibling, hash) : hashNode(sha256, hash, sibling)
    }
    position = Math.floor(position / 2)
  }
  if (used !== proof.length) return failed('inclusion-proof-length-wrong')
  return equalBytes(hash, root) ? holds : failed('inclusion-root-mismatch')
}
