import { type Refused, refuse } from '../../decision.ts'
import { addHours, type Instant, isInFuture } from '../../time/instant.ts'
import type { CustodyFacts, DepartureFacts } from '../custody-facts.ts'

export type HoldCheckReason = 'holds-not-checked' | 'holds-check-too-old'

/** Holds of other authorities were looked for within the last hour (B28). */
export const checkHoldsChecked = (checkedAt: Instant | null, now: Instant): Refused<HoldCheckReason> | undefined => {
  if (checkedAt === null)
    return refuse(
      'holds-not-checked',
      'Check for holds of other authorities before the person leaves, and say so.',
      'holdsChecked',
    )
  return addHours(checkedAt, 1) < now || isInFuture(checkedAt, now)
    ? refuse('holds-check-too-old', 'Holds were not checked within the last hour; check again.', 'holdsChecked')
    : undefined
}

export const checkLeft = ({ departure }: Pick<CustodyFacts, 'departure'>): Refused<'already-left'> | undefined =>
  departure?.leftAt
    ? refuse('already-left', 'This person has left custody; the record is closed to departures.')
    : undefined

/** The departure under way, or why there is none. */
export const findOpenDeparture = (
  facts: Pick<CustodyFacts, 'departure'>,
): DepartureFacts | Refused<'already-left' | 'departure-missing'> =>
  checkLeft(facts) ??
  facts.departure ??
  refuse('departure-missing', 'Nobody proposed that this person leaves; propose it first.')
