import type { Client } from 'pg'

/** Numbers of the made-up record with a number: what an inquiry asks by and cites. The SQL below says the same. */
export const otnOf = (number: number): string => `B${String(number).padStart(8, '0')}`
export const docketOf = (number: number): string => `MC-51-CR-${String(number).padStart(8, '0')}-2026`

/** Loads made-up records behind the API, where partners' roles read. Nobody is real; three of four have been arrested once. */
export const loadRecords = async (admin: Client, from: number, through: number): Promise<void> => {
  await admin.query(
    `insert into disclosure.record
      select a.arrest_id, a.person_id, initcap(substr(md5((n % 9973)::text), 1, 8)), initcap(substr(md5((n % 997)::text), 1, 6)), null, null,
        date '1950-01-01' + n % 20000, case n % 2 when 0 then 'male' else 'female' end, lpad((n % 10000000)::text, 7, '0'), 'unknown', 'unknown', 'genc', 'USA', '[]',
        i.now - (n % 8000) * interval '1 hour', (n % 22 + 1)::text, n || ' Example Street', 'sight', 'B' || lpad(n::text, 8, '0'), null,
        array['2026' || lpad((n / 2)::text, 8, '0')],
        jsonb_build_array(jsonb_build_object('statute', '18 § 2701 §§ A', 'description', 'Simple assault', 'grade', 'M2', 'counts', 1, 'offenseOn', '2026-01-01'),
          jsonb_build_object('statute', '18 § 2705', 'description', 'Recklessly endangering another person', 'grade', 'M2', 'counts', 1, 'offenseOn', '2026-01-01')),
        jsonb_build_array(jsonb_build_object('docketNumber', 'MC-51-CR-' || lpad(n::text, 8, '0') || '-2026', 'filedAt', i.now, 'nextHearing', 'preliminary-hearing',
          'nextAt', i.now + interval '14 days', 'nextRoom', 'B-08')),
        '[]', '{}', null, lower(substr(md5((n % 9973)::text), 1, 8)), lower(substr(md5((n % 997)::text), 1, 6)), true, true, true, 'M2'
      from generate_series($1::int, $2::int) n
        cross join lateral (select md5('arrest ' || n)::uuid as arrest_id, md5('person ' || n * 3 / 4)::uuid as person_id) a
        cross join (select pars.instant() as now offset 0) i`,
    [from, through],
  )
  await admin.query(
    `insert into disclosure.identifier
      select x.kind, x.value, md5('arrest ' || n)::uuid from generate_series($1::int, $2::int) n cross join lateral (values
        ('otn', 'B' || lpad(n::text, 8, '0')), ('docket-number', 'MC-51-CR-' || lpad(n::text, 8, '0') || '-2026'), ('incident', '2026' || lpad((n / 2)::text, 8, '0'))) x (kind, value)`,
    [from, through],
  )
}

/** Quotas are counted as ever, but no run reaches them. The walls let nobody widen what is in force: this is a superuser, with them off. */
export const liftQuotas = async (admin: Client): Promise<void> => {
  await admin.query('set session_replication_role = replica')
  await admin.query(
    'update inquiry.standing set inquiries_per_unit_per_day = 1000000000, inquiries_per_officer_per_day = 1000000000, persons_per_unit_per_day = 1000000000',
  )
  await admin.query('set session_replication_role = origin')
}

export const settle = async (admin: Client): Promise<void> => {
  await admin.query('vacuum analyze disclosure.record')
  await admin.query('vacuum analyze disclosure.identifier')
  await admin.query('checkpoint')
}

/** The role that the floor works by: it reads the same rows without any policy, and writes one row of its own. */
export const floorRole = 'agr_f100f100f100'

export const makeFloor = async (admin: Client): Promise<void> => {
  await admin.query('create schema floor')
  await admin.query(
    'create table floor.asked (asked_id uuid primary key, officer text not null, value text not null, made_at timestamptz not null)',
  )
  await admin.query(`create role ${floorRole} login bypassrls`)
  await admin.query(`grant usage on schema floor, disclosure to ${floorRole}`)
  await admin.query(`grant select on disclosure.record, disclosure.identifier to ${floorRole}`)
  await admin.query(`grant insert on floor.asked to ${floorRole}`)
}

export const selectFloor = (value: string) => ({
  name: 'floor-select',
  text: `select r.arrest_id, r.last_name, r.first_name, r.middle_name, r.suffix, r.born_on, r.sex, r.police_number, r.arrested_at, r.district_code, r.place, r.basis,
      r.otn, r.warrant_number, r.incidents, r.charges, r.dockets
    from disclosure.identifier i join disclosure.record r on r.arrest_id = i.arrest_id where i.kind = 'otn' and i.value = $1`,
  values: [value],
})

export const insertFloor = (officer: string, value: string) => ({
  name: 'floor-insert',
  text: 'insert into floor.asked values (gen_random_uuid(), $1, $2, clock_timestamp())',
  values: [officer, value],
})

/** Milliseconds of wall time until a rehearsal's clock shows an instant. */
export const wallUntil = async (admin: Client, instant: string): Promise<number> => {
  const { rows } = await admin.query<{ left: number }>(
    'select (extract(epoch from $1::timestamptz - pars.instant()) * 1000)::float8 as left',
    [instant],
  )
  return rows[0]?.left ?? Number.NaN
}

export const startSignIn = (partner: Client, tokenHash: Buffer, officerId: string) =>
  partner.query('select partner.start_sign_in($1, $2)', [tokenHash, officerId])
