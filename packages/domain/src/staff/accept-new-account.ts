import { firstRefusal, type Refused, refuse } from '../decision.ts'
import type { Party } from '../seats.ts'
import { requireLine } from '../text/check-text.ts'
import { type AccountText, type AccountTextReason, checkAccountText } from './check-account-text.ts'
import { checkKeeping, type KeepingReason, type StaffFacts } from './check-keeping.ts'
import { isRole, kindOf, type Role, seatOf } from './roles.ts'
import type { Actor } from './who-may.ts'

export interface AccountOffered extends AccountText {
  role: string
  kind: 'person' | 'system'
  issuer: string
  subject: string
}

export interface NewAccountFacts extends Pick<StaffFacts, 'actorEnded'> {
  /** The issuer and subject that are being added have an account, open or ended. */
  subjectTaken: boolean
}

export type NewAccountReason =
  | KeepingReason
  | AccountTextReason
  | 'role-unknown'
  | 'kind-of-another-role'
  | 'account-exists'

/** Adds an account: issuer and subject of the identity provider, mapped to one role. */
export const acceptNewAccount = (
  facts: NewAccountFacts,
  actor: Actor,
  offered: AccountOffered,
): { kind: 'accepted'; role: Role; party: Party } | Refused<NewAccountReason> => {
  const { role, kind, issuer, subject } = offered
  const party = isRole(role) ? seatOf(role) : null
  if (!isRole(role) || party === null)
    return refuse('role-unknown', 'There is no such role; choose one from the list.', 'role')
  return (
    firstRefusal<NewAccountReason>([
      ...checkKeeping(facts, actor, [role]),
      () =>
        kind === kindOf(role)
          ? undefined
          : refuse(
              'kind-of-another-role',
              'A person has no role of a system, nor a system one of a person; choose again.',
              'kind',
            ),
      ...checkAccountText(offered),
      () => requireLine(issuer, { label: 'issuer', at: 'issuer' }),
      () => requireLine(subject, { label: 'subject', at: 'subject' }),
      () =>
        facts.subjectTaken
          ? refuse('account-exists', 'This sign-in has an account already; change that one, or use another.', 'subject')
          : undefined,
    ]) ?? { kind: 'accepted', role, party }
  )
}
