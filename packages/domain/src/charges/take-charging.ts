import { type Refused, refuse } from '../decision.ts'
import type { AccountId } from '../ids.ts'

/** Where the arrest stands with charging. */
export interface ChargingFacts {
  /** Sent at least once. */
  sent: boolean
  /** The newest sent version was sent back and not sent again. */
  sentBack: boolean
  /** Who took it since it was last sent; null when nobody did. */
  takenBy: AccountId | null
  decided: boolean
}

export interface ChargingActor {
  accountId: AccountId
  /** A charging supervisor may take over what another attorney took. */
  supervises: boolean
}

export const chargingStandingReasons = ['not-sent', 'sent-back', 'already-decided'] as const
export type ChargingStandingReason = (typeof chargingStandingReasons)[number]
export type TakeChargingReason = ChargingStandingReason | 'taken-by-another' | 'already-yours'

/** Whether charging can act on the arrest at all. */
export const checkChargingStanding = (facts: ChargingFacts): Refused<ChargingStandingReason> | undefined => {
  if (!facts.sent) return refuse('not-sent', 'Police have not sent this report; charging can start once they send it.')
  if (facts.decided)
    return refuse('already-decided', 'The charges of this arrest are decided; a decision is made once.')
  return facts.sentBack
    ? refuse('sent-back', 'This arrest is with the police, sent back for more; wait until they send it again.')
    : undefined
}

/** An attorney takes an arrest from the queue, so that two do not decide the same one. */
export const takeCharging = (
  facts: ChargingFacts,
  actor: ChargingActor,
): { kind: 'accepted'; takenFrom: AccountId | null } | Refused<TakeChargingReason> => {
  const refused = checkChargingStanding(facts)
  if (refused) return refused
  if (facts.takenBy === actor.accountId)
    return refuse('already-yours', 'You have already taken this arrest; decide it.')
  return facts.takenBy !== null && !actor.supervises
    ? refuse('taken-by-another', 'Another attorney took this arrest; ask a charging supervisor to take it over.')
    : { kind: 'accepted', takenFrom: facts.takenBy }
}
