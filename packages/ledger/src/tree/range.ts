import { hashLength, hashNode, isTreeSize, largestPowerOfTwoBelow, type Sha256, treeRoot } from './tree-hash.ts'

/** All leaf hashes of a range that begins at `first` (from 0), and the subtree roots beside it, from left to right. */
export type RangeClaim = {
  readonly first: number
  readonly size: number
  readonly leafHashes: readonly Uint8Array[]
  readonly proof: readonly Uint8Array[]
}

/** The root that a range and its proof give; undefined when they don't fit the size, or a hash is left over or has another length. */
export function rootOfRange(sha256: Sha256, { first, size, leafHashes, proof }: RangeClaim): Uint8Array | undefined {
  const end = first + leafHashes.length
  if (!isTreeSize(first) || !isTreeSize(size) || leafHashes.length === 0 || end > size) return undefined
  if ([...leafHashes, ...proof].some(hash => hash.length !== hashLength)) return undefined
  let used = 0
  const visit = (start: number, stop: number): Uint8Array | undefined => {
    if (stop <= first || start >= end) return proof[used++]
    if (start >= first && stop <= end) return treeRoot(sha256, leafHashes.slice(start - first, stop - first))
    const split = start + largestPowerOfTwoBelow(stop - start)
    const left = visit(start, split)
    const right = visit(split, stop)
    return left && right && hashNode(sha256, left, right)
  }
  const root = visit(0, size)
  return used === proof.length ? root : undefined
}
