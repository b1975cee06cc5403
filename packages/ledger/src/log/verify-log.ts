import type { LogFault, Reading } from '../fault.ts'
import { type Leaf, parseLeaf } from '../leaf/leaf.ts'
import { type Checkpoint, parseCheckpoint } from '../note/checkpoint.ts'
import { openNote, type VerifiedSignature, type VerifyEd25519 } from '../note/note.ts'
import type { VerifierKey } from '../note/vkey.ts'
import { decodeBundle } from '../tree/bundle.ts'
import { checkConsistency } from '../tree/consistency.ts'
import { proveConsistency } from '../tree/prove.ts'
import { bundlePath, levelsOf, type TileAddress, takeTile, tilePath, tilesOfLevel, tileWidth } from '../tree/tile.ts'
import { hashLeaf, hashLength, type Sha256 } from '../tree/tree-hash.ts'
import { type LogSource, tileReader } from './log-source.ts'
import { StoredTree } from './stored-tree.ts'
import { nameDamage } from './tree-damage.ts'

export type VerifyLogOptions = {
  readonly sha256: Sha256
  readonly verify: VerifyEd25519
  /** The log's own key; its name is the origin that the checkpoint must bear. */
  readonly logKey: VerifierKey
  /** Cosigners that count and how many of them must have signed; without it none is asked for. */
  readonly cosigners?: { readonly keys: readonly VerifierKey[]; readonly quorum: number }
  /** A checkpoint believed earlier: the log must still begin with that tree. */
  readonly known?: Checkpoint
  /** Called for each entry that is a well-formed leaf, in order. */
  readonly onLeaf?: (leaf: Leaf, entry: number, bytes: Uint8Array) => LogFault | undefined
  /** After this many faults the rest is not listed (default 1,000). */
  readonly maxFaults?: number
}

export type LogReport = {
  readonly ok: boolean
  readonly checkpoint?: Checkpoint
  readonly verified: readonly VerifiedSignature[]
  readonly faults: readonly LogFault[]
  /** More faults than listed. */
  readonly truncated: boolean
}

/**
 * Checks a whole log: the signature on its checkpoint, every entry's form, the tree recomputed from the entries against the stored
 * tiles and the signed root. Names each damaged entry or file. Throws only when the source cannot be read at all.
 */
export async function verifyLog(source: LogSource, options: VerifyLogOptions): Promise<LogReport> {
  const faults: LogFault[] = []
  const maxFaults = options.maxFaults ?? 1000
  const report = (fault: LogFault) => {
    if (faults.length <= maxFaults) faults.push(fault)
  }
  const opened = await readCheckpoint(source, options)
  if (!opened.ok) {
    const fault = { name: opened.fault, path: 'checkpoint', ...(opened.detail ? { detail: opened.detail } : {}) }
    return { ok: false, verified: [], faults: [fault], truncated: false }
  }
  const { checkpoint, verified } = opened.value
  const tree = new StoredTree(options.sha256, checkpoint.size)
  await readLeaves(source, options, tree, report)
  await readUpperTiles(source, tree, report)
  for (const fault of nameDamage(options.sha256, tree, checkpoint.root)) report(fault)
  if (options.known !== undefined && faults.length === 0) {
    const fault = await checkKnown(source, options.sha256, checkpoint, options.known)
    if (fault !== undefined) report(fault)
  }
  const listed = faults.slice(0, maxFaults).sort((a, b) => (a.entry ?? 0) - (b.entry ?? 0))
  return { ok: faults.length === 0, checkpoint, verified, faults: listed, truncated: faults.length > maxFaults }
}

/** Reads and checks the signed checkpoint alone. */
export async function readCheckpoint(
  source: LogSource,
  options: Pick<VerifyLogOptions, 'verify' | 'logKey' | 'cosigners'>,
): Promise<Reading<{ checkpoint: Checkpoint; verified: readonly VerifiedSignature[] }>> {
  const bytes = await source.read('checkpoint')
  if (bytes === undefined) return { ok: false, fault: 'checkpoint-missing' }
  const { keys, quorum } = options.cosigners ?? { keys: [], quorum: 0 }
  const note = await openNote(bytes, [options.logKey, ...keys], options.verify)
  if (!note.ok) return note
  const { text, verified } = note.value
  if (!verified.some(({ key }) => key === options.logKey)) return { ok: false, fault: 'note-no-known-signature' }
  const checkpoint = parseCheckpoint(text)
  if (!checkpoint.ok) return checkpoint
  if (checkpoint.value.origin !== options.logKey.name) return { ok: false, fault: 'checkpoint-origin-wrong' }
  if (verified.filter(({ key }) => keys.includes(key)).length < quorum) {
    return { ok: false, fault: 'checkpoint-too-few-cosignatures' }
  }
  return { ok: true, value: { checkpoint: checkpoint.value, verified } }
}

