import { type Refused, refuse } from '../../decision.ts'
import type { AccountId } from '../../ids.ts'
import type { Instant } from '../../time/instant.ts'
import type { CustodyFacts } from '../custody-facts.ts'
import { checkHoldsChecked, findOpenDeparture, type HoldCheckReason } from './departure-standing.ts'
import { type BasisReason, checkBasis } from './possible-bases.ts'

export type ConfirmDepartureReason =
  | BasisReason
  | HoldCheckReason
  | 'already-left'
  | 'departure-missing'
  | 'already-confirmed'
  | 'same-person'

/** Second act (B28): another person checks holds and orders again, and confirms. */
export const confirmDeparture = (
  facts: CustodyFacts,
  { accountId, holdsCheckedAt }: { accountId: AccountId; holdsCheckedAt: Instant | null },
  now: Instant,
): { kind: 'accepted' } | Refused<ConfirmDepartureReason> => {
  const departure = findOpenDeparture(facts)
  if ('kind' in departure) return departure
  if (departure.confirmedAt !== null)
    return refuse('already-confirmed', 'This departure is confirmed; acknowledge it once the person has left.')
  if (departure.proposedBy === accountId)
    return refuse('same-person', 'You proposed this departure; somebody else must confirm it.')
  return checkBasis(facts, departure.basis) ?? checkHoldsChecked(holdsCheckedAt, now) ?? { kind: 'accepted' }
}
