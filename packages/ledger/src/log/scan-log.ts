import type { LogFault } from '../fault.ts'
import { type Leaf, parseLeaf } from '../leaf/leaf.ts'
import { decodeBundle } from '../tree/bundle.ts'
import { bundlePath, levelsOf, type TileAddress, takeTile, tilePath, tilesOfLevel, tileWidth } from '../tree/tile.ts'
import { hashLeaf, hashLength, type Sha256 } from '../tree/tree-hash.ts'
import { createActivationCheck } from './activation-check.ts'
import type { LogSource } from './log-source.ts'
import { createStandingCheck } from './standing-check.ts'
import { StoredTree } from './stored-tree.ts'

export type Scan = {
  readonly sha256: Sha256
  readonly size: number
  readonly report: (fault: LogFault) => void
  readonly onLeaf?: (leaf: Leaf, entry: number, bytes: Uint8Array) => void
}

const readAhead = 8

/** Reads every bundle and tile of a log of this size once, reports what is missing or malformed, and gives the tree of both. */
export async function scanLog(source: LogSource, scan: Scan): Promise<StoredTree> {
  const tree = new StoredTree(scan.sha256, scan.size)
  const checks = [createActivationCheck(), createStandingCheck()]
  const readLeaf = (bytes: Uint8Array, entry: number) => {
    const leaf = parseLeaf(bytes)
    if (!leaf.ok) return scan.report(withDetail({ name: leaf.fault, entry }, leaf.detail))
    scan.onLeaf?.(leaf.value, entry, bytes)
    for (const check of checks) {
      const fault = check(leaf.value, entry)
      if (fault !== undefined) scan.report(fault)
    }
  }
  for await (const { address, bundle, tile } of readPairs(source, tilesOfLevel(scan.size, 0))) {
    const stored = checkTile(scan, address, tile)
    const own = hashBundle(scan, address, bundle, readLeaf)
    tree.setLeafTile(address, own ?? stored, stored ?? own)
  }
  for (let level = 1; level < levelsOf(scan.size); level++) {
    for (const address of tilesOfLevel(scan.size, level)) {
      tree.setUpperTile(address, checkTile(scan, address, await readFile(source, tilePath, address)))
    }
  }
  return tree
}

/** Bundle and tile of each address, a few read ahead so that hashing need not wait for the disk. */
async function* readPairs(source: LogSource, addresses: readonly TileAddress[]) {
  const read = async (address: TileAddress) => {
    const files = [readFile(source, bundlePath, address), readFile(source, tilePath, address)]
    const [bundle, tile] = await Promise.allSettled(files)
    return { address, bundle, tile }
  }
  const waiting = addresses.slice(0, readAhead).map(read)
  for (let next = readAhead; waiting.length > 0; next++) {
    const pair = await waiting.shift()
    waiting.push(...addresses.slice(next, next + 1).map(read))
    if (pair !== undefined) yield { address: pair.address, bundle: settled(pair.bundle), tile: settled(pair.tile) }
  }
}

/** The file at its width, or the full one that has taken its place. */
async function readFile(source: LogSource, pathOf: (address: TileAddress) => string, address: TileAddress) {
  const bytes = await source.read(pathOf(address))
  return bytes ?? (address.width < tileWidth ? source.read(pathOf({ ...address, width: tileWidth })) : undefined)
}

function settled<T>(result: PromiseSettledResult<T> | undefined): T | undefined {
  if (result?.status === 'rejected') throw result.reason
  return result?.value
}

function checkTile(scan: Scan, address: TileAddress, bytes: Uint8Array | undefined): Uint8Array | undefined {
  const path = tilePath(address)
  if (bytes === undefined) {
    scan.report({ name: 'tile-missing', path })
    return undefined
  }
  const taken = takeTile(address, bytes)
  if (taken.ok) return taken.value
  scan.report(withDetail({ name: taken.fault, path }, taken.detail))
  return undefined
}

/** The leaf hashes of a bundle, one after the other; undefined when it is not there or not one. */
function hashBundle(
  scan: Scan,
  address: TileAddress,
  bytes: Uint8Array | undefined,
  readLeaf: (bytes: Uint8Array, entry: number) => void,
): Uint8Array | undefined {
  const first = address.index * tileWidth + 1
  const place = { entry: first, through: first + address.width - 1, path: bundlePath(address) }
  if (bytes === undefined) {
    scan.report({ name: 'bundle-missing', ...place })
    return undefined
  }
  const entries = decodeBundle(bytes, address.width)
  if (!entries.ok) {
    scan.report(withDetail({ name: entries.fault, ...place }, entries.detail))
    return undefined
  }
  const hashes = new Uint8Array(address.width * hashLength)
  for (const [i, entry] of entries.value.entries()) {
    hashes.set(hashLeaf(scan.sha256, entry), i * hashLength)
    readLeaf(entry, first + i)
  }
  return hashes
}

function withDetail(fault: LogFault, detail: string | undefined): LogFault {
  return detail === undefined ? fault : { ...fault, detail }
}
