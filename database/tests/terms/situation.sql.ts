import type { Client } from 'pg'

/** What stands beside the terms when a unit asks; set at will, as acts of custodians and partner would. */
export interface Situation {
  halted: 'suspended' | 'terminated' | null
  stopped: { unit: boolean; key: boolean; officer: boolean }
  certified: boolean
  registered: boolean
}

export interface Subject {
  door: string
  unit: string
  officer: string
  key: string
  cites: { kind: string; value: string } | undefined
  purpose: string
}

const setSwitch = (admin: Client, kind: string, id: string, stopped: boolean) =>
  admin.query(
    `insert into partner.switch (subject_kind, subject_id, stopped, reason, seat, made_by, made_at, entry_id)
     values ($1, $2, $3, 'test', 'court', gen_random_uuid(), clock_timestamp(), gen_random_uuid())`,
    [kind, id, stopped],
  )

/** Without entries and makers, which only the triggers ask for. */
export const setSituation = async (admin: Client, subject: Subject, situation: Situation): Promise<void> => {
  await admin.query('begin')
  await admin.query('set local session_replication_role = replica')
  await admin.query(
    `update inquiry.standing set ended_at = case when $2 = 'terminated' then pars.instant() end, ended_why = case when $2 = 'terminated' then $2 end,
       stopped_at = case when $2 = 'suspended' then pars.instant() end, stopped_why = case when $2 = 'suspended' then $2 end where door = $1`,
    [subject.door, situation.halted],
  )
  await setSwitch(admin, 'unit', subject.unit, situation.stopped.unit)
  await setSwitch(admin, 'officer', subject.officer, situation.stopped.officer)
  await setSwitch(admin, 'key', subject.key, situation.stopped.key)
  await admin.query(
    `update partner.officer set certified_until = case when $2 then 'infinity'::timestamptz else pars.instant() end where officer_id = $1`,
    [subject.officer, situation.certified],
  )
  await admin.query(
    'delete from partner.case_registration r using partner.unit u where u.unit_id = r.unit_id and u.code = $1',
    [subject.unit],
  )
  if (situation.registered && subject.cites !== undefined)
    await admin.query(
      `insert into partner.case_registration (registration_id, unit_id, kind, value, purpose, statement, key_id, signature, registered_at, ends_at, entry_id)
       select gen_random_uuid(), u.unit_id, $2, $3, $4, 'test', 'test', '', pars.instant() - interval '1 hour', pars.instant() + interval '1 hour', gen_random_uuid()
       from partner.unit u where u.code = $1`,
      [subject.unit, subject.cites.kind, subject.cites.value, subject.purpose],
    )
  await admin.query('commit')
}

export interface Used {
  unit: number
  officer: number
  persons: number
}

/** How much of the day is gone, and whom the unit has seen. */
export const findUsed = async (
  admin: Client,
  subject: Pick<Subject, 'door' | 'unit' | 'officer'>,
): Promise<Used & { seen: string[] }> => {
  const { rows } = await admin.query<Used & { seen: string[] }>(
    `select coalesce(sum(q.used) filter (where q.subject = 'unit ' || $2), 0)::integer as unit,
       coalesce(sum(q.used) filter (where q.subject = 'officer ' || $3), 0)::integer as officer,
       coalesce(sum(q.used) filter (where q.subject = 'persons ' || $2), 0)::integer as persons,
       array(select p.person_id::text from inquiry.person_seen p where p.door = $1 and p.unit_code = $2) as seen
     from inquiry.quota q where q.door = $1`,
    [subject.door, subject.unit, subject.officer],
  )
  const used = rows[0]
  if (used === undefined) throw new Error('a sum is always there')
  return used
}
