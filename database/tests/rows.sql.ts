import type { Client } from 'pg'

/** Number of rows of a table that a door sees. */
export const countRows = async (client: Client, table: string): Promise<number> => {
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${table}`)
  return Number(rows[0]?.count)
}

export const listArrestIds = async (client: Client, table: string): Promise<string[]> => {
  const { rows } = await client.query<{ arrest_id: string }>(`select arrest_id from ${table} order by 1`)
  return rows.map(row => row.arrest_id)
}

export const listVersions = async (client: Client, table: string): Promise<number[]> => {
  const { rows } = await client.query<{ version: number }>(`select distinct version from ${table} order by 1`)
  return rows.map(row => row.version)
}

export const listEntryKinds = async (client: Client): Promise<string[]> => {
  const { rows } = await client.query<{ kind: string }>('select distinct kind from journal.entry order by 1')
  return rows.map(row => row.kind)
}

export const sendArrest = (client: Client, arrestId: string, entryId: string) =>
  client.query('update police.arrest set version = 2, sent_at = pars.instant(), entry_id = $2 where arrest_id = $1', [
    arrestId,
    entryId,
  ])

export const renameAccount = async (client: Client, accountId: string, entryId: string): Promise<number> => {
  const renamed = await client.query(
    `update staff.account set display_name = 'Renamed', version = 2, entry_id = $2 where account_id = $1`,
    [accountId, entryId],
  )
  return renamed.rowCount ?? 0
}

export const findEntry = async (client: Client, entryId: string): Promise<Record<string, unknown> | undefined> =>
  (await client.query('select * from journal.entry where entry_id = $1', [entryId])).rows[0]
