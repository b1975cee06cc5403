import type { PoliceCharge } from '../arrests/arrest-report.ts'
import { checkStatute } from '../arrests/checks/check-reference.ts'
import { checkChild } from '../arrests/checks/check-under-18.ts'
import { parseStatute } from '../arrests/parse-identifiers.ts'
import { checkVersion, type VersionFacts, type VersionReason } from '../check-version.ts'
import { firstRefusal, type Refused, refuse } from '../decision.ts'
import type { AccountId, PoliceChargeId } from '../ids.ts'
import type { StatuteRow } from '../reference/rows.ts'
import { checkNote, type NoteReason } from '../text/check-note.ts'
import { type RequiredTextReason, requireLine } from '../text/check-text.ts'
import { cityDateOf, type Instant, type PlainDate } from '../time/instant.ts'
import type { Charge, ChargeDecision, DeclineReason } from './charge.ts'
import { checkTaken, type TakenReason } from './check-taken.ts'
import type { ChargingFacts } from './take-charging.ts'

/** `version` is the arrest's: a decision is about the police charges of one version. */
export interface DecideChargesFacts extends ChargingFacts, VersionFacts {
  policeCharges: readonly PoliceCharge[]
  arrestedAt: Instant
  incidents: readonly string[]
  bornOn: PlainDate | null
  /** The arrest is reported as a direct file, with the notice to the parents. */
  directFile: boolean
  /** All rows of the statutes that the prosecutor cites anew. */
  statutes: readonly StatuteRow[]
}

/** A charge to bring, before it has its id. */
export type ChargeToBring = Omit<Charge, 'chargeId'>
export interface DeclinedCharge {
  policeChargeId: PoliceChargeId
  reason: DeclineReason
  note: string | null
}

export type DecideChargesReason =
  | TakenReason
  | VersionReason
  | NoteReason
  | RequiredTextReason
  | 'charge-unknown'
  | 'charge-decided-twice'
  | 'charge-undecided'
  | 'modified-without-change'
  | 'statute-shape'
  | 'statute-unknown'
  | 'charge-counts'
  | 'offense-after-arrest'
  | 'under-18-without-notice'
  | 'charge-incident-not-listed'

export interface ChargesDecided {
  kind: 'accepted'
  /** `declined` when no charge at all is brought: the arrest goes no further. */
  outcome: 'charged' | 'declined'
  charges: ChargeToBring[]
  declined: DeclinedCharge[]
}

type Restated = Extract<ChargeDecision, { kind: 'modified' | 'added' }>

const checkCoverage = (
  { policeCharges }: DecideChargesFacts,
  decisions: readonly ChargeDecision[],
): Refused<DecideChargesReason> | undefined => {
  const seen = new Set<PoliceChargeId>()
  for (const [index, decision] of decisions.entries()) {
    if (decision.kind === 'added') continue
    const at = `decisions.${index}.policeChargeId`
    if (!policeCharges.some(({ policeChargeId }) => policeChargeId === decision.policeChargeId))
      return refuse(
        'charge-unknown',
        'A decision names a charge that police did not recommend; add it as a new charge.',
        at,
      )
    if (seen.has(decision.policeChargeId))
      return refuse('charge-decided-twice', 'One police charge has two decisions; keep one of them.', at)
    seen.add(decision.policeChargeId)
  }
  return seen.size === policeCharges.length
    ? undefined
    : refuse('charge-undecided', 'A police charge has no decision; approve, modify or decline each one.', 'decisions')
}

const isSame = (decision: Restated, police: PoliceCharge | undefined): boolean =>
  police !== undefined &&
  parseStatute(decision.statute) === parseStatute(police.statute) &&
  (['description', 'grade', 'counts', 'offenseOn', 'dcNumber'] as const).every(key => decision[key] === police[key])

const checkRestated = (facts: DecideChargesFacts, decision: Restated, at: string) => {
  const police =
    decision.kind === 'modified'
      ? facts.policeCharges.find(({ policeChargeId }) => policeChargeId === decision.policeChargeId)
      : undefined
  return firstRefusal<DecideChargesReason>([
    () => requireLine(decision.description, { label: "charge's description", at: `${at}.description` }),
    () =>
      parseStatute(decision.statute)
        ? undefined
        : refuse('statute-shape', 'Cite the statute as courts print it, as in 18 § 2702 §§ A1.', `${at}.statute`),
    () => checkStatute(parseStatute(decision.statute) ?? '', facts.statutes, `${at}.statute`),
    () =>
      Number.isInteger(decision.counts) && decision.counts >= 1 && decision.counts <= 999
        ? undefined
        : refuse(
            'charge-counts',
            'A charge has 1 to 999 counts, in whole numbers; correct the number.',
            `${at}.counts`,
          ),
    () =>
      decision.offenseOn > cityDateOf(facts.arrestedAt)
        ? refuse('offense-after-arrest', 'The offense is dated after the arrest; check the date.', `${at}.offenseOn`)
        : undefined,
    () => checkChild(facts, decision.offenseOn, `${at}.offenseOn`),
    () =>
      facts.incidents.includes(decision.dcNumber)
        ? undefined
        : refuse(
            'charge-incident-not-listed',
            "The DC number is not among the arrest's incidents; choose one of them, or ask Police to add it.",
            `${at}.dcNumber`,
          ),
    () =>
      isSame(decision, police)
        ? refuse('modified-without-change', 'This charge is unchanged; approve it instead of modifying it.', at)
        : undefined,
  ])
}

const checkDecision = (facts: DecideChargesFacts, decision: ChargeDecision, at: string) => {
  if (decision.kind === 'approved') return undefined
  return decision.kind === 'declined'
    ? checkNote(decision.reason, decision.note, `${at}.note`)
    : checkRestated(facts, decision, at)
}

const bring = (facts: DecideChargesFacts, decision: ChargeDecision): ChargeToBring[] => {
  if (decision.kind === 'declined') return []
  if (decision.kind === 'approved') {
    const police = facts.policeCharges.find(({ policeChargeId }) => policeChargeId === decision.policeChargeId)
    return police ? [{ ...police, origin: 'approved' }] : []
  }
  const { kind, statute, description, grade, counts, offenseOn, dcNumber } = decision
  const policeChargeId = kind === 'modified' ? decision.policeChargeId : null
  const cited = parseStatute(statute) ?? statute
  return [{ policeChargeId, origin: kind, statute: cited, description, grade, counts, offenseOn, dcNumber }]
}

/**
 * Decides all charges of an arrest at once: each police charge has exactly one decision, and stays on file beside what the
 * prosecutor made of it (B16); the prosecutor may add charges of its own.
 */
export const decideCharges = (
  facts: DecideChargesFacts,
  accountId: AccountId,
  decisions: readonly ChargeDecision[],
): ChargesDecided | Refused<DecideChargesReason> => {
  const refused = firstRefusal<DecideChargesReason>([
    () => checkTaken(facts, accountId),
    () => checkVersion(facts),
    () => checkCoverage(facts, decisions),
    ...decisions.map((decision, index) => () => checkDecision(facts, decision, `decisions.${index}`)),
  ])
  if (refused) return refused
  const charges = decisions.flatMap(decision => bring(facts, decision))
  const declined = decisions.flatMap(decision =>
    decision.kind === 'declined'
      ? [{ policeChargeId: decision.policeChargeId, reason: decision.reason, note: decision.note }]
      : [],
  )
  return { kind: 'accepted', outcome: charges.length > 0 ? 'charged' : 'declined', charges, declined }
}
