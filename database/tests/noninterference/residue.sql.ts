import type { Client } from 'pg'

/** Relations of the system that a role may select from. */
export const listReadableOfSystem = async (client: Client): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'pg_catalog'::regnamespace and c.relkind in ('r', 'v')
       and has_table_privilege(c.oid, 'select') order by 1`,
  )
  return rows.map(row => row.name)
}
export const analyze = (admin: Client) => admin.query('analyze disclosure.record, inquiry.asked, inquiry.held')
export const search = (client: Client, relation: string, planted: string) =>
  client.query<{ found: boolean }>(
    `select exists (select from pg_catalog.${relation} t where t::text like '%' || $1 || '%') as found`,
    [planted],
  )
