import { firstRefusal, type Refused } from '../decision.ts'
import {
  type AccountFacts,
  type AccountStandingReason,
  checkAccount,
  checkKeeping,
  type KeepingReason,
  type StaffFacts,
} from './check-keeping.ts'
import type { Actor } from './who-may.ts'

export type AccountEndReason = KeepingReason | AccountStandingReason

/** Ends an account: from now on it signs in no more, and what it did stays its own. */
export const acceptAccountEnd = (
  facts: StaffFacts,
  actor: Actor,
  account: AccountFacts,
): { kind: 'accepted' } | Refused<AccountEndReason> =>
  firstRefusal<AccountEndReason>([...checkKeeping(actor, [account.role]), ...checkAccount(facts, actor, account)]) ?? {
    kind: 'accepted',
  }
