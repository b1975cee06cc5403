import { readHex } from '../bytes.ts'
import type { LogFault } from '../fault.ts'
import { canonicalText, type Json, parseCanonicalJson } from '../leaf/canonical-json.ts'
import { formatOpening, parseOpening } from '../leaf/opening.ts'
import { checkSlot } from '../leaf/slots.ts'
import type { Sha256 } from '../tree/tree-hash.ts'
import type { PackageReport } from './check-package.ts'
import { linesOf } from './lines.ts'
import type { PackageOpening } from './package-parts.ts'

export const openingsFormat = 'pars-openings-1'

/** Slots of a package's inquiries laid open, in a file apart: it goes to fewer people than the package. */
export type OpeningsFile = {
  readonly agreement: string
  readonly from: number
  readonly through: number
  /** Ascending by entry, then by slot. */
  readonly openings: readonly PackageOpening[]
}

export function formatOpenings({ openings, ...head }: OpeningsFile): string {
  const line = (members: Json) => `${canonicalText(members)}\n`
  return [
    line({ ...head, format: openingsFormat, part: 'openings' }),
    ...openings.map(({ entry, opening }) => line({ entry, opening: formatOpening(opening), part: 'opening' })),
  ].join('')
}

/** Checks openings against the package that they belong to, which holds. Gives those that are borne out by its leaves. */
export function checkOpenings(
  sha256: Sha256,
  bytes: Uint8Array,
  { head, range }: PackageReport,
): { readonly openings: readonly PackageOpening[]; readonly faults: readonly LogFault[] } {
  const faults: LogFault[] = []
  const openings: PackageOpening[] = []
  const leaves = new Map(range.map(({ entry, leaf }) => [entry, leaf]))
  const expected = canonicalText({
    agreement: head?.agreement ?? '',
    format: openingsFormat,
    from: head?.from ?? 0,
    part: 'openings',
    through: head?.through ?? 0,
  })
  let number = 0
  for (const each of linesOf(bytes)) {
    number++
    const path = `line ${number}`
    const read = parseCanonicalJson(each)
    if (number === 1) {
      if (!read.ok || canonicalText(read.value) !== expected) faults.push({ name: 'package-malformed', path })
      continue
    }
    const { entry, opening, part, ...rest } = Object(read.ok ? read.value : {}) as { readonly [member: string]: Json }
    const parsed = parseOpening(opening)
    const before = openings.at(-1)
    if (part !== 'opening' || typeof entry !== 'number' || !parsed.ok || Object.keys(rest).length > 0) {
      faults.push({ name: 'package-malformed', path })
      continue
    }
    const leaf = leaves.get(entry)
    const isLater =
      before === undefined ||
      entry > before.entry ||
      (entry === before.entry && parsed.value.slot > before.opening.slot)
    if (leaf === undefined || !isLater) {
      faults.push({ name: leaf === undefined ? 'package-entry-missing' : 'package-malformed', entry, path })
      continue
    }
    const verdict = checkSlot(sha256, leaf.slotNames, readHex(leaf.slots) ?? new Uint8Array(0), parsed.value)
    if (verdict.ok) openings.push({ entry, opening: parsed.value })
    else faults.push({ name: verdict.fault, entry, path: `slot ${parsed.value.slot}` })
  }
  if (bytes.at(-1) !== 10) faults.push({ name: 'package-malformed', path: 'end of the file' })
  return { openings, faults }
}
