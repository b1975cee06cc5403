import type { Client } from 'pg'
import { mark } from './planted.ts'

/** Every table of the database that holds rows of ours, indexes by what they index. */
const selectTables = `select c.oid::regclass::text as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'm') and n.nspname not like 'pg\\_toast%' and n.nspname <> 'information_schema' order by 1`

/** The words that any row of any table holds, each with its table: in the same text that COPY or pg_dump would write. */
export const findTraces = async (admin: Client, words: readonly string[]): Promise<string[]> => {
  const { rows: tables } = await admin.query<{ table: string }>(selectTables)
  const beginnings = [...new Set(words.map(word => word.slice(0, mark.length).toLowerCase()))]
  const found = new Set<string>()
  for (const { table } of tables) {
    const { rows } = await admin.query<{ row: string }>(
      `select lower(t::text) as row from ${table} t where exists (select from unnest($1::text[]) b (said) where position(b.said in lower(t::text)) > 0)`,
      [beginnings],
    )
    for (const { row } of rows)
      for (const word of words) if (row.includes(word.toLowerCase())) found.add(`${table}: ${word}`)
  }
  return [...found]
}

/** Paths of the files of every table and index of this database, and where the cluster lies. */
export const listFiles = async (admin: Client): Promise<string[]> => {
  const { rows } = await admin.query<{ path: string }>(
    `select current_setting('data_directory') || '/' || pg_relation_filepath(c.oid) as path from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where pg_relation_filepath(c.oid) is not null and c.relkind in ('r', 'i', 't', 'm') and n.nspname <> 'pg_catalog' order by 1`,
  )
  return rows.map(({ path }) => path)
}
export const writeAll = 'checkpoint'
