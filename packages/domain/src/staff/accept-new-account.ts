import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { checkNamePart, type NamePartReason, requireLine } from '../text/check-text.ts'
import { checkKeeping, type KeepingReason, type StaffFacts } from './check-keeping.ts'
import { isRole, type Role } from './roles.ts'
import type { Actor } from './who-may.ts'

export interface AccountOffered {
  role: string
  displayName: string
  issuer: string
  subject: string
}

export type NewAccountReason = KeepingReason | NamePartReason | 'role-unknown' | 'account-exists'

/** Adds an account: issuer and subject of the identity provider, mapped to one role. */
export const acceptNewAccount = (
  facts: Pick<StaffFacts, 'subjectTaken'>,
  actor: Actor,
  { role, displayName, issuer, subject }: AccountOffered,
): { kind: 'accepted'; role: Role } | Refused<NewAccountReason> => {
  if (!isRole(role) || role === 'visitor')
    return refuse('role-unknown', 'There is no such role; choose one from the list.', 'role')
  return (
    firstRefusal<NewAccountReason>([
      ...checkKeeping(actor, [role]),
      () => checkNamePart(displayName, { label: 'name', at: 'displayName' }),
      () => requireLine(issuer, { label: 'issuer', at: 'issuer' }),
      () => requireLine(subject, { label: 'subject', at: 'subject' }),
      () =>
        facts.subjectTaken
          ? refuse('account-exists', 'This sign-in has an account already; change that one.', 'subject')
          : undefined,
    ]) ?? { kind: 'accepted', role }
  )
}
