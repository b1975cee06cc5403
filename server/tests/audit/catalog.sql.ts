import type { Client } from 'pg'

/** Every table of the city's zones, or those that have a column. */
export const listTables = async (client: Client, column: string | null = null): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and ($1::text is null or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = $1 and not a.attisdropped))`,
    [column],
  )
  return rows.map(row => row.name).sort()
}

export const listKinds = async (client: Client): Promise<string[]> =>
  (await client.query<{ kind: string }>('select kind from journal.kind')).rows.map(row => row.kind)
