import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'

/** A signature line of these seconds since 1970; the database does not verify it, and only reads its time. */
export const lineAt = (name: string, seconds: number): string => {
  const bytes = Buffer.concat([randomBytes(4), Buffer.alloc(8), randomBytes(64)])
  bytes.writeBigUInt64BE(BigInt(seconds), 4)
  return `— ${name} ${bytes.toString('base64')}`
}

export const insertCosigner = (client: Client, row: { name: string; seat: string; madeBy: string; entryId: string }) =>
  client.query(
    `insert into journal.cosigner (name, seat, vkey, made_by, made_at, appointed_at, entry_id)
      values ($1, $2, $1 || '+00000000+' || $5, $3, pars.instant(), now() + interval '1 year', $4)`,
    [row.name, row.seat, row.madeBy, row.entryId, randomBytes(12).toString('base64')],
  )

export const insertCheckpoint = (client: Client, size: number) =>
  client.query(`insert into journal.checkpoint (size, note, made_at) values ($1, 'made up', pars.instant())`, [size])
export const insertCosignature = (client: Client, size: number, name: string, line: string) =>
  client.query('insert into journal.cosignature (size, cosigner, line, made_at) values ($1, $2, $3, pars.instant())', [
    size,
    name,
    line,
  ])
export const readCosignedAt = async (client: Client, name: string): Promise<Date | undefined> =>
  (await client.query<{ cosigned_at: Date }>('select cosigned_at from journal.cosignature where cosigner = $1', [name]))
    .rows[0]?.cosigned_at

/** As a superuser: what a cosigner said last, some minutes ago. */
export const setAnswer = (admin: Client, name: string, said: { size: number; line: string; minutesAgo: number }) =>
  admin.query(
    `insert into journal.cosigner_state as s (cosigner, size, line, answered_at) values ($1, $2, $3, clock_timestamp() - make_interval(mins => $4))
      on conflict on constraint cosigner_state_pk do update set size = excluded.size, line = excluded.line, answered_at = excluded.answered_at`,
    [name, said.size, said.line, said.minutesAgo],
  )
export const shrinkAnswer = (client: Client, name: string) =>
  client.query('update journal.cosigner_state set size = size - 1 where cosigner = $1', [name])

/** As a superuser: makes what every seat has appointed so many minutes older. */
export const ageAppointments = async (admin: Client, minutes: number) => {
  await admin.query('begin; alter table journal.cosigner disable trigger user')
  await admin.query('update journal.cosigner set appointed_at = appointed_at - make_interval(mins => $1)', [minutes])
  await admin.query(
    `alter table journal.cosigner enable trigger user; alter table journal.cosigner enable always trigger refuse_change; commit`,
  )
}
export const readAppointedAhead = async (admin: Client): Promise<boolean | undefined> =>
  (
    await admin.query<{ ahead: boolean }>(
      'select bool_or(appointed_at > clock_timestamp()) as ahead from journal.cosigner',
    )
  ).rows[0]?.ahead
export const isUnconfirmed = async (admin: Client, minutes: number): Promise<boolean | undefined> =>
  (await admin.query<{ is: boolean }>('select inquiry.is_unconfirmed($1) as is', [minutes])).rows[0]?.is
export const readConfirmed = async (client: Client) =>
  (await client.query<{ size: string | null; at: Date | null; seats: number }>('select * from journal.confirmed()'))
    .rows[0]

/** As a superuser: gives every appointment its number, in order, so that checkpoints of these sizes hold them. */
export const placeAppointments = async (admin: Client): Promise<void> => {
  await admin.query('begin; set local session_replication_role = replica')
  await admin.query(
    `insert into journal.place (number, entry_id, batch_at, leaf, leaf_hash)
      select row_number() over (order by c.appointed_at), c.entry_id, now(), '\\x00', sha256('x') from journal.cosigner c`,
  )
  await admin.query('commit')
}
export const numbersOf = async (admin: Client): Promise<Map<string, number>> => {
  const { rows } = await admin.query<{ name: string; number: number }>(
    'select c.name, p.number::int as number from journal.cosigner c join journal.place p on p.entry_id = c.entry_id',
  )
  return new Map(rows.map(({ name, number }) => [name, number]))
}
export const readCountedHead = async (client: Client, number: number) =>
  (
    await client.query<{ size: string; keys: string[] }>(
      'select size, array(select split_part(k, $2, 1) from unnest(cosigners) k order by k) as keys from journal.find_counted_head($1)',
      [number, '+'],
    )
  ).rows[0]
