/**
 * SHA-256 of the given bytes, 32 bytes. It must be synchronous and must neither keep nor return its argument:
 * callers reuse the array they pass.
 */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

export const hashLength = 32
export const maxEntryLength = 65_535

const nodeInput = new Uint8Array(65)
nodeInput[0] = 1
const leafInput = new Uint8Array(maxEntryLength + 1)

/** RFC 6962 leaf hash: SHA-256(0x00 || entry). Throws RangeError on an entry over 65,535 bytes. */
export function hashLeaf(sha256: Sha256, entry: Uint8Array): Uint8Array {
  if (entry.length > maxEntryLength) throw new RangeError(`an entry has at most ${maxEntryLength} bytes`)
  leafInput[0] = 0
  leafInput.set(entry, 1)
  return sha256(leafInput.subarray(0, entry.length + 1))
}

/** RFC 6962 interior hash: SHA-256(0x01 || left || right), each child 32 bytes. */
export function hashNode(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  nodeInput.set(left, 1)
  nodeInput.set(right, 33)
  return sha256(nodeInput)
}

/** The root of a tree without entries: SHA-256 of nothing. */
export function emptyRoot(sha256: Sha256): Uint8Array {
  return sha256(new Uint8Array(0))
}

/** Root of the tree over these leaf hashes, straight from the definition in RFC 6962 section 2.1. */
export function treeRoot(sha256: Sha256, leafHashes: readonly Uint8Array[]): Uint8Array {
  const [first] = leafHashes
  if (first === undefined) return emptyRoot(sha256)
  if (leafHashes.length === 1) return first
  const split = largestPowerOfTwoBelow(leafHashes.length)
  const left = treeRoot(sha256, leafHashes.slice(0, split))
  return hashNode(sha256, left, treeRoot(sha256, leafHashes.slice(split)))
}

/**
 * Root of a perfect subtree whose leaves are the concatenated hashes in `hashes`. The number of hashes must be a power of two:
 * a tile or an aligned part of one.
 */
export function perfectRoot(sha256: Sha256, hashes: Uint8Array): Uint8Array {
  if (hashes.length === hashLength) return new Uint8Array(hashes)
  const row = new Uint8Array(hashes.length / 2)
  let source = hashes
  let count = hashes.length / hashLength / 2
  for (;;) {
    for (let i = 0; i < count; i++) {
      nodeInput.set(source.subarray(i * 64, i * 64 + 64), 1)
      row.set(sha256(nodeInput), i * hashLength)
    }
    if (count === 1) return row.slice(0, hashLength)
    source = row
    count /= 2
  }
}

/** Root of a tree given by its peaks: roots of the perfect subtrees of its size, largest first. */
export function rootOfPeaks(sha256: Sha256, peaks: readonly Uint8Array[]): Uint8Array {
  const last = peaks.at(-1)
  if (last === undefined) return emptyRoot(sha256)
  return peaks.slice(0, -1).reduceRight((right, left) => hashNode(sha256, left, right), last)
}

/** Splits concatenated hashes into the peaks that a run of this width has: one for each set bit, largest first. */
export function peaksOf(sha256: Sha256, hashes: Uint8Array): Uint8Array[] {
  const width = hashes.length / hashLength
  const peaks: Uint8Array[] = []
  let start = 0
  for (let span = largestPowerOfTwoBelow(width + 1); start < width; span /= 2) {
    if (width - start < span) continue
    peaks.push(perfectRoot(sha256, hashes.subarray(start * hashLength, (start + span) * hashLength)))
    start += span
  }
  return peaks
}

/** The largest power of two below n, for n > 1. Arithmetic, not bit shifts: sizes go beyond 32 bits. */
export function largestPowerOfTwoBelow(n: number): number {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}

export function isTreeSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
