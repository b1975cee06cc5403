import {
  hashesAtLevel,
  levelsOf,
  type Tile,
  type TileAddress,
  type TileReader,
  takeTile,
  tileOf,
  tileWidth,
} from './tile.ts'
import { hashLength, hashNode, isTreeSize, peaksOf, rootOfPeaks, type Sha256 } from './tree-hash.ts'

/**
 * The right edge of a tree, all that is needed to go on building it. `peaks` are the roots of its perfect subtrees, largest first;
 * `partials[level]` are the bytes of the partial tile of that level (empty where there is none). Never changed in place, so the
 * caller still holds the old one when its commit fails.
 */
export type Frontier = {
  readonly size: number
  readonly peaks: readonly Uint8Array[]
  readonly partials: readonly Uint8Array[]
}

/** What an append gives: the new edge, its size and root, and each tile that is new, full ones and the partial ones of this size. */
export type Appended = {
  readonly frontier: Frontier
  readonly size: number
  readonly root: Uint8Array
  readonly tiles: readonly Tile[]
}

export const emptyFrontier: Frontier = { size: 0, peaks: [], partials: [] }

/** The root hash of the tree that ends at this edge, 32 bytes. */
export function frontierRoot(sha256: Sha256, frontier: Frontier): Uint8Array {
  return rootOfPeaks(sha256, frontier.peaks)
}

/** Appends leaf hashes (32 bytes each, see `hashLeaf`) in order. About one hash computation a leaf. */
export function appendToFrontier(sha256: Sha256, frontier: Frontier, leafHashes: readonly Uint8Array[]): Appended {
  const tiles: Tile[] = []
  const peaks = [...frontier.peaks]
  const edges = frontier.partials.map(openEdge)
  let size = frontier.size
  const push = (level: number, hash: Uint8Array) => {
    const edge = edges[level] ?? openEdge(new Uint8Array(0))
    edges[level] = edge
    edge.bytes.set(hash, edge.width * hashLength)
    edge.width++
    edge.touched = true
    if (edge.width < tileWidth) return
    const index = Math.floor(size / tileWidth ** (level + 1))
    tiles.push({ level, index, width: tileWidth, bytes: edge.bytes })
    edges[level] = openEdge(new Uint8Array(0))
  }
  for (const leafHash of leafHashes) {
    if (leafHash.length !== hashLength) throw new RangeError('a leaf hash has 32 bytes')
    push(0, leafHash)
    let hash = leafHash
    let height = 0
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
      hash = hashNode(sha256, peaks.pop() ?? missing(), hash)
      height++
      if (height % 8 === 0) push(height / 8, hash)
    }
    peaks.push(hash)
    size++
  }
  const partials = edges.map(edge => edge.bytes.slice(0, edge.width * hashLength))
  for (const [level, bytes] of partials.entries()) {
    if (bytes.length === 0 || edges[level]?.touched !== true) continue
    tiles.push({ ...tileOf(size, level, hashesAtLevel(size, level) - 1), bytes })
  }
  const next = { size, peaks, partials }
  return { frontier: next, size, root: frontierRoot(sha256, next), tiles }
}

/**
 * Reads the edge of a stored tree of this size back from its partial tiles. The caller must compare `frontierRoot` with the root it
 * last committed: tiles prove nothing by themselves. Throws when a tile is missing or has a wrong length.
 */
export async function readFrontier(sha256: Sha256, size: number, readTile: TileReader): Promise<Frontier> {
  if (!isTreeSize(size)) throw new RangeError('a tree size is a whole number')
  const partials: Uint8Array[] = []
  const peaks: Uint8Array[] = []
  for (let level = levelsOf(size) - 1; level >= 0; level--) {
    const address = edgeTile(size, level)
    const bytes = address === undefined ? new Uint8Array(0) : await readPartial(address, readTile)
    partials[level] = bytes
    peaks.push(...peaksOf(sha256, bytes))
  }
  return { size, peaks, partials }
}

/** The partial tile at the right edge of a level; undefined where the level ends with a full tile. */
export function edgeTile(size: number, level: number): TileAddress | undefined {
  const width = hashesAtLevel(size, level) % tileWidth
  return width === 0 ? undefined : tileOf(size, level, hashesAtLevel(size, level) - 1)
}

async function readPartial(address: TileAddress, readTile: TileReader): Promise<Uint8Array> {
  const taken = takeTile(address, await readTile(address))
  if (!taken.ok) throw new Error(`${taken.fault}: ${taken.detail}`)
  return new Uint8Array(taken.value)
}

function openEdge(bytes: Uint8Array): { bytes: Uint8Array; width: number; touched: boolean } {
  const room = new Uint8Array(tileWidth * hashLength)
  room.set(bytes)
  return { bytes: room, width: bytes.length / hashLength, touched: false }
}

function missing(): never {
  throw new Error('the frontier has fewer peaks than its size says')
}
