import { hashLength, hashNode, rootOfPeaks, type Sha256 } from './tree-hash.ts'

/** All that is needed to follow a tree without keeping its tiles: its size, and the roots of its perfect subtrees, largest first. */
export type Peaks = { readonly size: number; readonly peaks: readonly Uint8Array[] }

export const noPeaks: Peaks = { size: 0, peaks: [] }

/** The tree with these leaf hashes (32 bytes each) added at its end. Never changed in place. */
export function appendToPeaks(sha256: Sha256, tree: Peaks, leafHashes: readonly Uint8Array[]): Peaks {
  const peaks = [...tree.peaks]
  let { size } = tree
  for (const leafHash of leafHashes) {
    if (leafHash.length !== hashLength) throw new RangeError('a leaf hash has 32 bytes')
    let hash = leafHash
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = peaks.pop()
      if (left === undefined) throw new Error('there are fewer peaks than the size says')
      hash = hashNode(sha256, left, hash)
    }
    peaks.push(hash)
    size++
  }
  return { size, peaks }
}

/** The root hash of the tree, 32 bytes. */
export function rootOf(sha256: Sha256, { peaks }: Peaks): Uint8Array {
  return rootOfPeaks(sha256, peaks)
}
