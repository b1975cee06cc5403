import { equalBytes, utf8 } from '../bytes.ts'
import type { LogFault } from '../fault.ts'
import { type Leaf, parseLeaf } from '../leaf/leaf.ts'
import { checkOpening } from '../leaf/opening.ts'
import { createActivationCheck } from '../log/activation-check.ts'
import type { PlacedLeaf } from '../log/conduct-tally.ts'
import { type OpenCheckpoint, openCheckpoint } from '../log/read-checkpoint.ts'
import { createStandingCheck } from '../log/standing-check.ts'
import { parseNote } from '../note/note.ts'
import { formatVkey, parseVkey, type VerifierKey } from '../note/vkey.ts'
import { checkInclusion } from '../tree/inclusion.ts'
import { rootOfRange } from '../tree/range.ts'
import { hashLeaf, type Sha256 } from '../tree/tree-hash.ts'
import { checkTerms, checkVotes, type VoteParts } from './check-votes.ts'
import type { PackageHead, PackageOpening } from './package-parts.ts'
import { type ParsedPackage, parsePackage } from './parse-package.ts'
import type { SignatureChecks } from './voted-signature.ts'

export type PackageOptions = {
  readonly sha256: Sha256
  readonly checks: SignatureChecks
  /** The log's key from a source that the reader believes. Without it the package's own: enough to find damage. */
  readonly logKey?: VerifierKey
}

export type PackageReport = {
  readonly ok: boolean
  readonly head?: PackageHead
  readonly checkpoint?: OpenCheckpoint
  /** The leaves of the range, and those before and after it, each that can be read. */
  readonly range: readonly PlacedLeaf[]
  readonly outside: readonly PlacedLeaf[]
  /** Slots laid open: keys, signatures, letters. */
  readonly openings: readonly PackageOpening[]
  readonly faults: readonly LogFault[]
}

/** Conduct outside the range that something in it can rest on. */
const restedOn = /^(journal\.created|key\.(registered|revoked)|agreement\.|resolution\.|ballot\.)/

/** Checks a whole package, offline: every byte of it bears on something that is compared. */
export async function checkPackage(bytes: Uint8Array, options: PackageOptions): Promise<PackageReport> {
  const faults: LogFault[] = []
  const report = (fault: LogFault): void => void faults.push(fault)
  const parsed = parsePackage(bytes, report)
  const { head } = parsed
  if (head === undefined) return { ok: false, range: [], outside: [], openings: [], faults }
  const leaves = readLeaves(parsed, report)
  const checkpoint = await checkHead(head, leaves, options, report)
  if (checkpoint !== undefined) {
    checkRange(parsed, checkpoint, options.sha256, report)
    checkEntries(parsed, leaves, { checkpoint, sha256: options.sha256, report })
  }
  checkOpenings(parsed, leaves, options.sha256, report)
  const origin = checkpoint?.checkpoint.origin ?? ''
  const votes: VoteParts = { ...parsed, ...options, origin, agreement: head.agreement, leaves }
  for await (const fault of checkVotes(votes)) report(fault)
  for (const fault of checkTerms(votes)) report(fault)
  const own = [...leaves].filter(([, leaf]) => isAbout(leaf, head.agreement))
  if (own.length === 0) report({ name: 'package-agreement-absent', detail: head.agreement })
  checkConduct(leaves, head.agreement, report)
  const placed = [...leaves].map(([entry, leaf]) => ({ entry, leaf }))
  const isIn = ({ entry }: PlacedLeaf): boolean => entry >= head.from && entry <= head.through
  return {
    ok: faults.length === 0,
    head,
    ...(checkpoint && { checkpoint }),
    range: placed.filter(isIn),
    outside: placed.filter(each => !isIn(each)),
    openings: parsed.openings,
    faults,
  }
}

const isAbout = (leaf: Leaf, agreement: string): boolean =>
  leaf.class === 'conduct' && leaf.fields['agreement'] === agreement

type Report = (fault: LogFault) => void

/** What the agreement's own entries say of its votes and of when it stood, by the checks that read a whole log. */
function checkConduct(leaves: ReadonlyMap<number, Leaf>, agreement: string, report: Report): void {
  const checks = [createActivationCheck(), createStandingCheck()]
  for (const [entry, leaf] of leaves) {
    if (entry !== 1 && !isAbout(leaf, agreement)) continue
    for (const check of checks) {
      const fault = check(leaf, entry)
      if (fault !== undefined) report(fault)
    }
  }
}

const withDetail = (fault: LogFault, detail: string | undefined): LogFault =>
  detail === undefined ? fault : { ...fault, detail }

/** Every leaf of the package that can be read, by its number, ascending. */
function readLeaves({ entries, leaves }: ParsedPackage, report: Report): Map<number, Leaf> {
  const read = new Map<number, Leaf>()
  for (const { entry, leaf: text } of [...entries, ...leaves].sort((a, b) => a.entry - b.entry)) {
    const leaf = parseLeaf(utf8(text))
    if (!leaf.ok) report(withDetail({ name: leaf.fault, entry }, leaf.detail))
    else if (read.has(entry)) report({ name: 'package-entry-unrelated', entry })
    else read.set(entry, leaf.value)
  }
  return read
}

const path = 'checkpoint'

