import { equalBytes } from '../bytes.ts'
import type { LogFault } from '../fault.ts'
import { edgeTile } from '../tree/frontier.ts'
import { hashesAtLevel, levelsOf, type TileAddress, tileOf, tilePath, tileWidth } from '../tree/tile.ts'
import { hashLength, peaksOf, perfectRoot, rootOfPeaks, type Sha256 } from '../tree/tree-hash.ts'
import type { StoredTree } from './stored-tree.ts'

/**
 * Names what was damaged, entries or tiles, by going down from the signed root: a tile whose hashes give a hash already known to
 * be true is itself true, and what disagrees with it below is not. Nothing when entries, tiles and root agree.
 */
export function* nameDamage(sha256: Sha256, tree: StoredTree, root: Uint8Array): Generator<LogFault> {
  const edges: TileAddress[] = []
  for (let level = levelsOf(tree.size) - 1; level >= 0; level--) {
    const edge = edgeTile(tree.size, level)
    if (edge !== undefined) edges.push(edge)
  }
  const sides = findTrueSides(sha256, tree, edges, root)
  if (sides === undefined) {
    yield { name: 'root-mismatch', path: 'checkpoint', ...(tree.size > 0 ? { entry: 1, through: tree.size } : {}) }
    return
  }
  for (const [i, edge] of edges.entries()) {
    const side = sides[i] ?? 'own'
    if (side === 'own' && tree.differs(edge.level, edge.index)) yield* alteredTile(tree, edge)
    const truth = tree.tile(side, edge.level, edge.index)
    for (let at = 0; at < edge.width; at++) {
      const hash = truth.subarray(at * hashLength, (at + 1) * hashLength)
      yield* descend(sha256, tree, { level: edge.level, position: edge.index * tileWidth + at, hash })
    }
  }
}

/** For each tile of the right edge, whether the entries or the stored bytes are true; undefined if no choice gives the signed root. */
function findTrueSides(sha256: Sha256, tree: StoredTree, edges: readonly TileAddress[], root: Uint8Array) {
  const peaks = edges.map(({ level, index }) => ({
    own: peaksOf(sha256, tree.tile('own', level, index)),
    stored: peaksOf(sha256, tree.tile('stored', level, index)),
  }))
  for (let choice = 0; choice < 2 ** edges.length; choice++) {
    const sides = edges.map((_, i) => (Math.floor(choice / 2 ** i) % 2 === 0 ? ('own' as const) : ('stored' as const)))
    const chosen = peaks.flatMap((peak, i) => peak[sides[i] ?? 'own'])
    if (equalBytes(rootOfPeaks(sha256, chosen), root)) return sides
  }
  return undefined
}

type Node = { readonly level: number; readonly position: number; readonly hash: Uint8Array }

/** Goes down from a hash known to be true. */
function* descend(sha256: Sha256, tree: StoredTree, node: Node): Generator<LogFault> {
  if (node.level === 0) {
    const at = (node.position % tileWidth) * hashLength
    const own = tree.tile('own', 0, Math.floor(node.position / tileWidth)).subarray(at, at + hashLength)
    if (!equalBytes(own, node.hash)) yield { name: 'entry-altered', entry: node.position + 1 }
    return
  }
  const level = node.level - 1
  const index = node.position
  if (equalBytes(tree.ownHash(node.level, node.position), node.hash)) {
    yield* alteredTilesBelow(tree, node)
    return
  }
  const stored = tree.tile('stored', level, index)
  if (stored.length === tileWidth * hashLength && equalBytes(perfectRoot(sha256, stored), node.hash)) {
    for (let at = 0; at < tileWidth; at++) {
      const hash = stored.subarray(at * hashLength, (at + 1) * hashLength)
      yield* descend(sha256, tree, { level, position: index * tileWidth + at, hash })
    }
    return
  }
  const span = tileWidth ** node.level
  const entry = node.position * span + 1
  yield { name: 'entries-altered', entry, through: entry + span - 1, path: tilePath(tileOf(tree.size, level, index)) }
}

/** Under a node whose entries are all true, every tile that differs is false. */
function* alteredTilesBelow(tree: StoredTree, node: Node): Generator<LogFault> {
  for (let level = node.level - 1; level >= 1; level--) {
    const span = tileWidth ** (node.level - 1 - level)
    for (let index = node.position * span; index < (node.position + 1) * span; index++) {
      if (tree.differs(level, index)) yield* alteredTile(tree, tileOf(tree.size, level, index * tileWidth))
    }
  }
  const span = tileWidth ** (node.level - 1)
  for (const index of tree.differingLeafTiles(node.position * span, (node.position + 1) * span)) {
    yield* alteredTile(tree, tileOf(tree.size, 0, index * tileWidth))
  }
}

function* alteredTile(tree: StoredTree, address: TileAddress): Generator<LogFault> {
  const own = tree.tile('own', address.level, address.index)
  const stored = tree.tile('stored', address.level, address.index)
  const at = own.findIndex((byte, i) => byte !== stored[i])
  const position = address.index * tileWidth + Math.floor(at / hashLength)
  const span = tileWidth ** address.level
  const entry = Math.min(position, hashesAtLevel(tree.size, address.level)) * span + 1
  yield { name: 'tile-altered', entry, through: entry + span - 1, path: tilePath(address) }
}
