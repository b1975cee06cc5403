import { canonicalText, type Json } from './canonical-text.ts'
import { termRules } from './rules/term-rules.ts'
import type { TermsFault } from './shape/shape.ts'
import { termsShape } from './shape/terms-shape.ts'
import type { Terms } from './terms.ts'

export type ParsedTerms =
  | { readonly kind: 'parsed'; readonly terms: Terms }
  | { readonly kind: 'faulty'; readonly faults: readonly TermsFault[] }

/** Terms from a JSON value; every fault there is, each with its place and a sentence that says what to do. */
export const parseTerms = (json: unknown): ParsedTerms => {
  const shapeFaults = termsShape.check(json, '')
  if (shapeFaults.length > 0) return { kind: 'faulty', faults: shapeFaults }
  // A copy of own values only: nothing that a caller changes later changes what was read.
  const terms = JSON.parse(canonicalText(json as Json)) as Terms
  const faults = termRules.flatMap(({ rule, find }) => find(terms).map(each => ({ rule, ...each })))
  return faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'parsed', terms }
}

const faulty = (rule: string, say: string): ParsedTerms => ({ kind: 'faulty', faults: [{ pointer: '', rule, say }] })

/** Terms from the text whose hash ballots sign: it must be the canonical text and no other spelling of it. */
export const parseTermsText = (text: string): ParsedTerms => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return faulty('not-json', 'This text is not JSON.')
  }
  const parsed = parseTerms(json)
  if (parsed.kind === 'faulty' || termsText(parsed.terms) === text) return parsed
  return faulty('not-canonical', 'This text says the terms in another spelling than the canonical one.')
}

/** The one text of these terms (RFC 8785). */
export const termsText = (terms: Terms): string => canonicalText(terms as unknown as Json)
