import { type Refused, refuse } from '../decision.ts'
import type { ArrestId } from '../ids.ts'
import type { Instant } from '../time/instant.ts'
import type { ArrestReport } from './arrest-report.ts'
import type { ReportReference } from './checks/check-reference.ts'
import { checkReport, type ReportChecked, type ReportReason } from './checks/check-report.ts'

export interface ArrestFacts extends ReportReference {
  /** The arrest that has this intake number, if any. */
  known: {
    arrestId: ArrestId
    /** Sent at least once. */
    sent: boolean
    /** Keyed hash of `canonicalReport` as first sent; null for a draft. */
    contentHash: string | null
  } | null
  /** The same keyed hash of the report that is offered now. */
  contentHash: string
}

export type ArrestReason = ReportReason | 'intake-number-taken'

export type ArrestDecision =
  | (ReportChecked & { arrestId: ArrestId | null })
  | { kind: 'already-reported'; arrestId: ArrestId }
  | Refused<ArrestReason>

/**
 * Decides whether a report may be sent to charging. A known intake number with the same content is the same arrest, with
 * other content it is refused; an unsent draft of that number is what is now sent (`arrestId` is its own).
 */
export const acceptArrest = (facts: ArrestFacts, report: ArrestReport, now: Instant): ArrestDecision => {
  const { known } = facts
  if (known?.sent) {
    return known.contentHash === facts.contentHash
      ? { kind: 'already-reported', arrestId: known.arrestId }
      : refuse(
          'intake-number-taken',
          'Another report was sent under this intake number; correct that arrest, or send this one under a new number.',
          'intakeNumber',
        )
  }
  const checked = checkReport(report, facts, now)
  return checked.kind === 'refused' ? checked : { ...checked, arrestId: known?.arrestId ?? null }
}
