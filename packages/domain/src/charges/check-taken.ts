import { type Refused, refuse } from '../decision.ts'
import type { AccountId } from '../ids.ts'
import { type ChargingFacts, type ChargingStandingReason, checkChargingStanding } from './take-charging.ts'

export type TakenReason = ChargingStandingReason | 'not-taken' | 'taken-by-another'

/** Only the attorney who took the arrest decides it or sends it back. */
export const checkTaken = (facts: ChargingFacts, accountId: AccountId): Refused<TakenReason> | undefined => {
  const refused = checkChargingStanding(facts)
  if (refused) return refused
  if (facts.takenBy === null) return refuse('not-taken', 'Take this arrest from the queue first.')
  return facts.takenBy === accountId
    ? undefined
    : refuse('taken-by-another', 'Another attorney took this arrest; ask a charging supervisor to take it over.')
}
