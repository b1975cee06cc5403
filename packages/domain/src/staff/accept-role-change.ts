import { firstRefusal, type Refused, refuse } from '../decision.ts'
import {
  type AccountFacts,
  type AccountStandingReason,
  checkAccount,
  checkKeeping,
  type KeepingReason,
  type StaffFacts,
} from './check-keeping.ts'
import { isRole, type Role } from './roles.ts'
import type { Actor } from './who-may.ts'

export type RoleChangeReason = KeepingReason | AccountStandingReason | 'role-unknown' | 'nothing-changed'

/** Changes an account's role, within what the actor's seat keeps. */
export const acceptRoleChange = (
  facts: StaffFacts,
  actor: Actor,
  { account, role }: { account: AccountFacts; role: string },
): { kind: 'accepted'; role: Role } | Refused<RoleChangeReason> => {
  if (!isRole(role) || role === 'visitor')
    return refuse('role-unknown', 'There is no such role; choose one from the list.', 'role')
  return (
    firstRefusal<RoleChangeReason>([
      ...checkKeeping(actor, [account.role, role]),
      () =>
        account.role === role ? refuse('nothing-changed', 'The account has this role already.', 'role') : undefined,
      ...checkAccount(facts, actor, account),
    ]) ?? { kind: 'accepted', role }
  )
}
