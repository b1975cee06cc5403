import { formatId, type Instant, permissionsOf, type Role, rolesManagedBy, type Seat } from '@pars/domain'
import type { Actor } from '../actor.ts'
import type { Read } from '../db/statement.ts'
import { type StaffRow, selectStaff } from './staff.sql.ts'
import { partiesKeptBy } from './staff-standing.ts'

const presentAccount = (row: StaffRow) => ({
  accountId: formatId('acc', row.account_id),
  displayName: row.display_name,
  party: row.party,
  role: row.role,
  kind: row.kind,
  badge: row.badge,
  organization: row.organization,
  issuer: row.issuer,
  subject: row.subject,
  endedAt: row.ended_at as Instant | null,
  version: row.version,
})

/** The people whom a manager keeps, the roles there are for them, and what the manager may do about them. */
export const listStaff = async (read: Read, actor: Actor) => {
  const rows = await read.rows<StaffRow & { [column: string]: unknown }>(selectStaff(partiesKeptBy(actor.party)))
  return {
    people: rows.map(presentAccount),
    roles: rolesManagedBy(actor.party as Seat) as Role[] as string[],
    may: permissionsOf(actor).filter(permission => permission.startsWith('staff.')) as string[],
  }
}
