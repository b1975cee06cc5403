import type { Client } from 'pg'

export const cloneDatabase = (client: Client, name: string, template: string) =>
  client.query(`create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`)

export const dropDatabase = (client: Client, name: string) =>
  client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`)

export interface AccountRow {
  accountId: string
  issuer: string
  subject: string
  displayName: string
  party: string
  role: string
  kind: string
  badge: string | null
  entryId: string
}

export const insertAccountRow = async (client: Client, row: AccountRow) => {
  await client.query(
    `insert into staff.account (account_id, issuer, subject, display_name, party, role, kind, badge, version, entry_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9)`,
    [row.accountId, row.issuer, row.subject, row.displayName, row.party, row.role, row.kind, row.badge, row.entryId],
  )
  await client.query(
    'insert into staff.account_version (account_id, version, content, entry_id) values ($1, 1, $2, $3)',
    [row.accountId, JSON.stringify({ displayName: row.displayName, party: row.party, role: row.role }), row.entryId],
  )
}
