import { firstRefusal, type Refused, refuse } from '../decision.ts'
import type { Party } from '../seats.ts'
import { type RequiredTextReason, requireLine, requireProse } from '../text/check-text.ts'

/** Keeps a record from destruction, whatever an order says: by whom, for which matter, why. */
export const acceptLitigationHold = ({
  matter,
  reason,
}: {
  matter: string
  reason: string
}): { kind: 'accepted' } | Refused<RequiredTextReason> =>
  firstRefusal<RequiredTextReason>([
    () => requireLine(matter, { label: 'matter', at: 'matter' }),
    () => requireProse(reason, { label: 'reason', at: 'reason' }),
  ]) ?? { kind: 'accepted' }

export type HoldEndReason = RequiredTextReason | 'hold-ended' | 'hold-of-another-seat'

/** Ends a hold. Only the seat that set it does. */
export const acceptHoldEnd = (
  facts: { seat: Party; ended: boolean },
  by: Party,
  { reason }: { reason: string },
): { kind: 'accepted' } | Refused<HoldEndReason> =>
  firstRefusal<HoldEndReason>([
    () => (facts.ended ? refuse('hold-ended', 'This hold was ended already; reload the list.') : undefined),
    () =>
      facts.seat === by
        ? undefined
        : refuse('hold-of-another-seat', 'Another seat set this hold; ask it to end its own.'),
    () => requireProse(reason, { label: 'reason', at: 'reason' }),
  ]) ?? { kind: 'accepted' }
