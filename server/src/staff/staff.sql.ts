import type { Instant, Party } from '@pars/domain'
import type { Statement } from '../db/statement.ts'

export interface StaffRow {
  account_id: string
  display_name: string
  party: Party
  role: string
  kind: 'person' | 'system'
  badge: string | null
  organization: string | null
  issuer: string
  subject: string
  ended_at: Instant | null
  version: number
}

const columns = 'account_id, display_name, party, role, kind, badge, organization, issuer, subject, ended_at, version'

/** The accounts of some parties, open ones first. */
export const selectStaff = (parties: readonly Party[]): Statement => ({
  name: 'select-staff',
  text: `select ${columns} from staff.account where party = any ($1::text[])
    order by ended_at is not null, party, kind, role, lower(display_name), account_id`,
  values: [parties],
})

export const selectAccount = (accountId: string): Statement => ({
  name: 'select-account',
  text: `select ${columns} from staff.account where account_id = $1`,
  values: [accountId],
})

/** Acts on the people of one seat wait for one another: two managers must not end each other. */
export const lockSeat = (party: Party): Statement => ({
  name: 'lock-seat',
  text: 'select pg_advisory_xact_lock(hashtextextended($1, 54))',
  values: [party],
})

export const selectStaffFacts = (party: Party, managerRoles: readonly string[], actorId: string): Statement => ({
  name: 'select-staff-facts',
  text: `select (select count(*)::int from staff.account where party = $1 and role = any ($2::text[]) and ended_at is null) as managers,
    (select ended_at is not null from staff.account where account_id = $3) as actor_ended`,
  values: [party, managerRoles, actorId],
})

export const selectSubjectTaken = (issuer: string, subject: string): Statement => ({
  name: 'select-subject-taken',
  text: 'select 1 as taken from staff.account where issuer = $1 and subject = $2',
  values: [issuer, subject],
})

export const insertAccount = (row: object): Statement => ({
  name: 'insert-account',
  text: 'insert into staff.account select * from jsonb_populate_record(null::staff.account, $1)',
  values: [JSON.stringify(row)],
})

export const updateAccount = (row: StaffRow & { entry_id: string }): Statement => ({
  name: 'update-account',
  text: `update staff.account set (display_name, role, badge, organization, ended_at, version, entry_id) = ($2, $3, $4, $5, $6, $7, $8)
    where account_id = $1`,
  values: [
    row.account_id,
    row.display_name,
    row.role,
    row.badge,
    row.organization,
    row.ended_at,
    row.version,
    row.entry_id,
  ],
})

/** What an account said at each of its versions. */
export const insertAccountVersion = (
  accountId: string,
  version: number,
  content: object,
  entryId: string,
): Statement => ({
  name: 'insert-account-version',
  text: 'insert into staff.account_version (account_id, version, content, entry_id) values ($1, $2, $3, $4)',
  values: [accountId, version, JSON.stringify(content), entryId],
})
