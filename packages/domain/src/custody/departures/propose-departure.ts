import { firstRefusal, type Refused, refuse } from '../../decision.ts'
import { type RequiredTextReason, requireLine } from '../../text/check-text.ts'
import type { Instant } from '../../time/instant.ts'
import type { CustodyFacts } from '../custody-facts.ts'
import type { DepartureBasis } from '../departure.ts'
import { checkHoldsChecked, checkLeft, type HoldCheckReason } from './departure-standing.ts'
import { type BasisReason, checkBasis } from './possible-bases.ts'
import { acceptSummonsRelease, type SummonsReason, type SummonsStatement } from './summons-release.ts'

export interface DepartureProposal {
  basis: DepartureBasis
  destination: string
  /** When the proposer checked for holds; null where nobody did. */
  holdsCheckedAt: Instant | null
  /** For `rule-519b`; null otherwise. */
  summons: SummonsStatement | null
}

export type ProposeDepartureReason =
  | BasisReason
  | HoldCheckReason
  | SummonsReason
  | RequiredTextReason
  | 'already-left'
  | 'departure-open'

/** First act of leaving (B28): somebody proposes it, on a basis that all dockets and holds bear out. */
export const proposeDeparture = (
  facts: CustodyFacts,
  proposal: DepartureProposal,
  now: Instant,
): { kind: 'accepted'; complaintDueAt: Instant | null } | Refused<ProposeDepartureReason> => {
  const refused = firstRefusal<ProposeDepartureReason>([
    () => checkLeft(facts),
    () =>
      facts.departure
        ? refuse('departure-open', 'A departure is under way; confirm it, or withdraw it before proposing another.')
        : undefined,
    () => checkBasis(facts, proposal.basis),
    () => checkHoldsChecked(proposal.holdsCheckedAt, now),
    () => requireLine(proposal.destination, { label: 'destination', at: 'destination' }),
  ])
  if (refused) return refused
  if (proposal.basis !== 'rule-519b') return { kind: 'accepted', complaintDueAt: null }
  return acceptSummonsRelease(facts, proposal.summons ?? { noImmediateDanger: false, likelyToAppear: false }, now)
}
