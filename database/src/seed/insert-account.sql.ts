import type { Client } from 'pg'

export interface AccountRow {
  accountId: string
  issuer: string
  subject: string
  displayName: string
  party: string
  role: string
  kind: string
  badge: string | null
  organization: string | null
  entryId: string
}

/** What the first version of an account keeps, as the server writes it of the later ones. */
const contentOf = ({ accountId: _account, entryId: _entry, ...stated }: AccountRow) => ({ ...stated, endedAt: null })

export const insertAccountRow = async (client: Client, row: AccountRow) => {
  await client.query(
    `insert into staff.account (account_id, issuer, subject, display_name, party, role, kind, badge, organization, version, entry_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10)`,
    [
      row.accountId,
      row.issuer,
      row.subject,
      row.displayName,
      row.party,
      row.role,
      row.kind,
      row.badge,
      row.organization,
      row.entryId,
    ],
  )
  await client.query(
    'insert into staff.account_version (account_id, version, content, entry_id) values ($1, 1, $2, $3)',
    [row.accountId, JSON.stringify(contentOf(row)), row.entryId],
  )
}

export const hasAccount = async (client: Client, issuer: string, subject: string): Promise<boolean> =>
  ((await client.query('select from staff.account where issuer = $1 and subject = $2', [issuer, subject])).rowCount ??
    0) > 0

export const countManagers = async (client: Client, role: string): Promise<number> => {
  const { rows } = await client.query<{ managers: number }>(
    'select count(*)::int as managers from staff.account where role = $1 and ended_at is null',
    [role],
  )
  return rows[0]?.managers ?? 0
}
