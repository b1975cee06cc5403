import { toBase64 } from '../base64.ts'
import { canonicalText, type Json } from '../leaf/canonical-json.ts'
import { formatOpening } from '../leaf/opening.ts'
import type { SlotOpening } from '../leaf/slots.ts'
import { packageWords } from './words.ts'

export const packageFormat = 'pars-package-1'

/** What a package is about, and the signed head that everything in it leads to. */
export type PackageHead = {
  readonly agreement: string
  /** Numbers of entries, from 1. */
  readonly from: number
  readonly through: number
  /** Verifier keys as text: the log's, and those of the cosigners whose signatures count. */
  readonly log: string
  readonly cosigners: readonly string[]
  readonly quorum: number
  readonly checkpoint: string
  /** Proof of the whole range. */
  readonly range: readonly Uint8Array[]
}

/** The texts of one version, whose hashes are what ballots sign. */
export type PackageTerms = {
  readonly agreementVersion: number
  readonly terms: string
  readonly sql: string
  readonly prose: string | null
}

/** An entry outside the range on which something in it rests: a vote, a key, the beginning of the log. */
export type PackageEntry = { readonly entry: number; readonly leaf: string; readonly proof: readonly Uint8Array[] }

/** A text that a ballot or an acceptance signed. */
export type PackageStatement = { readonly entry: number; readonly statement: string }

export type PackageOpening = { readonly entry: number; readonly opening: SlotOpening }

export type PackageParts = {
  readonly head: PackageHead
  readonly terms: readonly PackageTerms[]
  /** Ascending, like everything with a number here. */
  readonly entries: readonly PackageEntry[]
  readonly statements: readonly PackageStatement[]
  readonly openings: readonly PackageOpening[]
}

/** One leaf of the range with its hash, so that a damaged one can be told from a damaged tree. */
export type PackageLeaf = { readonly entry: number; readonly hash: Uint8Array; readonly leaf: string }

const line = (part: string, members: { readonly [member: string]: Json }): string =>
  `${canonicalText({ part, ...members })}\n`

/** All lines before the leaves. The same parts give the same bytes. */
export function formatPackageParts({ head, terms, entries, statements, openings }: PackageParts): string {
  return [
    line('package', { ...head, format: packageFormat, range: head.range.map(toBase64) }),
    line('words', { lines: packageWords }),
    ...terms.map(each => line('terms', each)),
    ...entries.map(each => line('entry', { ...each, proof: each.proof.map(toBase64) })),
    ...statements.map(each => line('statement', each)),
    ...openings.map(({ entry, opening }) => line('opening', { entry, opening: formatOpening(opening) })),
  ].join('')
}

/** The line of one leaf of the range; they follow in their order. */
export function formatPackageLeaf({ entry, hash, leaf }: PackageLeaf): string {
  return line('leaf', { entry, hash: toBase64(hash), leaf })
}
