import type { Client } from 'pg'

/** Every table and view of every schema of PARS but the questions' own. */
export const listReachable = async (admin: Client): Promise<string[]> => {
  const { rows } = await admin.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^(pg_|information_schema|agr_)' order by 1`,
  )
  return rows.map(row => row.name)
}

export const selectFrom = (client: Client, table: string) => client.query(`select from ${table} limit 1`)

/** The setting that the gate itself would make. */
export const proof = 'proof'

/** Rows that the definer of an agreement sees under a setting: in a transaction that is rolled back. */
export const forge = async (admin: Client, definer: string, setting: string): Promise<number> => {
  await admin.query('begin')
  try {
    if (setting === proof)
      await admin.query(
        `select set_config('pars.asking', i.id || ' ' || inquiry.proof_of(i.id), true) from gen_random_uuid() i (id)`,
      )
    else await admin.query(`select set_config('pars.asking', $1, true)`, [setting])
    await admin.query(`set local role ${definer}`)
    const { rows } = await admin.query<{ seen: number }>(
      'select count(r.arrest_id)::integer as seen from disclosure.record r',
    )
    return rows[0]?.seen ?? -1
  } finally {
    await admin.query('rollback')
  }
}

export const setStopped = (admin: Client, door: string, why: string) =>
  admin.query('update inquiry.standing set stopped_at = pars.instant(), stopped_why = $2 where door = $1', [door, why])
