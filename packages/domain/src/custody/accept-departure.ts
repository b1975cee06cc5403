import { firstRefusal, type Refused, refuse } from '../decision.ts'
import type { AccountId } from '../ids.ts'
import { checkLine, checkNamePart, checkProse, type TextReason } from '../text/check-text.ts'
import { addHours, type Instant, isInFuture } from '../time/instant.ts'
import { type CustodyFacts, isDeclined, openHolds } from './custody-facts.ts'
import type { DepartureBasis } from './departure.ts'
import { isFinal } from './docket-stage.ts'
import {
  acceptSummonsRelease,
  checkSummonsRelease,
  maySummon,
  type SummonsReason,
  type SummonsStatement,
} from './summons-release.ts'

export type DepartureReason =
  | TextReason
  | 'already-left'
  | 'departure-open'
  | 'departure-missing'
  | 'not-sent'
  | 'docket-undecided'
  | 'basis-contradicts-facts'
  | 'hold-open'
  | 'holds-not-checked'
  | 'holds-check-too-old'
  | 'already-confirmed'
  | 'same-person'
  | 'not-confirmed'
  | 'left-before-confirmation'
  | 'left-in-future'
  | SummonsReason

const goingFree: readonly DepartureBasis[] = [
  'charges-declined',
  'no-probable-cause',
  'bail-without-money',
  'rule-519b',
]

/** The basis on which the case itself lets the person leave, before any hold is looked at; null while something is undecided. */
const basisOfCase = (facts: CustodyFacts): DepartureBasis | null => {
  const { dockets } = facts
  if (facts.sentAt === null) return null
  if (isDeclined(facts)) return 'charges-declined'
  const isReady = dockets.length > 0 && facts.chargesWithoutComplaint === 0 && dockets.every(isFinal)
  if (facts.charging.decidedAt === null || !isReady) return null
  if (dockets.some(({ order }) => order?.kind === 'refused-bail')) return 'commitment-bail-refused'
  if (dockets.some(({ order }) => order?.types.includes('monetary'))) return 'commitment-for-bail'
  return dockets.every(({ order }) => order === null) ? 'no-probable-cause' : 'bail-without-money'
}

/** The bases on which this person may leave now. All dockets count: one that holds, holds. An open hold bars going free. */
export const possibleBases = (facts: CustodyFacts): DepartureBasis[] => {
  const basis = basisOfCase(facts)
  if (basis === null) return maySummon(facts) ? ['rule-519b'] : []
  return goingFree.includes(basis) && openHolds(facts).length > 0 ? ['held-for-other-authority'] : [basis]
}

/** The basis must follow from the facts of all dockets and holds as they are at this moment. */
const checkBasis = (facts: CustodyFacts, basis: DepartureBasis): Refused<DepartureReason> | undefined => {
  if (facts.sentAt === null)
    return refuse('not-sent', 'The arrest is an unsent draft; send it, so that somebody decides about it.')
  if (goingFree.includes(basis) && openHolds(facts).length > 0)
    return refuse(
      'hold-open',
      'Another authority holds this person; lift the hold by its paper, or hand the person over.',
      'basis',
    )
  const possible = possibleBases(facts)
  if (possible.includes(basis)) return undefined
  if (possible.length > 0)
    return refuse(
      'basis-contradicts-facts',
      'The orders in this arrest say otherwise; choose the basis they give.',
      'basis',
    )
  if (basis === 'rule-519b') return checkSummonsRelease(facts)
  return refuse(
    'docket-undecided',
    'Something is still to be decided in this arrest; see on the board who acts next.',
    'basis',
  )
}

const checkHoldsChecked = (checkedAt: Instant | null, now: Instant): Refused<DepartureReason> | undefined => {
  if (checkedAt === null)
    return refuse(
      'holds-not-checked',
      'Check for holds of other authorities before the person leaves, and say so.',
      'holdsCheckedAt',
    )
  return addHours(checkedAt, 1) < now || isInFuture(checkedAt, now)
    ? refuse('holds-check-too-old', 'Holds were not checked within the last hour; check again.', 'holdsCheckedAt')
    : undefined
}

