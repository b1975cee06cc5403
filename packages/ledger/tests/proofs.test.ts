import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  appendToFrontier,
  checkConsistency,
  checkInclusion,
  emptyFrontier,
  hashLeaf,
  proveConsistency,
  proveInclusion,
  type TileReader,
  tilePath,
  treeRoot,
  utf8,
} from '../src/index.ts'
import { sha256 } from '../src/node/index.ts'

const most = 1500
const leaves = Array.from({ length: most }, (_, i) => hashLeaf(sha256, utf8(`entry ${i}`)))

function readerFor(size: number): TileReader {
  const { tiles } = appendToFrontier(sha256, emptyFrontier, leaves.slice(0, size))
  const stored = new Map(tiles.map(tile => [tilePath(tile), tile.bytes]))
  return async address => stored.get(tilePath(address)) ?? Promise.reject(new Error(tilePath(address)))
}

const sizes = fc.integer({ min: 1, max: most })

describe('a proof made from tiles', () => {
  test('of inclusion holds for any entry of any tree, and for no other entry', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, seed, other) => {
        const index = seed % size
        const proof = await proveInclusion(sha256, readerFor(size), { index, size })
        const root = treeRoot(sha256, leaves.slice(0, size))
        const claim = { index, size, leafHash: leaves[index] ?? root, root, proof }
        expect(checkInclusion(sha256, claim)).toEqual({ ok: true })
        expect(checkInclusion(sha256, { ...claim, index: other % size }).ok).toBe(other % size === index)
        expect(checkInclusion(sha256, { ...claim, proof: [...proof, root] }).ok).toBe(false)
        expect(checkInclusion(sha256, { ...claim, proof: proof.slice(1) }).ok).toBe(proof.length === 0)
      }),
      { numRuns: 60 },
    )
  })

  test('of consistency holds for any two sizes, and not when either root is another', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, sizes, async (a, b) => {
        const [size1, size2] = a < b ? [a, b] : [b, a]
        const proof = await proveConsistency(sha256, readerFor(size2), { size1, size2 })
        const root1 = treeRoot(sha256, leaves.slice(0, size1))
        const root2 = treeRoot(sha256, leaves.slice(0, size2))
        const claim = { size1, size2, root1, root2, proof }
        expect(checkConsistency(sha256, claim)).toEqual({ ok: true })
        const foreign = treeRoot(sha256, leaves.slice(1, size1 + 1))
        expect(checkConsistency(sha256, { ...claim, root1: foreign }).ok).toBe(false)
        expect(checkConsistency(sha256, { ...claim, root2: foreign }).ok).toBe(false)
        expect(checkConsistency(sha256, { ...claim, proof: [...proof, root1] }).ok).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  test('from an empty tree is refused, as it proves nothing', () => {
    const root = treeRoot(sha256, leaves.slice(0, 3))
    const claim = { size1: 0, size2: 3, root1: root, root2: root, proof: [] }
    expect(checkConsistency(sha256, claim)).toMatchObject({ fault: 'consistency-size1-zero' })
  })
})
