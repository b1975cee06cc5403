import { failed, type Reading, reads } from '../fault.ts'
import { hashLength, isTreeSize } from './tree-hash.ts'

export const tileWidth = 256

/** Where a tile lies. `width` is 1 to 256; below 256 the tile is partial. */
export type TileAddress = { readonly level: number; readonly index: number; readonly width: number }

/** A tile with its bytes: `width` hashes of 32 bytes, one after the other. */
export type Tile = TileAddress & { readonly bytes: Uint8Array }

/** The bytes at an address. A reader may answer a partial tile with the full one; it rejects when neither exists. */
export type TileReader = (address: TileAddress) => Promise<Uint8Array>

/** Path below the log's prefix, as C2SP tlog-tiles says: `tile/0/x001/234`, `tile/1/000.p/17`. */
export function tilePath(address: TileAddress): string {
  return `tile/${address.level}/${indexPath(address)}`
}

/** Path of a bundle of entries: `tile/entries/x001/234`, `tile/entries/000.p/17`. */
export function bundlePath(address: { readonly index: number; readonly width: number }): string {
  return `tile/entries/${indexPath(address)}`
}

function indexPath({ index, width }: { readonly index: number; readonly width: number }): string {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? []
  const path = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/')
  return width === tileWidth ? path : `${path}.p/${width}`
}

/** Reads a tile or bundle path, strictly: one spelling for each address. `level` is undefined for a bundle. */
export function parseTilePath(path: string): Reading<{ level: number | undefined; index: number; width: number }> {
  const match = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path)
  const [, level, groups, width] = match ?? []
  if (level === undefined || groups === undefined) return failed('tile-path-malformed', path)
  const address = {
    level: level === 'entries' ? undefined : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: width === undefined ? tileWidth : Number(width),
  }
  if (width !== undefined && address.width >= tileWidth) return failed('tile-partial-too-wide', path)
  if ((address.level ?? 0) > 63 || !isTreeSize(address.index) || groups.startsWith('x000')) {
    return failed('tile-path-malformed', path)
  }
  return reads(address)
}

/** How many hashes of this level a tree of this size has: floor(size / 256^level). */
export function hashesAtLevel(size: number, level: number): number {
  return Math.floor(size / tileWidth ** level)
}

/** The tile that holds hash number `position` of a level, at its width in a tree of this size. */
export function tileOf(size: number, level: number, position: number): TileAddress {
  const index = Math.floor(position / tileWidth)
  return { level, index, width: Math.min(tileWidth, hashesAtLevel(size, level) - index * tileWidth) }
}

/** Every tile of one level of a tree of this size, left to right, a partial one last. */
export function tilesOfLevel(size: number, level: number): TileAddress[] {
  const count = Math.ceil(hashesAtLevel(size, level) / tileWidth)
  return Array.from({ length: count }, (_, index) => tileOf(size, level, index * tileWidth))
}

/** Number of levels that have a tile in a tree of this size; 0 for an empty tree. */
export function levelsOf(size: number): number {
  let levels = 0
  while (hashesAtLevel(size, levels) > 0) levels++
  return levels
}

/** Takes the hashes an address asks for out of the bytes a reader gave: exactly them, or the full tile they begin. */
export function takeTile(address: TileAddress, bytes: Uint8Array): Reading<Uint8Array> {
  const wanted = address.width * hashLength
  if (bytes.length === wanted) return reads(bytes)
  if (bytes.length === tileWidth * hashLength) return reads(bytes.subarray(0, wanted))
  return failed('tile-length-wrong', `${tilePath(address)} has ${bytes.length} bytes, not ${wanted}`)
}
