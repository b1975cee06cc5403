import type { Instant } from '@pars/domain'
import { canonicalText } from '../canonical-text.ts'
import type { CitedKind, PurposeCode } from '../terms.ts'

/** A case that a unit names before it asks: what the test "registered" of a purpose looks up. */
export interface CaseParts {
  origin: string
  unit: string
  kind: Exclude<CitedKind, 'none'>
  value: string
  purpose: PurposeCode
  endsAt: Instant
}

/** What a unit's key signs to register a case: RFC 8785 text. */
export const caseStatement = ({ origin, unit, kind, value, purpose, endsAt }: CaseParts): string =>
  canonicalText({ format: 'pars-case-1', origin, unit, kind, value, purpose, endsAt })
