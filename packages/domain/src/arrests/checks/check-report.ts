import { firstRefusal, type Refused, refuse } from '../../decision.ts'
import { cityDateOf, type Instant } from '../../time/instant.ts'
import { ageOn } from '../age.ts'
import type { ArrestReport } from '../arrest-report.ts'
import { type CompletenessReason, checkCompleteness } from './check-completeness.ts'
import { checkDates, type DateReason } from './check-dates.ts'
import { checkReference, flagStatutes, type ReferenceReason, type ReportReference } from './check-reference.ts'
import { checkReportText, type ReportTextReason } from './check-report-text.ts'
import { checkShapes, normalizeReport, type ShapeReason } from './check-shapes.ts'

export const arrestFlags = [
  'birth-date-unknown',
  'under-18-direct-file',
  'statute-unknown',
  'statute-not-in-force',
  'otn-missing',
] as const
/** The arrest is taken; somebody should look. */
export type ArrestFlag = (typeof arrestFlags)[number]

export const under18Reasons = ['under-18-without-notice', 'direct-file-of-adult'] as const
export type Under18Reason = (typeof under18Reasons)[number]
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
const youngestAge = ({ person, charges }: ArrestReport): number | null => {
  const { bornOn } = person
  if (bornOn === null || charges.length === 0) return null
  return Math.min(...charges.map(({ offenseOn }) => ageOn(bornOn, offenseOn)))
}

/** 42 Pa.C.S. § 6302: under 18 at the offense is a child; only a direct-file charge with the parents' notice comes here (B36). */
const checkUnder18 = (report: ArrestReport): Refused<Under18Reason> | undefined => {
  const age = youngestAge(report)
  if (age === null) return undefined
  if (age < 18 && report.directFile === null)
    return refuse(
      'under-18-without-notice',
      'Under 18 at the offense: record the direct file and the notice to the parents, or take the case to Family Court.',
      'directFile',
    )
  return age >= 18 && report.directFile !== null
    ? refuse(
        'direct-file-of-adult',
        'The person was 18 or older at each offense; remove the direct file.',
        'directFile',
      )
    : undefined
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
