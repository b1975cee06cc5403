import { type Refused, refuse } from '../../decision.ts'
import type { PlainDate } from '../../time/instant.ts'
import { ageOn } from '../age.ts'
import type { ArrestReport } from '../arrest-report.ts'

export const under18Reasons = ['under-18-without-notice', 'direct-file-of-adult'] as const
export type Under18Reason = (typeof under18Reasons)[number]

/** The youngest age at any charged offense; null without a birth date. */
export const youngestAge = ({ person, charges }: Pick<ArrestReport, 'person' | 'charges'>): number | null => {
  const { bornOn } = person
  if (bornOn === null || charges.length === 0) return null
  return Math.min(...charges.map(({ offenseOn }) => ageOn(bornOn, offenseOn)))
}

/**
 * 42 Pa.C.S. § 6302: under 18 at the offense is a child, who comes here only on a direct-file charge with the parents' notice (B36);
 * whoever says on which day the offense was.
 */
export const checkChild = (
  { bornOn, directFile }: { bornOn: PlainDate | null; directFile: boolean },
  offenseOn: PlainDate,
  at: string,
): Refused<'under-18-without-notice'> | undefined =>
  bornOn !== null && !directFile && ageOn(bornOn, offenseOn) < 18
    ? refuse(
        'under-18-without-notice',
        'Under 18 at the offense: record the direct file and the notice to the parents, or take the case to Family Court.',
        at,
      )
    : undefined

/** The direct file of a report agrees with the ages at its offenses. */
export const checkUnder18 = (report: ArrestReport): Refused<Under18Reason> | undefined => {
  const { charges, person } = report
  const standing = { bornOn: person.bornOn, directFile: report.directFile !== null }
  const [child] = charges.flatMap(({ offenseOn }) => checkChild(standing, offenseOn, 'directFile') ?? [])
  if (child) return child
  const age = youngestAge(report)
  return age !== null && age >= 18 && standing.directFile
    ? refuse(
        'direct-file-of-adult',
        'The person was 18 or older at each offense; remove the direct file.',
        'directFile',
      )
    : undefined
}
