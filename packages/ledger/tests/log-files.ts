import {
  appendToBundles,
  appendToFrontier,
  buildLeaf,
  bundlePath,
  emptyFrontier,
  emptyTail,
  formatCheckpoint,
  formatNote,
  hashLeaf,
  type NoteSigner,
  signNote,
  tilePath,
  utf8,
} from '../src/index.ts'
import { sha256 } from '../src/node/index.ts'
import { sampleLogKey, sampleRandom } from './sample-entries.ts'

export type Files = Map<string, Uint8Array>

/** The files of a log of these leaves as one append leaves them: full tiles and bundles, the partial ones of the last size. */
export async function logFiles(
  leaves: readonly Uint8Array[],
  cosigners: readonly NoteSigner[] = [],
  logKey: NoteSigner = sampleLogKey,
): Promise<Files> {
  const hashes = leaves.map(leaf => hashLeaf(sha256, leaf))
  const { root, size, tiles } = appendToFrontier(sha256, emptyFrontier, hashes)
  const { bundles } = appendToBundles(emptyTail, leaves)
  const files: Files = new Map()
  for (const bundle of bundles) files.set(bundlePath(bundle), bundle.bytes)
  for (const tile of tiles) files.set(tilePath(tile), tile.bytes)
  const text = formatCheckpoint({ origin: logKey.name, size, root })
  files.set('checkpoint', utf8(await signedText(text, logKey, cosigners)))
  return files
}

/** A note over this text by the log's key and the cosigners, at made-up times. */
export async function signedText(
  text: string,
  logKey: NoteSigner,
  cosigners: readonly NoteSigner[] = [],
): Promise<string> {
  const signatures = [await signNote(text, logKey)]
  for (const [i, cosigner] of cosigners.entries()) signatures.push(await signNote(text, cosigner, 1_535_774_400 + i))
  return formatNote({ text, signatures })
}

/** Leaves of the record, all different. */
export function recordLeaves(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => {
    const slot = (name: string) => ({ salt: sampleRandom(`${name} ${i}`), content: utf8(`"${name} ${i}"`) })
    const slots = { kind: slot('kind'), actor: slot('actor'), subject: slot('subject'), act: slot('act') }
    const batchAt = new Date(1_530_000_000_000 + i * 60_000).toISOString()
    return buildLeaf(sha256, { class: 'record', seat: 'police', batchAt, slots, nonce: sampleRandom(`nonce r${i}`) })
      .bytes
  })
}