/** The signed head, under the keys that the package names, each of them registered in the log itself. */
async function checkHead(
  head: PackageHead,
  leaves: ReadonlyMap<number, Leaf>,
  { sha256, checks, logKey }: PackageOptions,
  report: Report,
): Promise<OpenCheckpoint | undefined> {
  const [log, ...cosigners] = [head.log, ...head.cosigners].map(text => parseVkey(sha256, text))
  for (const key of [log, ...cosigners]) if (key && !key.ok) report({ name: key.fault, path: 'keys' })
  if (!log?.ok) return undefined
  const trusted = logKey ?? log.value
  if (formatVkey(trusted) !== head.log) report({ name: 'package-log-other', path: 'keys' })
  const keys = cosigners.flatMap(key => (key.ok ? [key.value] : []))
  const registered = new Set([...leaves.values()].map(leaf => leaf.class === 'conduct' && leaf.fields['vkey']))
  for (const vkey of [head.log, ...head.cosigners])
    if (!registered.has(vkey)) report({ name: 'package-key-unknown', path: 'keys', detail: vkey })
  if (head.quorum !== (keys.length > 0 ? 2 : 0)) report({ name: 'checkpoint-too-few-cosignatures', path: 'keys' })
  const note = utf8(head.checkpoint)
  const opened = await openCheckpoint(note, {
    verify: checks.ed25519,
    logKey: trusted,
    cosigners: { keys, quorum: head.quorum },
  })
  if (!opened.ok) {
    report(withDetail({ name: opened.fault, path }, opened.detail))
    return undefined
  }
  const lines = parseNote(note)
  // A line that no key of the package answers for would be the one place where a byte could be changed unseen.
  if (lines.ok && lines.value.signatures.length !== opened.value.verified.length)
    report({ name: 'note-no-known-signature', path, detail: 'a signature of a key that the package does not name' })
  return opened.value
}

/** Every entry of the range is there, and together with the rest of the tree they give the signed root. */
function checkRange({ head, leaves }: ParsedPackage, { checkpoint }: OpenCheckpoint, sha256: Sha256, report: Report) {
  if (head === undefined) return
  const { from, through } = head
  const byEntry = new Map(leaves.map(each => [each.entry, each]))
  const isWhole = through >= from && through - from < 2 ** 31
  const wanted = isWhole ? Array.from({ length: through - from + 1 }, (_, i) => from + i) : []
  const missing = wanted.filter(entry => !byEntry.has(entry))
  for (const entry of missing) report({ name: 'package-entry-missing', entry })
  for (const { entry } of leaves)
    if (entry < from || entry > through) report({ name: 'package-entry-unrelated', entry })
  const rootWith = (leafHashes: Uint8Array[]): boolean => {
    const claim = { first: from - 1, size: checkpoint.size, leafHashes, proof: head.range }
    const root = rootOfRange(sha256, claim)
    return root !== undefined && equalBytes(root, checkpoint.root)
  }
  const own = leaves.map(({ leaf }) => hashLeaf(sha256, utf8(leaf)))
  const stated = leaves.map(({ hash }) => hash)
  const differing = leaves.filter((each, i) => !equalBytes(each.hash, own[i] ?? each.hash))
  if (rootWith(own)) for (const { entry } of differing) report({ name: 'package-hash-altered', entry })
  else if (differing.length > 0 && rootWith(stated))
    for (const { entry } of differing) report({ name: 'entry-altered', entry })
  else if (missing.length === 0) report({ name: 'package-proof-altered', entry: from, through })
}

/** Entries outside the range: in the same tree, and there for a reason. */
function checkEntries(
  { head, entries }: ParsedPackage,
  leaves: ReadonlyMap<number, Leaf>,
  { checkpoint, sha256, report }: { checkpoint: OpenCheckpoint; sha256: Sha256; report: Report },
) {
  const { size, root } = checkpoint.checkpoint
  for (const { entry, leaf: text, proof } of entries) {
    const claim = { index: entry - 1, size, root, leafHash: hashLeaf(sha256, utf8(text)), proof }
    const included = checkInclusion(sha256, claim)
    if (!included.ok) report({ name: included.fault, entry })
    const leaf = leaves.get(entry)
    if (leaf === undefined || head === undefined) continue
    const isRested = leaf.class === 'conduct' && restedOn.test(leaf.kind)
    const isOthers = leaf.class === 'conduct' && !isAbout(leaf, head.agreement) && 'agreement' in leaf.fields
    if (!isRested || isOthers || (entry >= head.from && entry <= head.through))
      report({ name: 'package-entry-unrelated', entry })
  }
}

function checkOpenings(
  { openings, entries, leaves }: ParsedPackage,
  known: ReadonlyMap<number, Leaf>,
  sha256: Sha256,
  report: Report,
) {
  const texts = new Map([...entries, ...leaves].map(({ entry, leaf }) => [entry, leaf]))
  for (const { entry, opening } of openings) {
    const text = texts.get(entry)
    if (text === undefined || !known.has(entry)) {
      report({ name: 'package-entry-missing', entry })
      continue
    }
    const verdict = checkOpening(sha256, utf8(text), opening)
    if (!verdict.ok) report({ name: verdict.fault, entry, path: `slot ${opening.slot}` })
  }
}
