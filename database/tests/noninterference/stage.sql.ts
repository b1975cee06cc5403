import type { Client } from 'pg'
import type { DisclosureRecord } from '../terms/records.ts'
import { endsAt, startOfStory, startsAt } from './profiles.ts'
import type { Darkening } from './program.ts'

/** The administrator of a stage writes without the triggers of acts: what matters here is what partners see of the rows. */
export const makeStageHand = async (admin: Client): Promise<void> => {
  await admin.query('alter table journal.place disable trigger all')
  await admin.query('set session_replication_role = replica')
  await admin.query(`update journal.head set latest_at = '2000-01-01'`)
}

export interface Cast {
  partner: string
  door: string
  unit: string
  officer: string
  agreements: string[]
}
const made = `gen_random_uuid(), '2017-01-01', gen_random_uuid()`
export const registerPartner = async (admin: Client, cast: Cast, password: string): Promise<void> => {
  await admin.query(
    `insert into partner.partner (partner_id, code, name, door, made_by, made_at, entry_id) values ($1, $2, 'Test', $3, ${made})`,
    [cast.partner, cast.unit, cast.door],
  )
  for (const agreement of cast.agreements) {
    await admin.query(
      `insert into partner.unit (unit_id, partner_id, code, name, function, criminal_justice, decided_by, citation, made_by, made_at, entry_id)
       values (gen_random_uuid(), $1, $2, 'Unit', 'Tests', false, 'Test', 'Test', ${made}) on conflict do nothing`,
      [cast.partner, cast.unit],
    )
    await admin.query(
      `insert into agreement.agreement (agreement_id, code, partner_id, made_by, made_at, entry_id) values (gen_random_uuid(), $2, $1, ${made})`,
      [cast.partner, agreement],
    )
  }
  await admin.query(
    `insert into partner.officer (officer_id, unit_id, issuer, subject, display_name, coordinator, certified_until, made_by, made_at, entry_id)
     select $2::uuid, u.unit_id, 'https://issuer.test', $2::text, 'Officer', false, 'infinity', ${made} from partner.unit u where u.code = $1`,
    [cast.unit, cast.officer],
  )
  await admin.query('set session_replication_role = origin')
  await admin.query('select partner.open_door($1)', [cast.partner])
  await admin.query('set session_replication_role = replica')
  await admin.query(`alter role ${cast.door} password ${admin.escapeLiteral(password)}`)
}

export const setClock = (admin: Client, at: string) => admin.query('select pars.set_clock($1, 1, $1)', [at])

/** The wall's clock, until it is set again. */
export const letClockRun = (admin: Client) => admin.query('delete from pars.clock')
export const endSoon = `ends_at = clock_timestamp() + interval '400 ms'`
export const waitForEnd = 'select pg_sleep(0.6)'

/** Forgets every program before; agreements and partners stay. */
export const clearStage = async (admin: Client, officer: string, limits: { rows: number; persons: number }) => {
  await admin.query(`delete from disclosure.record; delete from disclosure.identifier; delete from disclosure.change;
    delete from inquiry.held; delete from inquiry.asked; delete from inquiry.person_seen; delete from inquiry.quota;
    delete from partner.switch; delete from partner.case_registration; delete from journal.place;
    update partner.officer set certified_until = 'infinity' where officer_id = '${officer}';
    update inquiry.standing set starts_at = '${startsAt}', ends_at = '${endsAt}', ended_at = null, ended_why = null, stopped_at = null, stopped_why = null,
      resumes_at = null, inquiries_per_unit_per_day = 60, inquiries_per_officer_per_day = 50, rows_per_answer = ${limits.rows}, persons_per_unit_per_day = ${limits.persons}`)
  await setClock(admin, startOfStory)
}

export const clearRecords = (admin: Client) =>
  admin.query('delete from disclosure.record; delete from disclosure.identifier; delete from disclosure.change')
export const deleteRecordsOf = async (admin: Client, arrests: readonly string[]): Promise<void> => {
  await admin.query('delete from disclosure.record where arrest_id = any ($1)', [arrests])
  await admin.query('delete from disclosure.identifier where arrest_id = any ($1)', [arrests])
}

export const insertChange = async (
  admin: Client,
  record: DisclosureRecord,
  change: { number: number; classes: string[] },
) => {
  await admin.query(
    `with changed as (insert into disclosure.change (entry_id, arrest_id, person_id, classes, was_adult, was_charged, was_bail_ordered, was_worst_grade,
         was_district_code, was_basis, was_arrested_at)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning entry_id)
     insert into journal.place (number, entry_id, batch_at, leaf, leaf_hash) select $11, c.entry_id, now(), '\\x00', sha256('\\x00') from changed c`,
    [
      record.arrest_id,
      record.person_id,
      change.classes,
      record.adult,
      record.charged,
      record.bail_ordered,
      record.worst_grade,
      record.district_code,
      record.basis,
      record.arrested_at,
      change.number,
    ],
  )
}

