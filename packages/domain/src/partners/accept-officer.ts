import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { type RequiredTextReason, requireLine } from '../text/check-text.ts'
import { addHours, type Instant, millisecondsOf } from '../time/instant.ts'

export interface Certificate {
  displayName: string
  /** Accepts terms and certifies duties for the unit. */
  coordinator: boolean
  certifiedUntil: Instant
}
export interface OfficerOffered extends Certificate {
  issuer: string
  subject: string
}
export type RecertifyReason = RequiredTextReason | 'certified-too-long' | 'nothing-changed'
export type OfficerReason = RequiredTextReason | 'certified-too-long' | 'certified-until-past' | 'officer-exists'

/** Somebody looks at each officer again at least so often: a year, and a month to do it in. */
export const certifiedDaysAtMost = 400

const isTooLong = (until: Instant, now: Instant): boolean =>
  millisecondsOf(until) > millisecondsOf(addHours(now, certifiedDaysAtMost * 24))

const tooLong = () =>
  refuse(
    'certified-too-long',
    `An officer is certified for at most ${certifiedDaysAtMost} days; choose an earlier date and certify again then.`,
    'certifiedUntil',
  )

/** Certifies an officer of a unit until a date. */
export const acceptOfficer = (
  facts: { subjectTaken: boolean },
  officer: OfficerOffered,
  now: Instant,
): { kind: 'accepted' } | Refused<OfficerReason> =>
  firstRefusal<OfficerReason>([
    () => requireLine(officer.displayName, { label: 'name', at: 'displayName' }),
    () => requireLine(officer.issuer, { label: 'issuer', at: 'issuer' }),
    () => requireLine(officer.subject, { label: 'subject', at: 'subject' }),
    () =>
      millisecondsOf(officer.certifiedUntil) <= millisecondsOf(now)
        ? refuse(
            'certified-until-past',
            'The certificate would have ended already; choose a later date.',
            'certifiedUntil',
          )
        : undefined,
    () => (isTooLong(officer.certifiedUntil, now) ? tooLong() : undefined),
    () =>
      facts.subjectTaken
        ? refuse('officer-exists', 'This sign-in is an officer already; change that certificate instead.', 'subject')
        : undefined,
  ]) ?? { kind: 'accepted' }

/** Changes a certificate. An instant that is past ends it. */
export const acceptRecertification = (
  known: Certificate,
  change: Certificate,
  now: Instant,
): { kind: 'accepted' } | Refused<RecertifyReason> =>
  firstRefusal<RecertifyReason>([
    () => requireLine(change.displayName, { label: 'name', at: 'displayName' }),
    () => (isTooLong(change.certifiedUntil, now) ? tooLong() : undefined),
    () =>
      known.displayName === change.displayName &&
      known.coordinator === change.coordinator &&
      known.certifiedUntil === change.certifiedUntil
        ? refuse('nothing-changed', 'Nothing was changed; change a field, then save.')
        : undefined,
  ]) ?? { kind: 'accepted' }
