import { equalBytes } from '../bytes.ts'
import { hashesAtLevel, levelsOf, type TileAddress, tileWidth } from '../tree/tile.ts'
import { hashLength, perfectRoot, type Sha256 } from '../tree/tree-hash.ts'

/**
 * A tree twice: as computed from the entries (`own`) and as the tiles state it (`stored`). Level 0 is kept only where the two
 * differ, so that a whole log fits in memory; the levels above are 1/256 of it.
 */
export class StoredTree {
  readonly size: number
  readonly #sha256: Sha256
  readonly #own: Uint8Array[] = []
  readonly #stored: Uint8Array[] = []
  readonly #leafTiles = new Map<number, { own: Uint8Array; stored: Uint8Array }>()

  constructor(sha256: Sha256, size: number) {
    this.#sha256 = sha256
    this.size = size
    for (let level = 1; level < levelsOf(size); level++) {
      this.#own[level] = new Uint8Array(hashesAtLevel(size, level) * hashLength)
      this.#stored[level] = new Uint8Array(hashesAtLevel(size, level) * hashLength)
    }
  }

  /** Level 0, from left to right. What neither entries nor tile give counts as zeros, which no root agrees with. */
  setLeafTile(address: TileAddress, own: Uint8Array | undefined, stored: Uint8Array | undefined): void {
    const width = address.width * hashLength
    const mine = own ?? new Uint8Array(width)
    const theirs = stored ?? mine
    if (address.width < tileWidth || !equalBytes(mine, theirs)) {
      this.#leafTiles.set(address.index, { own: mine, stored: theirs })
    }
    if (address.width === tileWidth) this.#own[1]?.set(perfectRoot(this.#sha256, mine), address.index * hashLength)
  }

  /** Levels 1 and up, each level whole before the next. */
  setUpperTile(address: TileAddress, stored: Uint8Array | undefined): void {
    const { level, index, width } = address
    const start = index * tileWidth * hashLength
    const own = this.tile('own', level, index)
    this.#stored[level]?.set(stored ?? own, start)
    if (width === tileWidth) this.#own[level + 1]?.set(perfectRoot(this.#sha256, own), index * hashLength)
  }

  /** Bytes of a tile; of level 0 empty where both agree and the tile is full. */
  tile(side: 'own' | 'stored', level: number, index: number): Uint8Array {
    if (level === 0) return this.#leafTiles.get(index)?.[side] ?? new Uint8Array(0)
    const row = side === 'own' ? this.#own[level] : this.#stored[level]
    const start = index * tileWidth * hashLength
    return row?.subarray(start, start + tileWidth * hashLength) ?? new Uint8Array(0)
  }

  /** The hash at a place of level 1 or above, computed from the entries. */
  ownHash(level: number, position: number): Uint8Array {
    return this.#own[level]?.subarray(position * hashLength, (position + 1) * hashLength) ?? new Uint8Array(0)
  }

  /** Whether the entries and the stored tile disagree. */
  differs(level: number, index: number): boolean {
    return !equalBytes(this.tile('own', level, index), this.tile('stored', level, index))
  }

  /** The tiles of level 0 in [from, to) that disagree with their entries. */
  differingLeafTiles(from: number, to: number): number[] {
    return [...this.#leafTiles.keys()].filter(index => index >= from && index < to && this.differs(0, index))
  }
}
