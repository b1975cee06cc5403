import { parseDocketNumber } from '../arrests/parse-identifiers.ts'
import { firstRefusal, type Refused, refuse } from '../decision.ts'
import type { AccountId } from '../ids.ts'
import { cityDateOf, type Instant } from '../time/instant.ts'
import type { ComplaintFields } from './charge.ts'
import { type ComplaintFieldReason, type ComplaintStanding, checkComplaintFields } from './check-complaint-fields.ts'

export interface FilingFacts extends ComplaintStanding {
  fields: ComplaintFields
  /** The prosecutor who approved the complaint (Rule 507); null where nobody did. */
  approvedBy: AccountId | null
  filed: boolean
  /** Another docket has the number that is given now. */
  docketNumberUsed: boolean
}

export interface Filing {
  docketNumber: string
  /** The issuing authority certifies that the complaint is complete and, where required, approved (Rules 508, 1003(B)). */
  certifiedComplete: boolean
}

export type FilingReason =
  | ComplaintFieldReason
  | 'already-filed'
  | 'not-approved'
  | 'not-certified'
  | 'docket-number-shape'
  | 'docket-number-in-future'
  | 'docket-number-used'

/**
 * Decides whether the court may file a complaint, which begins a docket: Rule 504 complete, approved by the prosecutor,
 * certified by the court, under a docket number that the court gave and nobody used (B18).
 */
export const acceptFiling = (
  facts: FilingFacts,
  filing: Filing,
  now: Instant,
): { kind: 'accepted'; docketNumber: string } | Refused<FilingReason> => {
  const parsed = parseDocketNumber(filing.docketNumber)
  const refused = firstRefusal<FilingReason>([
    () => (facts.filed ? refuse('already-filed', 'This complaint is filed already; open its docket.') : undefined),
    () =>
      facts.approvedBy === null
        ? refuse('not-approved', 'The prosecutor has not approved this complaint; ask the prosecutor to approve it.')
        : undefined,
    () => checkComplaintFields(facts.fields, facts, now),
    () =>
      filing.certifiedComplete
        ? undefined
        : refuse('not-certified', 'Certify that the complaint is complete and approved before filing it.', 'certified'),
    () =>
      parsed
        ? undefined
        : refuse(
            'docket-number-shape',
            'A docket number reads MC-51-CR-0000001-2026; enter the one the court gave.',
            'docketNumber',
          ),
    () =>
      parsed && parsed.year > Number(cityDateOf(now).slice(0, 4))
        ? refuse(
            'docket-number-in-future',
            'The year of the docket number has not begun; check the number.',
            'docketNumber',
          )
        : undefined,
    () =>
      facts.docketNumberUsed
        ? refuse(
            'docket-number-used',
            'Another case has this docket number; check the number the court gave.',
            'docketNumber',
          )
        : undefined,
  ])
  return refused ?? { kind: 'accepted', docketNumber: parsed?.docketNumber ?? filing.docketNumber }
}
