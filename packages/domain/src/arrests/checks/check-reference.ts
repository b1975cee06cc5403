import { firstRefusal, type Refused, refuse } from '../../decision.ts'
import { findInForce } from '../../reference/effective-dated.ts'
import type { DistrictRow, StatuteRow } from '../../reference/rows.ts'
import { cityDateOf } from '../../time/instant.ts'
import type { ArrestReport } from '../arrest-report.ts'
import { unknownStatute } from '../parse-identifiers.ts'

/** Effective-dated rows that a report is judged by: all rows of its district's code, all rows of its statutes. */
export interface ReportReference {
  districts: readonly DistrictRow[]
  statutes: readonly StatuteRow[]
}

export const referenceReasons = ['district-unknown', 'district-closed', 'statute-unknown'] as const
export type ReferenceReason = (typeof referenceReasons)[number]

const checkDistrict = (report: ArrestReport, districts: readonly DistrictRow[]) => () => {
  const rows = districts.filter(row => row.code === report.district)
  const on = cityDateOf(report.arrestedAt)
  if (rows.length === 0)
    return refuse(
      'district-unknown',
      'There is no police district with this number; choose one from the list.',
      'district',
    )
  return findInForce(rows, on)
    ? undefined
    : refuse(
        'district-closed',
        `District ${report.district} did not exist on ${on}; choose the one that did.`,
        'district',
      )
}

/** The citation is one of the table's, or the courts' own for an offense that no table holds. Expects it in stored form. */
export const checkStatute = (
  statute: string,
  statutes: readonly StatuteRow[],
  at: string,
): Refused<'statute-unknown'> | undefined =>
  statute === unknownStatute || statutes.some(row => row.statute === statute)
    ? undefined
    : refuse(
        'statute-unknown',
        `The statute table has no such citation; choose a listed one, or ${unknownStatute} and describe the offense.`,
        at,
      )

/** District and statutes as they were on the day that counts: the day of the arrest, the day of each offense (B39). */
export const checkReference = (
  report: ArrestReport,
  { districts, statutes }: ReportReference,
): Refused<ReferenceReason> | undefined =>
  firstRefusal([
    checkDistrict(report, districts),
    ...report.charges.map(
      ({ statute }, index) =>
        () =>
          checkStatute(statute, statutes, `charges.${index}.statute`),
    ),
  ])

/** Charges that pass, yet somebody must look at them: an offense in no table, or not in force on the day of the offense. */
export const flagStatutes = (report: ArrestReport, statutes: readonly StatuteRow[]) => {
  const { charges } = report
  const isKnown = charges.every(({ statute }) => statute !== unknownStatute)
  const isCurrent = charges
    .filter(({ statute }) => statute !== unknownStatute)
    .every(charge =>
      findInForce(
        statutes.filter(row => row.statute === charge.statute),
        charge.offenseOn,
      ),
    )
  return [...(isKnown ? [] : (['statute-unknown'] as const)), ...(isCurrent ? [] : (['statute-not-in-force'] as const))]
}
