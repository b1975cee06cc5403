import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { type RequiredTextReason, requireProse } from '../text/check-text.ts'
import {
  type AccountFacts,
  type AccountStandingReason,
  checkKeeping,
  checkLosing,
  type KeepingReason,
  type StaffFacts,
} from './check-keeping.ts'
import type { Actor } from './who-may.ts'

export type AccountEndReason = KeepingReason | AccountStandingReason | RequiredTextReason

/** Ends an account: from now on it signs in no more, and what it did stays its own. */
export const acceptAccountEnd = (
  facts: StaffFacts,
  actor: Actor,
  { account, reason }: { account: AccountFacts; reason: string },
): { kind: 'accepted' } | Refused<AccountEndReason> =>
  firstRefusal<AccountEndReason>([
    ...checkKeeping(facts, actor, [account.role]),
    () =>
      account.ended ? refuse('account-ended', 'This account has ended already; there is nothing to end.') : undefined,
    ...checkLosing(facts, actor, { account, stillManages: false }),
    () => requireProse(reason, { label: 'reason', at: 'reason' }),
  ]) ?? { kind: 'accepted' }