export interface Registration {
  unit: string
  kind: string
  value: string
  purpose: string
  endsAt: string
}
export const registerCase = (admin: Client, one: Registration) =>
  admin.query(
    `insert into partner.case_registration (registration_id, unit_id, kind, value, purpose, statement, key_id, signature, registered_at, ends_at, entry_id)
     select gen_random_uuid(), u.unit_id, $2, $3, $4, 'test', 'test', '', '2018-01-01', $5, gen_random_uuid() from partner.unit u where u.code = $1`,
    [one.unit, one.kind, one.value, one.purpose, one.endsAt],
  )

export const flipSwitch = async (admin: Client, kind: string, id: string): Promise<void> => {
  for (const [stopped, at] of [
    [false, '2018-07-01'],
    [true, '2018-07-02'],
  ])
    await admin.query(
      `insert into partner.switch (subject_kind, subject_id, stopped, reason, seat, made_by, made_at, entry_id) values ($1, $2, $3, 'test', 'court', gen_random_uuid(), $4, gen_random_uuid())`,
      [kind, id, stopped, at],
    )
}
/** Why a standing answers no more, or how little is left of its day. */
export const stops: { [W in Darkening]?: string } = {
  suspended: `stopped_at = pars.instant(), stopped_why = 'suspended'`,
  'emergency-stopped': `stopped_at = pars.instant(), stopped_why = 'emergency-stopped', resumes_at = pars.instant() + interval '1 day'`,
  terminated: `ended_at = pars.instant(), ended_why = 'terminated'`,
  superseded: `ended_at = pars.instant() - interval '1 ms', ended_why = 'superseded'`,
  'unit-quota-used': 'inquiries_per_unit_per_day = 2',
  'officer-quota-used': 'inquiries_per_officer_per_day = 2',
}
export const setStanding = (admin: Client, door: string, set: string) =>
  admin.query(`update inquiry.standing set ${set} where door = '${door}'`)
export const endCertificate = (admin: Client, officer: string) =>
  admin.query('update partner.officer set certified_until = pars.instant() where officer_id = $1', [officer])
export const forgetQuota = (admin: Client, door: string) =>
  admin.query('delete from inquiry.quota where door = $1', [door])

/** What a partner's people may try on a raw connection besides asking. */
export const rawStatements = (door: string, cursorOrToken: string): string[] => [
  'select count(*) from disclosure.record',
  'select last_name from disclosure.record where otn is not null',
  'select count(*) from disclosure.identifier',
  'select count(*) from disclosure.change',
  `select count(*) from ${door}.record`,
  `select given from ${door}.record`,
  'select answer from inquiry.held',
  'select count(*) from inquiry.asked',
  'select * from inquiry.standing',
  'select secret from inquiry.secret',
  'select sum(used) from inquiry.quota',
  'select count(*) from inquiry.person_seen',
  'select count(*) from journal.entry',
  'select count(*) from police.arrest',
  `explain (analyze, costs off) select * from ${door}.record`,
  `select inquiry.open('{}')`,
  `select inquiry.find_ground('by-identifier', '{"identifier": "otn", "value": "Q3333330"}')`,
  `select set_config('pars.asking', '${cursorOrToken}', false)`,
  `select count(*) from partner.officer`,
  `select partner.read_history(null, null, null, 100)`,
]

export const begins = {
  'same-transaction': 'begin',
  'rolled-back': 'begin',
  serializable: 'begin isolation level serializable',
}
export const nameUnit = (admin: Client, unit: string, besides: string) =>
  admin.query('update inquiry.standing set units = array[$1] where door <> $2', [unit, besides])

export const readHistory = (client: Client) =>
  client.query(
    `select h.agreement, h.agreement_version, h.unit_code, h.officer, h.behalf, h.authentication, h.question, h.filters, h.predicate - 'cursor' as predicate, h.purpose, h.cites_kind, h.cites_value,
       h.outcome, h.term, h.row_count, h.classes, h.asked_at
     from partner.read_history(null, null, null, 100) h`,
  )
export const askSql = (door: string, question: string, args: number): string =>
  `select ${door}.${question}(${Array.from({ length: args }, (_, n) => `$${n + 1}`).join(', ')}) as token`
export const collectSql = 'select c.answer, c.at, c.ended from inquiry.collect(array[$1]) c'
