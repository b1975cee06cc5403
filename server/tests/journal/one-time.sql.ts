import type { Client } from 'pg'

/** Tables whose rows name their entry and say when they were made. */
export const listTimedTables = async (admin: Client): Promise<string[]> => {
  const { rows } = await admin.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('journal', 'pg_catalog', 'information_schema')
       and (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('made_at', 'entry_id')) = 2 order by 1`,
  )
  return rows.map(({ name }) => name)
}

export const listOtherTimes = async (
  admin: Client,
  tables: readonly string[],
): Promise<{ table: string; rows: number; differing: number }[]> => {
  const counts = tables.map(
    table => `select '${table}' as table, count(*)::int as rows, (count(*) filter (where r.made_at <> e.made_at))::int as differing
      from ${table} r join journal.entry e using (entry_id)`,
  )
  return (await admin.query(counts.join(' union all '))).rows
}
