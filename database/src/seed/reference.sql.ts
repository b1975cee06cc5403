import type { Client } from 'pg'
import type { ReferenceTable } from './reference-rows.ts'

/** One statement per table; the columns are those of its rows, by name. */
export const insertReferenceTable = (client: Client, { table, rows }: ReferenceTable, entryId: string) =>
  client.query(
    `insert into common.${table}
     select (jsonb_populate_record(null::common.${table}, r || jsonb_build_object('entry_id', $2::uuid))).*
     from jsonb_array_elements($1::jsonb) r`,
    [JSON.stringify(rows), entryId],
  )

export const insertSystemAccount = async (client: Client, accountId: string, entryId: string) => {
  await client.query(
    `insert into staff.account (account_id, issuer, subject, display_name, party, role, kind, version, entry_id)
     values ($1, 'pars', 'system', 'PARS', 'system', 'system', 'system', 1, $2)`,
    [accountId, entryId],
  )
  await client.query(
    `insert into staff.account_version (account_id, version, content, entry_id)
     values ($1, 1, '{"displayName":"PARS","party":"system","role":"system"}', $2)`,
    [accountId, entryId],
  )
}
