import type { Client } from 'pg'

export const findDatabase = async (client: Client, name: string): Promise<boolean> =>
  (await client.query('select from pg_database where datname = $1', [name])).rowCount === 1

/** Template0 and UTF-8 always; names sort by code unit, whatever the machine's locale. */
export const createDatabase = (client: Client, name: string) =>
  client.query(`create database ${client.escapeIdentifier(name)} template template0 encoding 'UTF8' locale 'C'`)

export interface CreationRow {
  creation_id: string
  city: string
  rehearsal: boolean
  origin: string
}
export const findCreation = async (client: Client): Promise<CreationRow | undefined> =>
  (await client.query<CreationRow>('select creation_id, city, rehearsal, origin from pars.creation')).rows[0]

export const insertCreation = (client: Client, row: CreationRow) =>
  client.query(
    'insert into pars.creation (creation_id, city, rehearsal, origin, created_at) values ($1, $2, $3, $4, clock_timestamp())',
    [row.creation_id, row.city, row.rehearsal, row.origin],
  )

/** A rehearsal may begin in the past; it runs at the wall's pace until pars.set_clock says otherwise. */
export const insertFirstClock = (client: Client, startsAt: string) =>
  client.query('insert into pars.clock (base_sim, base_wall, rate) values ($1, clock_timestamp(), 1)', [startsAt])
