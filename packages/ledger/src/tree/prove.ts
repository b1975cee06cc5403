import { type TileReader, takeTile, tileOf, tilePath, tileWidth } from './tile.ts'
import { hashLength, hashNode, isTreeSize, largestPowerOfTwoBelow, perfectRoot, type Sha256 } from './tree-hash.ts'

/** Proof that leaf `index` (from 0) is in the tree of this size: sibling hashes from the leaf up. Reads a few tiles. */
export async function proveInclusion(
  sha256: Sha256,
  readTile: TileReader,
  claim: { readonly index: number; readonly size: number },
): Promise<Uint8Array[]> {
  const { index, size } = claim
  if (!isTreeSize(size) || !isTreeSize(index) || index >= size) throw new RangeError('the index lies below the size')
  const tree = treeOver(sha256, readTile, size)
  const proof: Uint8Array[] = []
  for (let start = 0, end = size; end - start > 1; ) {
    const split = start + largestPowerOfTwoBelow(end - start)
    if (index < split) {
      proof.unshift(await tree.rangeRoot(split, end))
      end = split
    } else {
      proof.unshift(await tree.rangeRoot(start, split))
      start = split
    }
  }
  return proof
}

/** Proof that the tree of `size2` begins with the tree of `size1`, 0 < size1 <= size2; empty when both are equal. */
export async function proveConsistency(
  sha256: Sha256,
  readTile: TileReader,
  claim: { readonly size1: number; readonly size2: number },
): Promise<Uint8Array[]> {
  const { size1, size2 } = claim
  if (!isTreeSize(size1) || !isTreeSize(size2) || size1 < 1 || size1 > size2) throw new RangeError('0 < size1 <= size2')
  const tree = treeOver(sha256, readTile, size2)
  const proof: Uint8Array[] = []
  let start = 0
  let end = size2
  while (end !== size1) {
    const split = start + largestPowerOfTwoBelow(end - start)
    if (size1 <= split) {
      proof.unshift(await tree.rangeRoot(split, end))
      end = split
    } else {
      proof.unshift(await tree.rangeRoot(start, split))
      start = split
    }
  }
  if (start !== 0) proof.unshift(await tree.rangeRoot(start, end))
  return proof
}

/**
 * Proof of a whole range, entries `first` to `last` counted from 0: the roots of the largest subtrees left and right of it, from left to
 * right. With the range's own leaf hashes they give the root, so that nothing in between can be missing.
 */
export async function proveRange(
  sha256: Sha256,
  readTile: TileReader,
  claim: { readonly first: number; readonly last: number; readonly size: number },
): Promise<Uint8Array[]> {
  const { first, last, size } = claim
  if (!isTreeSize(first) || !isTreeSize(size) || first > last || last >= size)
    throw new RangeError('first <= last < size')
  const tree = treeOver(sha256, readTile, size)
  const proof: Uint8Array[] = []
  const visit = async (start: number, end: number): Promise<void> => {
    if (end <= first || start > last) proof.push(await tree.rangeRoot(start, end))
    else if (start < first || end > last + 1) {
      const split = start + largestPowerOfTwoBelow(end - start)
      await visit(start, split)
      await visit(split, end)
    }
  }
  await visit(0, size)
  return proof
}

function treeOver(sha256: Sha256, readTile: TileReader, size: number) {
  const tiles = new Map<string, Uint8Array>()
  const hashesOf = async (level: number, position: number): Promise<Uint8Array> => {
    const address = tileOf(size, level, position)
    const path = tilePath(address)
    const known = tiles.get(path)
    if (known !== undefined) return known
    const taken = takeTile(address, await readTile(address))
    if (!taken.ok) throw new Error(`${taken.fault}: ${taken.detail}`)
    tiles.set(path, taken.value)
    return taken.value
  }
  /** Root over leaves [start, end), where start is a multiple of the largest power of two that fits in. */
  const rangeRoot = async (start: number, end: number): Promise<Uint8Array> => {
    const span = end - start
    const split = span > 1 ? largestPowerOfTwoBelow(span) : 1
    if (split * 2 === span || span === 1) return perfect(start, span)
    return hashNode(sha256, await rangeRoot(start, start + split), await rangeRoot(start + split, end))
  }
  const perfect = async (start: number, span: number): Promise<Uint8Array> => {
    let level = 0
    while (tileWidth ** (level + 1) <= span) level++
    const unit = tileWidth ** level
    const position = start / unit
    const from = (position % tileWidth) * hashLength
    const hashes = await hashesOf(level, position)
    return perfectRoot(sha256, hashes.subarray(from, from + (span / unit) * hashLength))
  }
  return { rangeRoot }
}
