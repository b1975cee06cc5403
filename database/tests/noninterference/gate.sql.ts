import type { Client } from 'pg'

/** What is on record of the newest inquiry: its row, and the entry with what it commits to. */
export const findRecorded = async (admin: Client) => {
  const { rows } = await admin.query<{
    outcome: string
    term: string | null
    kind: string
    clear: object
    answer: string | null
    predicate: string | null
  }>(
    `select a.outcome, a.term, e.kind, e.clear, c.texts[6] as answer, c.texts[5] as predicate
     from inquiry.asked a join journal.entry e on e.entry_id = a.entry_id join journal.content c on c.entry_id = e.entry_id
     order by a.asked_at desc limit 1`,
  )
  return rows[0]
}
export const insertedTo = async (admin: Client): Promise<string> =>
  (await admin.query<{ lsn: string }>('select pg_current_wal_insert_lsn()::text as lsn')).rows[0]?.lsn ?? ''
export const isFlushed = async (admin: Client, lsn: string): Promise<boolean> =>
  (await admin.query<{ is: boolean }>('select pg_current_wal_flush_lsn() >= $1::pg_lsn as is', [lsn])).rows[0]?.is ??
  false
export const letCommitsWait = (client: Client, wait: boolean) =>
  client.query(`set synchronous_commit = ${wait ? 'on' : 'off'}`)

/** A setting that the gate would make now, in this transaction. */
export const proveNow = async (admin: Client): Promise<string> =>
  (
    await admin.query<{ shown: string }>(
      `select i.id || ' ' || inquiry.proof_of(i.id) as shown from gen_random_uuid() i (id)`,
    )
  ).rows[0]?.shown ?? ''

export interface Seen {
  records: number
  identifiers: number
}
/** As the definer itself, which no session can be, under a setting; `prove` makes the right one. */
export const lookAsDefiner = async (admin: Client, definer: string, shown: string | 'prove'): Promise<Seen> => {
  await admin.query('begin')
  try {
    const setting = shown === 'prove' ? await proveNow(admin) : shown
    await admin.query(`select set_config('pars.asking', $1, true)`, [setting])
    await admin.query(`set local role ${definer}`)
    const { rows } = await admin.query<Seen>(
      `select (select count(r.arrest_id) from disclosure.record r)::integer as records, (select count(*) from disclosure.identifier i)::integer as identifiers`,
    )
    return rows[0] ?? { records: -1, identifiers: -1 }
  } finally {
    await admin.query('rollback')
  }
}
export const listReadable = async (admin: Client, role: string): Promise<string[]> => {
  const { rows } = await admin.query<{ column: string }>(
    `select a.attname as column from pg_attribute a where a.attrelid = 'disclosure.record'::regclass and a.attnum > 0
       and has_column_privilege($1, a.attrelid, a.attnum, 'select') order by 1`,
    [role],
  )
  return rows.map(row => row.column)
}
export const lengthen = async (admin: Client, door: string): Promise<unknown> => {
  await admin.query('set session_replication_role = origin')
  try {
    return await admin.query(`update inquiry.standing set ends_at = ends_at + interval '1 day' where door = $1`, [door])
  } finally {
    await admin.query('set session_replication_role = replica')
  }
}
export const sealCursor = async (admin: Client, number: number): Promise<string> =>
  (await admin.query<{ cursor: string }>(`select inquiry.seal_cursor($1, 'u') as cursor`, [number])).rows[0]?.cursor ??
  ''
