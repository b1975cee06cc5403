import type { Grade } from '../../arrests/arrest-report.ts'
import { type Refused, refuse } from '../../decision.ts'
import { addHours, type Instant } from '../../time/instant.ts'
import { type CustodyFacts, openHolds } from '../custody-facts.ts'

/** What the releasing officer states (Pa.R.Crim.P. 519(B)(1)). */
export interface SummonsStatement {
  noImmediateDanger: boolean
  likelyToAppear: boolean
}

export type SummonsChargeReason = 'not-sight-arrest' | 'grade-unknown' | 'grade-too-high' | 'complaint-already-filed'
export type SummonsReason = SummonsChargeReason | 'danger' | 'not-likely-to-appear'

const sentences: { [R in SummonsReason]: string } = {
  'not-sight-arrest': 'Rule 519(B) is for arrests on sight; a person held on a warrant goes before the magistrate.',
  'grade-unknown': 'A charge has no known grade, so Rule 519(B) cannot be checked; correct the grade first.',
  'grade-too-high':
    'Rule 519(B) ends at misdemeanors of the second degree, and the first for driving under the influence.',
  'complaint-already-filed': 'A complaint is filed, so the magistrate decides; list the docket instead.',
  danger: 'Rule 519(B) asks that the person is no immediate danger; if so, the person goes before the magistrate.',
  'not-likely-to-appear': 'Rule 519(B) asks that the person will likely appear; if not, the magistrate decides.',
}

const no = <R extends SummonsReason>(reason: R): Refused<R> => refuse(reason, sentences[reason])

const low: readonly Grade[] = ['M2', 'M3', 'M', 'S', 'S1', 'S2', 'S3', 'IC']
const isDrivingUnderInfluence = (statute: string): boolean => /^75 § 3802(?: |$)/.test(statute)

/** Whether the charges and the arrest allow a release on summons, apart from what the officer states. */
export const checkSummonsRelease = (facts: CustodyFacts): Refused<SummonsChargeReason> | undefined => {
  if (facts.basis !== 'sight') return no('not-sight-arrest')
  if (facts.dockets.some(({ filedAt }) => filedAt !== null)) return no('complaint-already-filed')
  if (facts.charges.length === 0 || facts.charges.some(({ grade }) => grade === null || grade === 'C'))
    return no('grade-unknown')
  const isLow = facts.charges.every(
    ({ grade, statute }) => low.includes(grade) || (grade === 'M1' && isDrivingUnderInfluence(statute)),
  )
  return isLow ? undefined : no('grade-too-high')
}

/** Decides a release under Rule 519(B): by charges, arrest and the officer's two statements. Holds are checked apart. */
export const acceptSummonsRelease = (
  facts: CustodyFacts,
  statement: SummonsStatement,
  now: Instant,
): { kind: 'accepted'; complaintDueAt: Instant } | Refused<SummonsReason> => {
  const refused = checkSummonsRelease(facts)
  if (refused) return refused
  if (!statement.noImmediateDanger) return no('danger')
  return statement.likelyToAppear
    ? { kind: 'accepted', complaintDueAt: complaintDueAt(now) }
    : no('not-likely-to-appear')
}

/**
 * Rule 519(B)(2): the complaint is filed within five days of the release (B20). Read strictly: 120 hours from the decision to release,
 * which is the earliest reading of "five days", so that the alarm never comes after the rule's own end.
 */
export const complaintDueAt = (releasedAt: Instant): Instant => addHours(releasedAt, 5 * 24)

/** Whether a release on summons is open now: something sent, nothing decided against it, nothing holding the person. */
export const maySummon = (facts: CustodyFacts): boolean =>
  facts.sentAt !== null && openHolds(facts).length === 0 && checkSummonsRelease(facts) === undefined
