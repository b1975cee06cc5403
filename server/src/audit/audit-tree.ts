import {
  appendToFrontier,
  emptyFrontier,
  equalBytes,
  type Frontier,
  frontierRoot,
  hashLeaf,
  openNote,
  parseCheckpoint,
  type Tile,
  type VerifierKey,
} from '@pars/ledger'
import { sha256, verifyEd25519 } from '@pars/ledger/node'
import type { Read } from '../db/statement.ts'
import { selectCheckpointsFrom, selectTilesIn } from './audit.sql.ts'
import type { Findings } from './findings.ts'

/** A checkpoint whose root the entries must give; `from` says whose copy it is, null of one in the database. */
export interface ExpectedRoot {
  readonly size: number
  readonly root: Uint8Array
  readonly from: string | null
}
interface Differing {
  readonly entry: number
  readonly own: string
  readonly stored: string
}
interface StoredTile {
  index: number
  width: number
  bytes: Buffer
}

/** The tree as the stored leaves give it, beside the tree as the stored tiles of level 0 say it is. */
export interface TreeAudit {
  readonly size: number
  /** Takes the next leaves; undefined is one that is gone, for which its hash in the tile stands. */
  append(leaves: readonly (Uint8Array | undefined)[]): Promise<readonly Uint8Array[]>
  /** Compares what is left, and names what differs. Where no checkpoint tells which of leaf and tile was changed, the head's root does. */
  finish(headRoot: Uint8Array | null): Promise<Frontier>
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const pageOfCheckpoints = 2000

/** Stored checkpoints, oldest first, read as they are needed; each is opened under the log's key once. */
const createCheckpointReader = (read: Read, key: VerifierKey, findings: Findings) => {
  let page: { size: number; note: string }[] = []
  let last = 0
  let isEnd = false
  const next = async (): Promise<{ size: number; note: string } | undefined> => {
    if (page.length === 0 && !isEnd) {
      page = await read.rows(selectCheckpointsFrom(last, pageOfCheckpoints))
      isEnd = page.length < pageOfCheckpoints
      last = page.at(-1)?.size ?? last
    }
    return page[0]
  }
  const open = async ({ size, note }: { size: number; note: string }): Promise<ExpectedRoot | undefined> => {
    const opened = await openNote(Buffer.from(note, 'utf8'), [key], verifyEd25519)
    const at = { entry: size, table: 'journal.checkpoint', row: String(size) }
    if (!opened.ok) {
      const isSigned = opened.fault === 'note-known-key-bad-signature' || opened.fault === 'note-no-known-signature'
      findings.add(isSigned ? 'checkpoint-signature-wrong' : 'checkpoint-malformed', at)
      return undefined
    }
    const checkpoint = parseCheckpoint(opened.value.text)
    if (!checkpoint.ok || checkpoint.value.origin !== key.name || checkpoint.value.size !== size) {
      findings.add('checkpoint-malformed', at)
      return undefined
    }
    return { size, root: checkpoint.value.root, from: null }
  }
  return {
    /** Those of at most this size that come next. */
    async upTo(size: number): Promise<ExpectedRoot[]> {
      const found: ExpectedRoot[] = []
      for (let one = await next(); one !== undefined && one.size <= size; one = await next()) {
        page.shift()
        const expected = await open(one)
        if (expected) found.push(expected)
      }
      return found
    },
  }
}

const keyOf = ({ level, index }: { level: number; index: number }): string => `${level}/${index}`

/** A tile as the leaves give it, and as the stored hashes of level 0 give it: a changed leaf alone is no changed tile. */
interface PendingTile extends Tile {
  readonly byTiles: Uint8Array
}

/** Compares tiles with the stored ones, level by level. */
const compareTiles = async (read: Read, tiles: readonly PendingTile[], findings: Findings): Promise<void> => {
  const levels = Map.groupBy(tiles, tile => tile.level)
  for (const [level, own] of levels) {
    const indexes = own.map(tile => tile.index)
    const rows = await read.rows<StoredTile & { [column: string]: unknown }>(
      selectTilesIn(level, Math.min(...indexes), Math.max(...indexes)),
    )
    const stored = new Map(rows.map(row => [row.index, row]))
    for (const tile of own) {
      const row = stored.get(tile.index)
      const at = { table: 'journal.tile', row: `${level}/${tile.index}` }
      if (row === undefined) findings.add('tile-missing', at)
      else if (row.width !== tile.width) findings.add('tile-altered', at)
      else if (level > 0 && !equalBytes(row.bytes, tile.bytes) && !equalBytes(row.bytes, tile.byTiles))
        findings.add('tile-altered', at)
    }
  }
}

/**
 * Where leaf and tile differ, the signed root decides which of them was changed; what moved to another number is told from what was
 * written anew.
 */
const nameDiffering = (
  { differing, gone }: { differing: readonly Differing[]; gone: ReadonlyMap<string, number> },
  tilesHold: boolean,
  findings: Findings,
): void => {
  const places = new Map([...gone, ...differing.map(one => [one.stored, one.entry] as const)])
  for (const { entry, own } of differing) {
    const from = places.get(own)
    if (!tilesHold)
      findings.add('tile-altered', { entry, table: 'journal.tile', row: `0/${Math.floor((entry - 1) / 256)}` })
    else if (from !== undefined) findings.add('place-moved', { entry, detail: `the entry of number ${from}` })
    else findings.add('leaf-altered', { entry })
  }
}

interface TreeOptions {
  readonly key: VerifierKey
  readonly known: readonly ExpectedRoot[]
  readonly findings: Findings
}

export const createTreeAudit = (read: Read, { key, known, findings }: TreeOptions): TreeAudit => {
  const checkpoints = createCheckpointReader(read, key, findings)
  const pending = new Map<string, PendingTile>()
  const differing: Differing[] = []
  /** Where the tiles have an entry that is gone from its place. */
  const gone = new Map<string, number>()
  const waiting = [...known].sort((one, two) => one.size - two.size)
  let own: Frontier = emptyFrontier
  let byTiles: Frontier = emptyFrontier
  let wrongRoots: (ExpectedRoot & { byTiles: boolean })[] = []
  let differs = false

  const storedHashes = async (from: number, count: number): Promise<(Uint8Array | undefined)[]> => {
    const rows = await read.rows<StoredTile & { [column: string]: unknown }>(
      selectTilesIn(0, Math.floor(from / 256), Math.floor((from + count - 1) / 256)),
    )
    const tiles = new Map(rows.map(row => [row.index, row.bytes]))
    return Array.from({ length: count }, (_, i) => {
      const bytes = tiles.get(Math.floor((from + i) / 256))
      const at = ((from + i) % 256) * 32
      return bytes && bytes.length >= at + 32 ? bytes.subarray(at, at + 32) : undefined
    })
  }
  const grow = async (hashes: readonly Uint8Array[], stored: readonly Uint8Array[]): Promise<void> => {
    const appended = appendToFrontier(sha256, own, hashes)
    own = appended.frontier
    const beside = differs ? appendToFrontier(sha256, byTiles, stored) : appended
    byTiles = beside.frontier
    // Both grow by the same number, so they give the same tiles in the same order.
    for (const [i, tile] of appended.tiles.entries())
      pending.set(keyOf(tile), { ...tile, byTiles: beside.tiles[i]?.bytes ?? tile.bytes })
    const whole = [...pending.values()].filter(tile => tile.width === 256)
    for (const tile of whole) pending.delete(keyOf(tile))
    await compareTiles(read, whole, findings)
  }
  const expect = (expected: ExpectedRoot): void => {
    if (equalBytes(frontierRoot(sha256, own), expected.root)) return
    wrongRoots.push({ ...expected, byTiles: equalBytes(frontierRoot(sha256, byTiles), expected.root) })
  }
  return {
    get size() {
      return own.size
    },
    async append(leaves) {
      const from = own.size
      const stored = await storedHashes(from, leaves.length)
      const hashes = leaves.map((leaf, i) => (leaf ? hashLeaf(sha256, leaf) : (stored[i] ?? new Uint8Array(32))))
      hashes.forEach((hash, i) => {
        const there = stored[i]
        if (there && leaves[i] === undefined) gone.set(hex(there), from + i + 1)
        if (there === undefined || equalBytes(there, hash)) return
        if (!differs) byTiles = own
        differs = true
        differing.push({ entry: from + i + 1, own: hex(hash), stored: hex(there) })
      })
      const roots = [...(await checkpoints.upTo(from + leaves.length))]
      while (waiting[0] !== undefined && waiting[0].size <= from + leaves.length) roots.push(...waiting.splice(0, 1))
      let done = 0
      for (const root of roots.sort((one, two) => one.size - two.size)) {
        const until = root.size - from
        if (until > done)
          await grow(
            hashes.slice(done, until),
            hashes.slice(done, until).map((h, i) => stored[done + i] ?? h),
          )
        done = Math.max(done, until)
        expect(root)
      }
      if (done < hashes.length)
        await grow(
          hashes.slice(done),
          hashes.slice(done).map((h, i) => stored[done + i] ?? h),
        )
      return hashes
    },
    async finish(headRoot) {
      await compareTiles(read, [...pending.values()], findings)
      for (const beyond of await checkpoints.upTo(Number.MAX_SAFE_INTEGER))
        findings.add('checkpoint-beyond-log', {
          entry: beyond.size,
          table: 'journal.checkpoint',
          row: String(beyond.size),
        })
      for (const beyond of waiting)
        findings.add('known-checkpoint-beyond-log', { entry: beyond.size, row: beyond.from })
      const isByHead = headRoot !== null && equalBytes(headRoot, frontierRoot(sha256, byTiles))
      const tilesHold = wrongRoots.some(one => one.byTiles) || (wrongRoots.length === 0 && isByHead)
      nameDiffering({ differing, gone }, tilesHold, findings)
      // What a changed leaf explains, a leaf's own fault names; a root that neither leaves nor tiles give is a rewritten or forged one.
      wrongRoots = wrongRoots.filter(one => !one.byTiles)
      for (const { size, from } of wrongRoots)
        findings.add(from === null ? 'checkpoint-contradicted' : 'known-checkpoint-contradicted', {
          entry: size,
          ...(from === null ? { table: 'journal.checkpoint', row: String(size) } : { row: from }),
        })
      return tilesHold ? byTiles : own
    },
  }
}
