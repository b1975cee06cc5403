import {
  appendToPeaks,
  bundlePath,
  checkInclusion,
  decodeBundle,
  equalBytes,
  hashLeaf,
  type Leaf,
  type LogSource,
  type Peaks,
  parseLeaf,
  parseOpening,
  proveInclusion,
  rootOf,
  type SlotOpening,
  tileReader,
} from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import { CosignerRefusal, UnreadableLog } from './refusal.ts'

/** An entry of the log whose place in the tree is proved. */
export interface ProvedEntry {
  readonly entry: number
  readonly bytes: Uint8Array
  readonly leaf: Extract<Leaf, { class: 'conduct' }>
}

export interface TreeHead {
  readonly size: number
  readonly root: Uint8Array
}

const bundleWidth = 256
const watched = ['key.registered', 'key.revoked', 'agreement.activated']

const readFile = async (source: LogSource, path: string): Promise<Uint8Array | undefined> =>
  source.read(path).catch((error: Error) => {
    throw new UnreadableLog(`the log cannot be read (${path}: ${error.message})`)
  })

/** The leaves of one bundle of a tree of this size. */
const readBundle = async (source: LogSource, index: number, size: number): Promise<Uint8Array[]> => {
  const width = Math.min(bundleWidth, size - index * bundleWidth)
  const path = bundlePath({ index, width })
  const bytes = (await readFile(source, path)) ?? (await readFile(source, bundlePath({ index, width: bundleWidth })))
  if (bytes === undefined) throw new UnreadableLog(`the log does not show ${path}`)
  const entries = decodeBundle(bytes, width)
  if (!entries.ok) throw new CosignerRefusal(`${path} is damaged (${entries.fault})`)
  return entries.value
}

/** What is conduct that a cosigner looks at; undefined for all else. A kind that this program does not know yet is passed over. */
const readWatched = (bytes: Uint8Array, entry: number): ProvedEntry | undefined => {
  const leaf = parseLeaf(bytes)
  if (!leaf.ok && leaf.fault !== 'leaf-kind-unknown')
    throw new CosignerRefusal(`entry ${entry} is malformed (${leaf.fault})`)
  if (!leaf.ok || leaf.value.class !== 'conduct' || !watched.includes(leaf.value.kind)) return undefined
  return { entry, bytes, leaf: leaf.value }
}

/**
 * Reads every entry since the tree that was signed last, and gives the new tree and the entries to look at. They are believed because
 * they give the root: it throws CosignerRefusal when they do not, UnreadableLog when the log can't be read.
 */
export const readNewEntries = async (
  source: LogSource,
  from: Peaks,
  { size, root }: TreeHead,
): Promise<{ tree: Peaks; entries: ProvedEntry[] }> => {
  const entries: ProvedEntry[] = []
  let tree = from
  while (tree.size < size) {
    const index = Math.floor(tree.size / bundleWidth)
    const leaves = (await readBundle(source, index, size)).slice(tree.size - index * bundleWidth)
    const first = tree.size + 1
    entries.push(...leaves.flatMap((bytes, i) => readWatched(bytes, first + i) ?? []))
    tree = appendToPeaks(
      sha256,
      tree,
      leaves.map(bytes => hashLeaf(sha256, bytes)),
    )
  }
  if (equalBytes(rootOf(sha256, tree), root)) return { tree, entries }
  throw new CosignerRefusal(`entries ${from.size + 1} to ${size} do not give the root that was signed`)
}

/** An earlier entry, with its proof that it is in this tree. */
export const readEntry = async (source: LogSource, entry: number, { size, root }: TreeHead): Promise<ProvedEntry> => {
  const index = entry - 1
  const leaves = await readBundle(source, Math.floor(index / bundleWidth), size)
  const bytes = leaves[index % bundleWidth]
  if (bytes === undefined) throw new UnreadableLog(`the log does not show entry ${entry}`)
  const proof = await proveInclusion(sha256, tileReader(source), { index, size }).catch((error: Error) => {
    throw new UnreadableLog(`the log does not prove entry ${entry} (${error.message})`)
  })
  const held = checkInclusion(sha256, { index, size, leafHash: hashLeaf(sha256, bytes), root, proof })
  if (!held.ok) throw new CosignerRefusal(`entry ${entry} is not the one in the tree (${held.fault})`)
  const leaf = parseLeaf(bytes)
  if (!leaf.ok || leaf.value.class !== 'conduct') throw new CosignerRefusal(`entry ${entry} is no vote`)
  return { entry, bytes, leaf: leaf.value }
}

export interface LaidOpen {
  readonly opening: SlotOpening
  readonly statement: string | null
  readonly terms: string | null
}

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string'

/** What the log lays open of an entry; see SPEC.md, 7.3. Nothing of it is checked yet. */
export const readLaidOpen = async (source: LogSource, entry: number): Promise<LaidOpen> => {
  const bytes = await readFile(source, `opening/${entry}`)
  if (bytes === undefined) throw new CosignerRefusal(`the log does not lay open the signature or key of entry ${entry}`)
  try {
    const { opening, statement, terms } = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>
    const parsed = parseOpening(opening)
    if (parsed.ok && isTextOrNull(statement) && isTextOrNull(terms)) return { opening: parsed.value, statement, terms }
  } catch {
    // Said below.
  }
  throw new CosignerRefusal(`what the log lays open of entry ${entry} is malformed`)
}
