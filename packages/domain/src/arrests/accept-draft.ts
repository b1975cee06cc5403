import { firstRefusal, type Refused, refuse } from '../decision.ts'
import type { ArrestId } from '../ids.ts'
import { cityDateOf, type Instant } from '../time/instant.ts'
import type { ArrestReport } from './arrest-report.ts'
import { type CompletenessReason, checkCompleteness } from './checks/check-completeness.ts'
import { checkDates, type DateReason } from './checks/check-dates.ts'
import { checkReportText, type ReportTextReason } from './checks/check-report-text.ts'
import { checkShapes, normalizeReport, type ShapeReason } from './checks/check-shapes.ts'

export interface DraftFacts {
  /** The draft that is saved again; null for a new one. */
  draft: { arrestId: ArrestId; version: number; sent: boolean } | null
  /** The version that the caller saw; null for a new draft. */
  versionGiven: number | null
  /** The arrest that has this intake number, if any. */
  intakeNumberOf: ArrestId | null
}

export type DraftReason =
  | ReportTextReason
  | ShapeReason
  | DateReason
  | 'already-sent'
  | 'version-missing'
  | 'version-changed'
  | 'intake-number-taken'

export interface DraftAccepted {
  kind: 'accepted'
  report: ArrestReport
  /** The first thing that sending will still ask for; null when the report looks complete. */
  lacks: Refused<CompletenessReason> | null
}

const checkStanding = (facts: DraftFacts): Refused<DraftReason> | undefined => {
  const { draft, versionGiven, intakeNumberOf } = facts
  if (intakeNumberOf !== null && intakeNumberOf !== draft?.arrestId)
    return refuse(
      'intake-number-taken',
      'Another arrest has this intake number; open that one, or take a new number.',
      'intakeNumber',
    )
  if (draft === null) return undefined
  if (draft.sent) return refuse('already-sent', 'This report was sent; correct the arrest instead of the draft.')
  if (versionGiven === null)
    return refuse('version-missing', 'Say which version of the draft you saw, so that nobody is overwritten.')
  return versionGiven === draft.version
    ? undefined
    : refuse('version-changed', 'Somebody saved this draft after you opened it; open it again and repeat your change.')
}

/** A draft may lack anything and be sent later; but it holds no hostile text, no impossible date and no misshapen number. */
export const acceptDraft = (
  facts: DraftFacts,
  given: ArrestReport,
  now: Instant,
): DraftAccepted | Refused<DraftReason> => {
  const today = cityDateOf(now)
  const refused = firstRefusal<DraftReason>([
    () => checkStanding(facts),
    () => checkReportText(given, 'draft'),
    () => checkShapes(given, today, 'draft'),
    () => checkDates(normalizeReport(given, today), now),
  ])
  if (refused) return refused
  const report = normalizeReport(given, today)
  return { kind: 'accepted', report, lacks: checkCompleteness(report) ?? null }
}
