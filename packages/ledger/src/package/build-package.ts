import { utf8 } from '../bytes.ts'
import { proveInclusion, proveRange } from '../tree/prove.ts'
import type { TileReader } from '../tree/tile.ts'
import { hashLeaf, type Sha256 } from '../tree/tree-hash.ts'
import { formatPackageLeaf, formatPackageParts, type PackageHead, type PackageParts } from './package-parts.ts'

/** A leaf as text, with its number. */
export type NumberedLeaf = { readonly entry: number; readonly leaf: string }

export type PackageContents = Omit<PackageParts, 'head' | 'entries'> & {
  readonly head: Omit<PackageHead, 'range'>
  /** Entries in the tree of the checkpoint. */
  readonly size: number
  readonly readTile: TileReader
  /** Outside the range, ascending. */
  readonly entries: readonly NumberedLeaf[]
  /** The whole range, ascending. */
  readonly leaves: readonly NumberedLeaf[]
}

/** The text of a package. The same journal, range and checkpoint give the same bytes. */
export async function buildPackage(sha256: Sha256, contents: PackageContents): Promise<string> {
  const { head, size, readTile, leaves } = contents
  const range = await proveRange(sha256, readTile, { first: head.from - 1, last: head.through - 1, size })
  const entries: { entry: number; leaf: string; proof: Uint8Array[] }[] = []
  for (const each of contents.entries)
    entries.push({ ...each, proof: await proveInclusion(sha256, readTile, { index: each.entry - 1, size }) })
  const lines = leaves.map(each => formatPackageLeaf({ ...each, hash: hashLeaf(sha256, utf8(each.leaf)) }))
  return formatPackageParts({ ...contents, head: { ...head, range }, entries }) + lines.join('')
}
