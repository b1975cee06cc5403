import {
  type AccountFacts,
  type AccountId,
  type AccountText,
  formatId,
  isManager,
  type Party,
  type Role,
  refuse,
  roles,
  type StaffFacts,
} from '@pars/domain'
import type { Actor } from '../actor.ts'
import type { Read } from '../db/statement.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { lockSeat, type StaffRow, selectAccount, selectStaffFacts } from './staff.sql.ts'

export const noSuchAccount = refuse('not-found', 'There is no such account. Look for it among the people of your seat.')

/** The parties whose accounts a seat's manager keeps. */
export const partiesKeptBy = (party: Party): Party[] => (party === 'court' ? ['court', 'defense'] : [party])

/** Puts all acts on the people of the actor's seat into one order, and loads what the rules want of the seat. */
export const loadStaffFacts = async (tx: Tx, actor: Actor): Promise<StaffFacts> => {
  await tx.rows(lockSeat(actor.party))
  const row = await tx.find<{ managers: number; actor_ended: boolean | null }>(
    selectStaffFacts(actor.party, roles.filter(isManager), uuidOf('acc', actor.accountId)),
  )
  return { managers: row?.managers ?? 0, actorEnded: row?.actor_ended !== false }
}

export const findStaffRow = (read: Read, accountId: AccountId): Promise<StaffRow | undefined> =>
  read.find<StaffRow & { [column: string]: unknown }>(selectAccount(uuidOf('acc', accountId)))

export const accountFactsOf = (row: StaffRow): AccountFacts & AccountText => ({
  accountId: formatId('acc', row.account_id) as AccountId,
  role: row.role as Role,
  ended: row.ended_at !== null,
  displayName: row.display_name,
  badge: row.badge,
  organization: row.organization,
})

/** What a version keeps, and what the entry says: enough to rebuild the row. */
export const contentOf = (row: StaffRow) => ({
  displayName: row.display_name,
  party: row.party,
  role: row.role,
  kind: row.kind,
  badge: row.badge,
  organization: row.organization,
  issuer: row.issuer,
  subject: row.subject,
  endedAt: row.ended_at,
})