const checkLeft = ({ departure }: CustodyFacts): Refused<DepartureReason> | undefined =>
  departure?.leftAt
    ? refuse('already-left', 'This person has left custody; the record is closed to departures.')
    : undefined

export interface DepartureProposal {
  basis: DepartureBasis
  destination: string
  /** When the proposer checked for holds; null where nobody did. */
  holdsCheckedAt: Instant | null
  /** For `rule-519b`; null otherwise. */
  summons: SummonsStatement | null
}

/** First act of leaving (B28): somebody proposes it, on a basis that all dockets and holds bear out. */
export const proposeDeparture = (
  facts: CustodyFacts,
  proposal: DepartureProposal,
  now: Instant,
): { kind: 'accepted'; complaintDueAt: Instant | null } | Refused<DepartureReason> => {
  const refused = firstRefusal<DepartureReason>([
    () => checkLeft(facts),
    () =>
      facts.departure
        ? refuse('departure-open', 'A departure is under way; confirm it, or withdraw it before proposing another.')
        : undefined,
    () => checkBasis(facts, proposal.basis),
    () => checkHoldsChecked(proposal.holdsCheckedAt, now),
    () => checkLine(proposal.destination, { label: 'destination', at: 'destination' }, true),
  ])
  if (refused) return refused
  if (proposal.basis !== 'rule-519b') return { kind: 'accepted', complaintDueAt: null }
  return acceptSummonsRelease(facts, proposal.summons ?? { noImmediateDanger: false, likelyToAppear: false }, now)
}

const missing = (): Refused<DepartureReason> =>
  refuse('departure-missing', 'Nobody proposed that this person leaves; propose it first.')

/** Second act (B28): another person checks holds and orders again, and confirms. */
export const confirmDeparture = (
  facts: CustodyFacts,
  { accountId, holdsCheckedAt }: { accountId: AccountId; holdsCheckedAt: Instant | null },
  now: Instant,
): { kind: 'accepted' } | Refused<DepartureReason> => {
  const { departure } = facts
  const left = checkLeft(facts)
  if (left) return left
  if (departure === null) return missing()
  if (departure.confirmedAt !== null)
    return refuse('already-confirmed', 'This departure is confirmed; acknowledge it once the person has left.')
  if (departure.proposedBy === accountId)
    return refuse('same-person', 'You proposed this departure; somebody else must confirm it.')
  return checkBasis(facts, departure.basis) ?? checkHoldsChecked(holdsCheckedAt, now) ?? { kind: 'accepted' }
}

/** Third act (B28): the person has left and somebody answers for it. This alone stops the custody clock. */
export const acknowledgeDeparture = (
  facts: CustodyFacts,
  { acknowledgedByName, leftAt }: { acknowledgedByName: string; leftAt: Instant },
  now: Instant,
): { kind: 'accepted' } | Refused<DepartureReason> => {
  const { departure } = facts
  const left = checkLeft(facts)
  if (left) return left
  if (departure === null) return missing()
  const { confirmedAt } = departure
  if (confirmedAt === null)
    return refuse('not-confirmed', 'A second person has not confirmed this departure; ask for it first.')
  const refused = firstRefusal<DepartureReason>([
    () => checkBasis(facts, departure.basis),
    () =>
      isInFuture(leftAt, now)
        ? refuse('left-in-future', 'The departure is dated in the future; enter when the person left.', 'leftAt')
        : undefined,
    () =>
      isInFuture(confirmedAt, leftAt)
        ? refuse('left-before-confirmation', 'Nobody leaves before the confirmation; check the time.', 'leftAt')
        : undefined,
    () => checkNamePart(acknowledgedByName, { label: 'name of who took delivery', at: 'acknowledgedByName' }),
  ])
  return refused ?? { kind: 'accepted' }
}

/** A departure that must not go on is withdrawn with its reason; until the person has left, it always can be. */
export const withdrawDeparture = (
  facts: CustodyFacts,
  { reason }: { reason: string },
): { kind: 'accepted' } | Refused<DepartureReason> =>
  checkLeft(facts) ??
  (facts.departure ? undefined : missing()) ??
  checkProse(reason, { label: 'reason', at: 'reason' }, true) ?? { kind: 'accepted' }
