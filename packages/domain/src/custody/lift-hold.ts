import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { type RequiredTextReason, requireProse } from '../text/check-text.ts'

export interface HoldLiftFacts {
  found: boolean
  lifted: boolean
}
export type HoldLiftReason = RequiredTextReason | 'hold-unknown' | 'already-lifted'

/** Lifts a hold, with the reason: the paper by which its issuer gave it up. */
export const liftHold = (
  facts: HoldLiftFacts,
  { reason }: { reason: string },
): { kind: 'accepted' } | Refused<HoldLiftReason> =>
  firstRefusal<HoldLiftReason>([
    () =>
      facts.found ? undefined : refuse('hold-unknown', 'There is no such hold on this arrest; open the record again.'),
    () =>
      facts.lifted
        ? refuse('already-lifted', 'This hold was lifted already; nothing holds on its account.')
        : undefined,
    () => requireProse(reason, { label: 'reason', at: 'reason' }),
  ]) ?? { kind: 'accepted' }
