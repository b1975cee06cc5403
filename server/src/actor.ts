import type { AccountId, Party, Role } from '@pars/domain'

/** Who asks: a person or system that is signed in, with the one role it has. */
export interface Actor {
  readonly accountId: AccountId
  readonly displayName: string
  readonly party: Party
  readonly role: Role
  readonly kind: 'person' | 'system'
  readonly organization: string | null
}
