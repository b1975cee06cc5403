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
  /** Accounts that are managers of the actor's seat and have not ended. */
  managers: number
  /** The actor's own account has ended since the request came in. */
  actorEnded: boolean
}

export type KeepingReason = 'not-a-manager' | 'own-account-ended' | 'other-seats-people'
export type AccountStandingReason = 'account-ended' | 'last-manager' | 'own-account'

/** A seat's manager keeps the accounts of that seat, and of nobody else's. The court's also keeps the defenders'. */
const isManagedBy = (actor: Actor, role: Role): boolean =>
  roleTable[role].managedBy !== null && roleTable[role].managedBy === roleTable[actor.role].party

/** The actor is a manager still, and all these roles are of the seat whose people the actor keeps. */
export const checkKeeping = (
  facts: Pick<StaffFacts, 'actorEnded'>,
  actor: Actor,
  roles: readonly Role[],
): (() => Refused<KeepingReason> | undefined)[] => [
  () =>
    isManager(actor.role)
      ? undefined
      : refuse('not-a-manager', 'Only a manager keeps the people of a seat; ask your manager to do it.'),
  () =>
    facts.actorEnded
      ? refuse('own-account-ended', 'Your own account ended meanwhile; ask another manager of your seat.')
      : undefined,
  () =>
    roles.every(role => isManagedBy(actor, role))
      ? undefined
      : refuse('other-seats-people', "Each seat keeps its own people; ask that seat's manager to do it.", 'role'),
]

/** Taking a role away is done by somebody else, and leaves the seat a manager. */
export const checkLosing = (
  facts: StaffFacts,
  actor: Actor,
  { account, stillManages }: { account: AccountFacts; stillManages: boolean },
): (() => Refused<AccountStandingReason> | undefined)[] => [
  () =>
    isManager(account.role) && !stillManages && facts.managers <= 1
      ? refuse('last-manager', 'This is the last manager of the seat; add another manager first.')
      : undefined,
  () =>
    account.accountId === actor.accountId
      ? refuse('own-account', 'Nobody ends their own account or changes its role; ask another manager.')
      : undefined,
]
