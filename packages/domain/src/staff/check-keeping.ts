import { type Refused, refuse } from '../decision.ts'
import type { AccountId } from '../ids.ts'
import { isManager, type Role, roleTable } from './roles.ts'
import type { Actor } from './who-may.ts'

export interface AccountFacts {
  accountId: AccountId
  role: Role
  ended: boolean
}

export interface StaffFacts {
  /** The account with the issuer and subject that is being added, if there is one. */
  subjectTaken: boolean
  /** Accounts that are managers of the actor's seat and have not ended. */
  managers: number
}

export type KeepingReason = 'not-a-manager' | 'other-seats-people'
export type AccountStandingReason = 'account-ended' | 'last-manager' | 'own-role'

/** A seat's manager keeps the accounts of that seat, and of nobody else's. The court's also keeps the defenders'. */
const isManagedBy = (actor: Actor, role: Role): boolean => roleTable[role].managedBy === roleTable[actor.role].party

/** The actor is a manager, and all these roles are of the seat whose people the actor keeps. */
export const checkKeeping = (actor: Actor, roles: readonly Role[]): (() => Refused<KeepingReason> | undefined)[] => [
  () =>
    isManager(actor.role)
      ? undefined
      : refuse('not-a-manager', 'Only a manager keeps the people of a seat; ask your manager to do it.'),
  () =>
    roles.every(role => isManagedBy(actor, role))
      ? undefined
      : refuse('other-seats-people', "Each seat keeps its own people; ask that seat's manager to do it.", 'role'),
]

/** The account is one that can be changed at all, by somebody else, and leaves the seat a manager. */
export const checkAccount = (
  facts: StaffFacts,
  actor: Actor,
  account: AccountFacts,
): (() => Refused<AccountStandingReason> | undefined)[] => [
  () => (account.ended ? refuse('account-ended', 'This account has ended; add a new one.') : undefined),
  () =>
    isManager(account.role) && facts.managers <= 1
      ? refuse('last-manager', 'This is the last manager of the seat; add another manager first.')
      : undefined,
  () =>
    account.accountId === actor.accountId
      ? refuse('own-role', 'Nobody changes or ends their own account; ask another manager.')
      : undefined,
]
