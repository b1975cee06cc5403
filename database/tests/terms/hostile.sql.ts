import type { AgreementNames } from '@pars/terms'
import type { Client } from 'pg'

/** A table that any piece of SQL in a hostile text would drop. */
export const makeBait = (admin: Client) =>
  admin.query('create table public.bait (bait text); alter table public.bait owner to pars_owner')

export const isAlive = async (admin: Client): Promise<boolean> => {
  const { rows } = await admin.query<{ alive: boolean }>(`select to_regclass('public.bait') is not null as alive`)
  return rows[0]?.alive ?? false
}

/** Names of all that compiled SQL could make: roles, schemas, tables, functions, policies. */
export const listNamed = async (admin: Client): Promise<string[]> => {
  const { rows } = await admin.query<{ name: string }>(
    `select rolname::text as name from pg_roles union all select nspname::text from pg_namespace
     union all select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     union all select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     union all select policyname::text from pg_policies`,
  )
  return rows.map(row => row.name)
}

export interface StandingTexts {
  agreement: string
  units: string[]
  purposes: object
}

export const findStanding = async (admin: Client, door: string): Promise<StandingTexts | undefined> => {
  const { rows } = await admin.query<StandingTexts>(
    'select s.agreement, s.units, s.purposes from inquiry.standing s where s.door = $1',
    [door],
  )
  return rows[0]
}

/** Takes an agreement's roles and all of theirs away again. */
export const dropAgreement = async (admin: Client, { door, definer }: AgreementNames) => {
  await admin.query('delete from inquiry.standing where door = $1', [door])
  await admin.query(`drop owned by ${definer}, ${door}; drop schema ${door} cascade; drop role ${definer}, ${door}`)
}
