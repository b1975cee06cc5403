import type { Refused } from '../../decision.ts'
import { type RequiredTextReason, requireProse } from '../../text/check-text.ts'
import type { CustodyFacts } from '../custody-facts.ts'
import { findOpenDeparture } from './departure-standing.ts'

export type WithdrawDepartureReason = RequiredTextReason | 'already-left' | 'departure-missing'

/** A departure that must not go on is withdrawn with its reason; until the person has left, it always can be. */
export const withdrawDeparture = (
  facts: CustodyFacts,
  { reason }: { reason: string },
): { kind: 'accepted' } | Refused<WithdrawDepartureReason> => {
  const departure = findOpenDeparture(facts)
  if ('kind' in departure) return departure
  return requireProse(reason, { label: 'reason', at: 'reason' }) ?? { kind: 'accepted' }
}
