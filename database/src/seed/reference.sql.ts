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
