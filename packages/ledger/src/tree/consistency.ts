import { equalBytes } from '../bytes.ts'
import { failed, holds, type Verdict } from '../fault.ts'
import { hashLength, hashNode, isTreeSize, type Sha256 } from './tree-hash.ts'

/** The claim that the tree of `size2` and `root2` begins with the tree of `size1` and `root1`. */
export type ConsistencyClaim = {
  readonly size1: number
  readonly size2: number
  readonly root1: Uint8Array
  readonly root2: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/**
 * RFC 9162 section 2.1.4.2, lengths and sizes checked first. An empty first tree is refused: it is a prefix of every tree, so a
 * proof from it would prove nothing; a caller that has seen nothing yet asks for none.
 */
export function checkConsistency(sha256: Sha256, claim: ConsistencyClaim): Verdict {
  const { size1, size2, root1, root2, proof } = claim
  if (!isTreeSize(size1) || !isTreeSize(size2)) return failed('consistency-size-invalid')
  if (size1 === 0) return failed('consistency-size1-zero')
  if (size2 < size1) return failed('consistency-size2-smaller')
  if ([root1, root2, ...proof].some(hash => hash.length !== hashLength)) return failed('consistency-hash-length-wrong')
  if (size1 === size2) {
    if (proof.length > 0) return failed('consistency-proof-length-wrong')
    return equalBytes(root1, root2) ? holds : failed('consistency-root2-mismatch')
  }
  return checkGrown(sha256, claim)
}

function checkGrown(sha256: Sha256, { size1, size2, root1, root2, proof }: ConsistencyClaim): Verdict {
  let position = size1 - 1
  let last = size2 - 1
  while (position % 2 === 1) {
    position = (position - 1) / 2
    last = Math.floor(last / 2)
  }
  // A first tree that is perfect is itself the node to start from, and the proof leaves it out.
  const hashes = position === 0 ? [root1, ...proof] : proof
  const [start, ...path] = hashes
  if (start === undefined) return failed('consistency-proof-length-wrong')
  let hash1 = start
  let hash2 = start
  for (const hash of path) {
    if (last === 0) return failed('consistency-proof-length-wrong')
    if (position % 2 === 1 || position === last) {
      hash1 = hashNode(sha256, hash, hash1)
      hash2 = hashNode(sha256, hash, hash2)
      while (position % 2 === 0 && position !== 0) {
        position /= 2
        last = Math.floor(last / 2)
      }
    } else {
      hash2 = hashNode(sha256, hash2, hash)
    }
    position = Math.floor(position / 2)
    last = Math.floor(last / 2)
  }
  if (last !== 0) return failed('consistency-proof-length-wrong')
  if (!equalBytes(hash1, root1)) return failed('consistency-root1-mismatch')
  return equalBytes(hash2, root2) ? holds : failed('consistency-root2-mismatch')
}
