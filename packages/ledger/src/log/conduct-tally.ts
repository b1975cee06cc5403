import type { Json } from '../leaf/canonical-json.ts'
import type { Leaf } from '../leaf/leaf.ts'

/** A leaf with its place, as `verifyLog` hands them to `onLeaf`. */
export type PlacedLeaf = { readonly entry: number; readonly leaf: Leaf }

/** What one unit asked under one agreement, counted by anyone from the leaves alone. */
export type UnitTally = {
  readonly agreement: string
  readonly unit: string
  readonly answered: number
  readonly refused: number
  readonly rows: number
}

/** Inquiries of each unit under each agreement, in the order of their first. Sealed inquiries tell no unit and are counted apart. */
export function tallyInquiries(leaves: Iterable<PlacedLeaf>): { units: UnitTally[]; sealed: number } {
  const units = new Map<string, UnitTally>()
  let sealed = 0
  for (const { leaf } of leaves) {
    if (leaf.class !== 'conduct') continue
    if (leaf.kind === 'inquiry.sealed') sealed++
    const answered = leaf.kind === 'inquiry.answered' ? 1 : 0
    const refused = leaf.kind === 'inquiry.refused' ? 1 : 0
    if (answered + refused === 0) continue
    const agreement = String(leaf.fields['agreement'])
    const unit = String(leaf.fields['unit'])
    const sum = units.get(`${agreement} ${unit}`) ?? { agreement, unit, answered: 0, refused: 0, rows: 0 }
    units.set(`${agreement} ${unit}`, {
      ...sum,
      answered: sum.answered + answered,
      refused: sum.refused + refused,
      rows: sum.rows + (answered === 1 ? Number(leaf.fields['rows']) : 0),
    })
  }
  return { units: [...units.values()], sealed }
}

/** The answers and other disclosures that matched, by entry number, and the sealed inquiries of which the log can't yet tell. */
export type Search = { readonly entries: readonly number[]; readonly sealed: readonly number[] }

/**
 * Every answer that held a class of fields. No entries means: no answer held it, except perhaps the sealed ones. `agreement`
 * narrows it to one partner; sealed inquiries name no partner, so all of them stay in doubt.
 */
export function findAnswersWithClass(
  leaves: Iterable<PlacedLeaf>,
  wanted: { readonly class: string; readonly agreement?: string },
): Search {
  return search(leaves, wanted.agreement, fields => listHas(fields['classes'], wanted.class))
}

/** Every inquiry, answered or refused, that used a filter. */
export function findInquiriesWithFilter(
  leaves: Iterable<PlacedLeaf>,
  wanted: { readonly filter: string; readonly agreement?: string },
): Search {
  return search(leaves, wanted.agreement, fields => listHas(fields['filters'], wanted.filter))
}

type Fields = { readonly [field: string]: Json }

function search(
  leaves: Iterable<PlacedLeaf>,
  agreement: string | undefined,
  matches: (fields: Fields) => boolean,
): Search {
  const entries: number[] = []
  const sealed: number[] = []
  for (const { entry, leaf } of leaves) {
    if (leaf.class !== 'conduct') continue
    if (leaf.kind === 'inquiry.sealed') sealed.push(entry)
    else if ((agreement === undefined || leaf.fields['agreement'] === agreement) && matches(leaf.fields))
      entries.push(entry)
  }
  return { entries, sealed }
}

function listHas(list: Json | undefined, word: string): boolean {
  return Array.isArray(list) && list.includes(word)
}