type Report = (fault: LogFault) => void

async function readLeaves(source: LogSource, options: VerifyLogOptions, tree: StoredTree, report: Report) {
  const addresses = tilesOfLevel(tree.size, 0)
  const ahead = 8
  const reading = addresses.slice(0, ahead).map(address => readPair(source, address))
  for (const [i, address] of addresses.entries()) {
    const { bundle, tile } = (await reading[i]) ?? {}
    delete reading[i]
    const next = addresses[i + ahead]
    if (next !== undefined) reading[i + ahead] = readPair(source, next)
    const stored = readStoredTile(address, tile, report)
    const own = hashBundle(options, address, bundle, report)
    tree.setLeafTile(address, own ?? stored, stored ?? own)
  }
}

async function readPair(source: LogSource, address: TileAddress) {
  const reads = [readFile(source, bundlePath, address), readFile(source, tilePath, address)]
  const [bundle, tile] = await Promise.allSettled(reads)
  return { bundle: settled(bundle), tile: settled(tile) }
}

/** The file at its width, or the full one that has taken its place. */
async function readFile(source: LogSource, pathOf: (address: TileAddress) => string, address: TileAddress) {
  return (await source.read(pathOf(address))) ?? (await source.read(pathOf({ ...address, width: tileWidth })))
}

function settled<T>(result: PromiseSettledResult<T> | undefined): T | undefined {
  if (result?.status === 'rejected') throw result.reason
  return result?.value
}

async function readUpperTiles(source: LogSource, tree: StoredTree, report: Report) {
  for (let level = 1; level < levelsOf(tree.size); level++) {
    for (const address of tilesOfLevel(tree.size, level)) {
      const tile = await readFile(source, tilePath, address)
      tree.setUpperTile(address, readStoredTile(address, tile, report))
    }
  }
}

function readStoredTile(address: TileAddress, bytes: Uint8Array | undefined, report: Report): Uint8Array | undefined {
  const path = tilePath(address)
  if (bytes === undefined) {
    report({ name: 'tile-missing', path })
    return undefined
  }
  const taken = takeTile(address, bytes)
  if (taken.ok) return taken.value
  report({ name: taken.fault, path, ...(taken.detail ? { detail: taken.detail } : {}) })
  return undefined
}

/** The leaf hashes of a bundle, one after the other; undefined when it is not there or not one. */
function hashBundle(options: VerifyLogOptions, address: TileAddress, bytes: Uint8Array | undefined, report: Report) {
  const first = address.index * tileWidth + 1
  const place = { entry: first, through: first + address.width - 1, path: bundlePath(address) }
  if (bytes === undefined) {
    report({ name: 'bundle-missing', ...place })
    return undefined
  }
  const entries = decodeBundle(bytes, address.width)
  if (!entries.ok) {
    report({ name: entries.fault, ...place, ...(entries.detail ? { detail: entries.detail } : {}) })
    return undefined
  }
  const hashes = new Uint8Array(address.width * hashLength)
  for (const [i, entry] of entries.value.entries()) {
    hashes.set(hashLeaf(options.sha256, entry), i * hashLength)
    const leaf = parseLeaf(entry)
    const fault = leaf.ok ? options.onLeaf?.(leaf.value, first + i, entry) : { name: leaf.fault, detail: leaf.detail }
    if (fault !== undefined)
      report({ name: fault.name, entry: first + i, ...(fault.detail ? { detail: fault.detail } : {}) })
  }
  return hashes
}

async function checkKnown(source: LogSource, sha256: Sha256, now: Checkpoint, known: Checkpoint) {
  if (known.size > now.size || known.origin !== now.origin) {
    return { name: 'checkpoint-older-than-known', path: 'checkpoint' } as const
  }
  if (known.size === 0) return undefined
  const sizes = { size1: known.size, size2: now.size }
  const proof = await proveConsistency(sha256, tileReader(source), sizes)
  const verdict = checkConsistency(sha256, { ...sizes, root1: known.root, root2: now.root, proof })
  return verdict.ok
    ? undefined
    : ({ name: 'checkpoint-contradicts-known', path: 'checkpoint', through: known.size } as const)
}
