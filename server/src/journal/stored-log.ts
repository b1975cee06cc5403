import {
  appendToPeaks,
  type Checkpoint,
  equalBytes,
  frontierRoot,
  hashLeaf,
  type Peaks,
  readFrontier,
  rootOf,
  type TileReader,
} from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import type { Read } from '../db/statement.ts'
import { selectLeaves, selectTile } from './journal.sql.ts'

const leavesAtOnce = 5000

/** Tiles as the database has them now, cut to what an older and smaller tree had of them. */
export const storedTiles =
  (read: Read): TileReader =>
  async ({ level, index, width }) =>
    (await read.find<{ bytes: Buffer }>(selectTile(level, index)))?.bytes.subarray(0, width * 32) ?? new Uint8Array(0)

/** The tree of an earlier size, from the stored tiles. Throws when they do not give the root that it had. */
export const readTreeAt = async (read: Read, { size, root }: Pick<Checkpoint, 'size' | 'root'>): Promise<Peaks> => {
  if (size === 0) return { size, peaks: [] }
  const frontier = await readFrontier(sha256, size, storedTiles(read))
  if (equalBytes(frontierRoot(sha256, frontier), root)) return { size, peaks: frontier.peaks }
  throw new Error(
    `the log does not begin with the ${size} entries that were signed last: it was changed from outside, or another log was put in its place`,
  )
}

/** The tree grown to a size by the leaves as they are stored, read back and hashed again. */
export const growTree = async (read: Read, tree: Peaks, size: number): Promise<Peaks> => {
  let grown = tree
  while (grown.size < size) {
    const rows = await read.rows<{ leaf: Buffer }>(selectLeaves(grown.size, Math.min(leavesAtOnce, size - grown.size)))
    if (rows.length === 0) throw new Error(`entry ${grown.size + 1} is missing in the log`)
    grown = appendToPeaks(
      sha256,
      grown,
      rows.map(row => hashLeaf(sha256, row.leaf)),
    )
  }
  return grown
}

/** Whether a tree has this root. */
export const hasRoot = (tree: Peaks, root: Uint8Array): boolean => equalBytes(rootOf(sha256, tree), root)
