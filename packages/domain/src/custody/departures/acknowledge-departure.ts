import { firstRefusal, type Refused, refuse } from '../../decision.ts'
import { checkNamePart, type NamePartReason } from '../../text/check-text.ts'
import { type Instant, isInFuture } from '../../time/instant.ts'
import type { CustodyFacts } from '../custody-facts.ts'
import { findOpenDeparture } from './departure-standing.ts'
import { type BasisReason, checkBasis } from './possible-bases.ts'

export type AcknowledgeDepartureReason =
  | BasisReason
  | NamePartReason
  | 'already-left'
  | 'departure-missing'
  | 'not-confirmed'
  | 'left-before-confirmation'
  | 'left-in-future'

/** Third act (B28): the person has left and somebody answers for it. This alone stops the custody clock. */
export const acknowledgeDeparture = (
  facts: CustodyFacts,
  { acknowledgedByName, leftAt }: { acknowledgedByName: string; leftAt: Instant },
  now: Instant,
): { kind: 'accepted' } | Refused<AcknowledgeDepartureReason> => {
  const departure = findOpenDeparture(facts)
  if ('kind' in departure) return departure
  const { confirmedAt } = departure
  if (confirmedAt === null)
    return refuse('not-confirmed', 'A second person has not confirmed this departure; ask for it first.')
  const refused = firstRefusal<AcknowledgeDepartureReason>([
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
