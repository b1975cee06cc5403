import { firstRefusal, type Refused } from '../../decision.ts'
import { cityDateOf, type Instant } from '../../time/instant.ts'
import type { ArrestReport } from '../arrest-report.ts'
import { type CompletenessReason, checkCompleteness } from './check-completeness.ts'
import { checkDates, type DateReason } from './check-dates.ts'
import { checkReference, flagStatutes, type ReferenceReason, type ReportReference } from './check-reference.ts'
import { checkReportText, type ReportTextReason } from './check-report-text.ts'
import { checkShapes, normalizeReport, type ShapeReason } from './check-shapes.ts'
import { checkUnder18, type Under18Reason, youngestAge } from './check-under-18.ts'

export const arrestFlags = [
  'birth-date-unknown',
  'under-18-direct-file',
  'statute-unknown',
  'statute-not-in-force',
  'otn-missing',
] as const
/** The arrest is taken; somebody should look. */
export type ArrestFlag = (typeof arrestFlags)[number]

/** Why a whole report cannot be sent, whether new or corrected. */
export type ReportReason =
  | ReportTextReason
  | ShapeReason
  | DateReason
  | CompletenessReason
  | ReferenceReason
  | Under18Reason

export interface ReportChecked {
  kind: 'accepted'
  /** Identifiers in stored form, everything else exactly as given. */
  report: ArrestReport
  /** The youngest age at any charged offense; null without a birth date. */
  ageAtOffense: number | null
  flags: ArrestFlag[]
}

/** Everything a sent report must satisfy, new or corrected. */
export const checkReport = (
  given: ArrestReport,
  reference: ReportReference,
  now: Instant,
): ReportChecked | Refused<ReportReason> => {
  const today = cityDateOf(now)
  const report = normalizeReport(given, today)
  const refused = firstRefusal<ReportReason>([
    () => checkReportText(given),
    () => checkShapes(given, today),
    () => checkCompleteness(report),
    () => checkDates(report, now),
    () => checkReference(report, reference),
    () => checkUnder18(report),
  ])
  if (refused) return refused
  const ageAtOffense = youngestAge(report)
  const flags: ArrestFlag[] = [
    ...(ageAtOffense === null ? (['birth-date-unknown'] as const) : []),
    ...(ageAtOffense !== null && ageAtOffense < 18 ? (['under-18-direct-file'] as const) : []),
    ...flagStatutes(report, reference.statutes),
    ...(report.otn === null ? (['otn-missing'] as const) : []),
  ]
  return { kind: 'accepted', report, ageAtOffense, flags }
}
