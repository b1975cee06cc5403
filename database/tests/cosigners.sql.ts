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
