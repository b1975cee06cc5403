import { checkVersion, type VersionFacts, type VersionReason } from '../check-version.ts'
import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { type AccountText, type AccountTextReason, checkAccountText } from './check-account-text.ts'
import {
  type AccountFacts,
  type AccountStandingReason,
  checkKeeping,
  checkLosing,
  type KeepingReason,
  type StaffFacts,
} from './check-keeping.ts'
import { isManager, isRole, type Role, roleTable } from './roles.ts'
import type { Actor } from './who-may.ts'

export interface AccountChange extends AccountText {
  role: string
}

export type AccountChangeReason =
  | KeepingReason
  | AccountStandingReason
  | AccountTextReason
  | VersionReason
  | 'role-unknown'
  | 'role-of-another-party'
  | 'nothing-changed'

const isUnchanged = (account: AccountFacts & AccountText, change: AccountChange): boolean =>
  (['role', 'displayName', 'badge', 'organization'] as const).every(key => account[key] === change[key])

/** An account stays the party's and the kind it was made for: everything it did says so. */
const isAlike = (a: Role, b: Role): boolean =>
  roleTable[a].party === roleTable[b].party && roleTable[a].kind === roleTable[b].kind

/** Changes an account's name, role, badge or organization, within what the actor's seat keeps. */
export const acceptAccountChange = (
  facts: StaffFacts & VersionFacts,
  actor: Actor,
  { account, change }: { account: AccountFacts & AccountText; change: AccountChange },
): { kind: 'accepted'; role: Role } | Refused<AccountChangeReason> => {
  const { role } = change
  if (!isRole(role) || role === 'visitor')
    return refuse('role-unknown', 'There is no such role; choose one from the list.', 'role')
  return (
    firstRefusal<AccountChangeReason>([
      ...checkKeeping(facts, actor, [account.role, role]),
      () => (account.ended ? refuse('account-ended', 'This account has ended; add a new one.') : undefined),
      () => checkVersion(facts),
      () =>
        isAlike(account.role, role)
          ? undefined
          : refuse(
              'role-of-another-party',
              'An account acts for one party, as a person or as a system; end it and add another.',
              'role',
            ),
      ...(account.role === role ? [] : checkLosing(facts, actor, { account, stillManages: isManager(role) })),
      ...checkAccountText(change),
      () =>
        isUnchanged(account, change)
          ? refuse('nothing-changed', 'Nothing was changed; change a field, then save.')
          : undefined,
    ]) ?? { kind: 'accepted', role }
  )
}
