import { checkVersion, type VersionFacts, type VersionReason } from '../check-version.ts'
import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { type RequiredTextReason, requireProse } from '../text/check-text.ts'
import { cityDateOf, type Instant } from '../time/instant.ts'
import type { ArrestReport } from './arrest-report.ts'
import { canonicalText } from './canonical-report.ts'
import type { ReportReference } from './checks/check-reference.ts'
import { checkReport, type ReportChecked, type ReportReason } from './checks/check-report.ts'
import { normalizeReport } from './checks/check-shapes.ts'

export interface CorrectionFacts extends VersionFacts, ReportReference {
  sent: boolean
  /** The prosecutor has decided the charges. */
  chargingDecided: boolean
  /** A preliminary arraignment was held on any docket of the arrest. */
  arraigned: boolean
  /** As stored now; its SSN is null, for nobody reads it back. */
  current: ArrestReport
}

export interface Correction {
  reason: string
  /** The whole report as it should read. An SSN of null leaves the one on file. */
  report: ArrestReport
}

export const correctableParts = [
  'person',
  'arrestedAt',
  'place',
  'district',
  'bookingSite',
  'officers',
  'basis',
  'warrantNumber',
  'incidents',
  'otn',
  'charges',
  'narrative',
  'domesticViolence',
  'directFile',
  'victimsAndWitnesses',
] as const satisfies readonly (keyof ArrestReport)[]
export type CorrectablePart = (typeof correctableParts)[number]

const untilDecided: readonly CorrectablePart[] = ['charges', 'incidents']
const untilArraigned: readonly CorrectablePart[] = ['basis', 'warrantNumber', 'directFile']

export type CorrectionReason =
  | ReportReason
  | VersionReason
  | 'not-sent'
  | 'reason-missing'
  | 'nothing-changed'
  | 'intake-number-fixed'
  | 'other-person'
  | 'charges-already-decided'
  | 'arraignment-relied-on-it'

export type CorrectionDecision =
  | (ReportChecked & { changed: CorrectablePart[]; ssnChanged: boolean })
  | Refused<CorrectionReason>

/** The parts that the correction would change, compared in stored form. */
export const changedParts = (current: ArrestReport, given: ArrestReport): CorrectablePart[] => {
  const kept = { ...given, person: { ...given.person, ssn: current.person.ssn } }
  return correctableParts.filter(part => canonicalText(current[part]) !== canonicalText(kept[part]))
}

const checkStanding = (facts: CorrectionFacts, { reason }: Correction) =>
  firstRefusal<VersionReason | RequiredTextReason | 'not-sent' | 'reason-missing'>([
    () =>
      facts.sent
        ? undefined
        : refuse('not-sent', 'This report was not sent yet; change the draft and save it instead.'),
    () => checkVersion(facts),
    () => {
      const refused = requireProse(reason, { label: 'reason', at: 'reason' })
      return refused?.reason === 'text-empty'
        ? refuse('reason-missing', 'A correction needs its reason; say what was wrong.', 'reason')
        : refused
    },
  ])

const checkLocks = (facts: CorrectionFacts, changed: readonly CorrectablePart[]) => {
  const decided = changed.find(part => untilDecided.includes(part))
  if (facts.chargingDecided && decided)
    return refuse(
      'charges-already-decided',
      'The charges are decided, so the police charges and incidents stay as they were; ask the prosecutor to add a charge.',
      `report.${decided}`,
    )
  const reliedOn = changed.find(part => untilArraigned.includes(part))
  return facts.arraigned && reliedOn
    ? refuse(
        'arraignment-relied-on-it',
        'The magistrate decided on this; ask the court to rule again before it is changed.',
        `report.${reliedOn}`,
      )
    : undefined
}

/**
 * Decides a correction of a sent report. Nothing is overwritten: it becomes the next version. Police charges and incidents are
 * fixed once the prosecutor decided, the legal basis once the arraignment was held; person details stay correctable for ever.
 */
export const acceptCorrection = (facts: CorrectionFacts, correction: Correction, now: Instant): CorrectionDecision => {
  const standing = checkStanding(facts, correction)
  if (standing) return standing
  const given = normalizeReport(correction.report, cityDateOf(now))
  if (given.intakeNumber !== facts.current.intakeNumber)
    return refuse(
      'intake-number-fixed',
      'The intake number of a sent report never changes; leave it.',
      'report.intakeNumber',
    )
  if (given.personId !== null && given.personId !== facts.current.personId)
    return refuse(
      'other-person',
      'A correction cannot move the arrest to another person; ask the records desk.',
      'report.personId',
    )
  const changed = changedParts(facts.current, given)
  const ssnChanged = given.person.ssn !== null
  if (changed.length === 0 && !ssnChanged)
    return refuse('nothing-changed', 'The correction changes nothing; change a field first.')
  const locked = checkLocks(facts, changed)
  if (locked) return locked
  const checked = checkReport(correction.report, facts, now)
  return checked.kind === 'refused' ? checked : { ...checked, changed, ssnChanged }
}
