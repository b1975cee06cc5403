import { firstRefusal, type Refused, refuse } from '../decision.ts'
import type { AccountId } from '../ids.ts'
import { checkLine, checkNamePart, type TextReason } from '../text/check-text.ts'
import { isManager, isRole, type Role, roleTable } from './roles.ts'
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

export type StaffReason =
  | TextReason
  | 'not-a-manager'
  | 'other-seats-people'
  | 'own-role'
  | 'last-manager'
  | 'account-ended'
  | 'account-exists'
  | 'role-unknown'
  | 'nothing-changed'

type Check = () => Refused<StaffReason> | undefined

/** A seat's manager keeps the accounts of that seat, and of nobody else's. The court's also keeps the defenders'. */
const isManagedBy = (actor: Actor, role: Role): boolean => roleTable[role].managedBy === roleTable[actor.role].party

const manages = (actor: Actor, roles: readonly Role[]): Check[] => [
  () =>
    isManager(actor.role)
      ? undefined
      : refuse('not-a-manager', 'Only a manager keeps the people of a seat; ask your manager to do it.'),
  () =>
    roles.every(role => isManagedBy(actor, role))
      ? undefined
      : refuse('other-seats-people', "Each seat keeps its own people; ask that seat's manager to do it.", 'role'),
]

export interface AccountOffered {
  role: string
  displayName: string
  issuer: string
  subject: string
}

/** Adds an account: issuer and subject of the identity provider, mapped to one role. */
export const acceptNewAccount = (
  facts: StaffFacts,
  actor: Actor,
  { role, displayName, issuer, subject }: AccountOffered,
): { kind: 'accepted'; role: Role } | Refused<StaffReason> => {
  if (!isRole(role) || role === 'visitor')
    return refuse('role-unknown', 'There is no such role; choose one from the list.', 'role')
  return (
    firstRefusal<StaffReason>([
      ...manages(actor, [role]),
      () => checkNamePart(displayName, { label: 'name', at: 'displayName' }),
      () => checkLine(issuer, { label: 'issuer', at: 'issuer' }, true),
      () => checkLine(subject, { label: 'subject', at: 'subject' }, true),
      () =>
        facts.subjectTaken
          ? refuse('account-exists', 'This sign-in has an account already; change that one.', 'subject')
          : undefined,
    ]) ?? { kind: 'accepted', role }
  )
}

const standing = (facts: StaffFacts, actor: Actor, account: AccountFacts): Check[] => [
  () => (account.ended ? refuse('account-ended', 'This account has ended; add a new one.') : undefined),
  () =>
    account.accountId === actor.accountId
      ? refuse('own-role', 'Nobody changes or ends their own account; ask another manager.')
      : undefined,
  () =>
    isManager(account.role) && facts.managers <= 1
      ? refuse('last-manager', 'This is the last manager of the seat; add another manager first.')
      : undefined,
]

/** Changes an account's role, within what the actor's seat keeps. */
export const acceptRoleChange = (
  facts: StaffFacts,
  actor: Actor,
  { account, role }: { account: AccountFacts; role: string },
): { kind: 'accepted'; role: Role } | Refused<StaffReason> => {
  if (!isRole(role) || role === 'visitor')
    return refuse('role-unknown', 'There is no such role; choose one from the list.', 'role')
  return (
    firstRefusal<StaffReason>([
      ...manages(actor, [account.role, role]),
      () =>
        account.role === role ? refuse('nothing-changed', 'The account has this role already.', 'role') : undefined,
      ...standing(facts, actor, account),
    ]) ?? { kind: 'accepted', role }
  )
}

/** Ends an account: from now on it signs in no more, and what it did stays its own. */
export const acceptAccountEnd = (
  facts: StaffFacts,
  actor: Actor,
  account: AccountFacts,
): { kind: 'accepted' } | Refused<StaffReason> =>
  firstRefusal<StaffReason>([...manages(actor, [account.role]), ...standing(facts, actor, account)]) ?? {
    kind: 'accepted',
  }
