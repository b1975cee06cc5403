import type { Client } from 'pg'

/** Conditions that each name one row of a table by its key. */
export const listKeys = async (client: Client, table: string): Promise<string[]> => {
  const { rows } = await client.query<{ key: string }>(
    `select string_agg(format('%I = %L', a.attname, v.value), ' and ') as key
     from (select t.ctid as row, to_jsonb(t) as content from ${table} t limit 1) r
       join pg_index i on i.indrelid = '${table}'::regclass and i.indisprimary
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
       cross join lateral (select r.content ->> a.attname as value) v group by r.row`,
  )
  return rows.map(row => row.key)
}

export const touchEntry = (table: string, where: string) => `update ${table} set entry_id = $1 where ${where}`

export const upsertEntry = (table: string, where: string) =>
  `insert into ${table} select * from ${table} where ${where}
   on conflict on constraint ${table.split('.')[1]}_pk do update set entry_id = $1`

export const mergeEntry = (table: string, where: string) =>
  `merge into ${table} t using (select $1::uuid as entry) x on ${where} when matched then update set entry_id = x.entry`
