import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Appended,
  appendToFrontier,
  emptyFrontier,
  frontierRoot,
  hashLeaf,
  readFrontier,
  type Tile,
  type TileReader,
  tilePath,
  treeRoot,
  utf8,
} from '../src/index.ts'
import { sha256 } from '../src/node/index.ts'

function leafHashes(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => hashLeaf(sha256, utf8(`entry ${i}`)))
}

function appendInBatches(
  leaves: readonly Uint8Array[],
  batches: readonly number[],
): Appended & { stored: Map<string, Tile> } {
  const stored = new Map<string, Tile>()
  let last: Appended = appendToFrontier(sha256, emptyFrontier, [])
  let taken = 0
  for (const batch of [...batches, leaves.length]) {
    last = appendToFrontier(sha256, last.frontier, leaves.slice(taken, taken + batch))
    taken = Math.min(leaves.length, taken + batch)
    for (const tile of last.tiles) stored.set(tilePath(tile), tile)
  }
  return { ...last, stored }
}

function readerOf(stored: Map<string, Tile>): TileReader {
  return async address => stored.get(tilePath(address))?.bytes ?? Promise.reject(new Error(tilePath(address)))
}

describe('the frontier', () => {
  test('gives the root of the naive tree for any cut into batches', () => {
    fc.assert(
      fc.property(fc.nat(1200), fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 8 }), (count, batches) => {
        const leaves = leafHashes(count)
        const { size, root } = appendInBatches(leaves, batches)
        expect(size).toBe(count)
        expect(root).toEqual(treeRoot(sha256, leaves))
      }),
      { numRuns: 60 },
    )
  })

  test('read back from the stored tiles is the frontier that was written', async () => {
    for (const count of [0, 1, 2, 255, 256, 257, 511, 512, 1000, 65_536, 65_793, 70_000]) {
      const { frontier, stored } = appendInBatches(leafHashes(count), [100, 200, 300])
      const back = await readFrontier(sha256, count, readerOf(stored))
      expect(frontierRoot(sha256, back)).toEqual(frontierRoot(sha256, frontier))
      const more = leafHashes(300)
      expect(appendToFrontier(sha256, back, more)).toEqual(appendToFrontier(sha256, frontier, more))
    }
  })

  test('of 70,000 entries has the tiles that tlog-tiles lists', () => {
    const { stored } = appendInBatches(leafHashes(70_000), [])
    const paths = [...stored.keys()]
    expect(paths.filter(path => path.startsWith('tile/0/') && !path.includes('.p/'))).toHaveLength(273)
    expect(paths.filter(path => path.includes('.p/') || !path.startsWith('tile/0/')).sort()).toEqual([
      'tile/0/273.p/112',
      'tile/1/000',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ])
  })

  test('is not changed by an append that comes to nothing', () => {
    const { frontier } = appendInBatches(leafHashes(300), [])
    const root = frontierRoot(sha256, frontier)
    const copy = structuredClone(frontier)
    appendToFrontier(sha256, frontier, leafHashes(500))
    expect(frontier).toEqual(copy)
    expect(frontierRoot(sha256, frontier)).toEqual(root)
  })

  test('refuses a leaf hash that is not 32 bytes long', () => {
    expect(() => appendToFrontier(sha256, emptyFrontier, [new Uint8Array(31)])).toThrow(RangeError)
  })
})
