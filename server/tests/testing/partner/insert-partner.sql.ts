import type { Client, ClientBase } from 'pg'

export interface PartnerRow {
  partnerId: string
  code: string
  door: string
}
export interface UnitRow {
  unitId: string
  partnerId: string
  code: string
}
export interface OfficerRow {
  officerId: string
  unitId: string
  issuer: string
  subject: string
  name: string
  coordinator: boolean
}
export interface VersionRow {
  partnerId: string
  agreement: string
  version: number
  terms: string
  sql: string
  door: string
}

/** Rows as the custodians' acts would make them, behind the walls: what is tested here comes after. */
const asReplica = async (admin: ClientBase, text: string, values: readonly unknown[]): Promise<void> => {
  await admin.query('begin')
  try {
    await admin.query('set local session_replication_role = replica')
    await admin.query(text, [...values])
    await admin.query('commit')
  } catch (fault) {
    await admin.query('rollback')
    throw fault
  }
}

const made = `(select entry_id from journal.entry limit 1), gen_random_uuid(), pars.instant()`

export const insertPartnerRow = (admin: Client, row: PartnerRow) =>
  asReplica(
    admin,
    `insert into partner.partner (partner_id, code, name, door, entry_id, made_by, made_at) select $1, $2, 'Agency ' || $2, $3, ${made}`,
    [row.partnerId, row.code, row.door],
  )

export const insertUnitRow = (admin: Client, row: UnitRow) =>
  asReplica(
    admin,
    `insert into partner.unit (unit_id, partner_id, code, name, function, criminal_justice, decided_by, citation, entry_id, made_by, made_at)
     select $1, $2, $3, 'Unit ' || $3, 'Tests', true, 'Test', 'Test', ${made}`,
    [row.unitId, row.partnerId, row.code],
  )

export const insertOfficerRow = (admin: Client, row: OfficerRow) =>
  asReplica(
    admin,
    `insert into partner.officer (officer_id, unit_id, issuer, subject, display_name, coordinator, certified_until, entry_id, made_by, made_at)
     select $1, $2, $3, $4, $5, $6, '2199-01-01', ${made}`,
    [row.officerId, row.unitId, row.issuer, row.subject, row.name, row.coordinator],
  )

export const insertKeyRow = (admin: Client, keyId: string, unitId: string, publicKey: Buffer) =>
  asReplica(
    admin,
    `insert into partner.signing_key (key_id, unit_id, public_key, entry_id, made_by, made_at) select $1, $2, $3, ${made}`,
    [keyId, unitId, publicKey],
  )

/** The newest word about a unit, an officer or a key. `subject` as the walls read it: a unit's code, an officer's uuid, a key's id. */
export const insertSwitchRow = (admin: ClientBase, kind: string, subject: string, stopped: boolean) =>
  asReplica(
    admin,
    `insert into partner.switch (subject_kind, subject_id, stopped, reason, seat, made_by, made_at, entry_id)
     values ($1, $2, $3, 'A test', 'police', gen_random_uuid(), clock_timestamp(), gen_random_uuid())`,
    [kind, subject, stopped],
  )

export const insertVersionRow = async (admin: Client, row: VersionRow): Promise<void> => {
  await asReplica(
    admin,
    `insert into agreement.agreement (agreement_id, code, partner_id, entry_id, made_by, made_at)
     select gen_random_uuid(), $1, $2, ${made} where not exists (select from agreement.agreement where code = $1)`,
    [row.agreement, row.partnerId],
  )
  await asReplica(
    admin,
    `insert into agreement.version (agreement_id, version, terms, terms_hash, sql, sql_hash, starts_at, ends_at, door, seat, entry_id, made_by, made_at)
     select a.agreement_id, $2, $3::text, sha256(convert_to($3, 'UTF8')), $4::text, sha256(convert_to($4, 'UTF8')),
       coalesce(s.starts_at, '2000-01-01'), coalesce(s.ends_at, '2200-01-01'), $5, 'police', ${made}
     from agreement.agreement a left join inquiry.standing s on s.door = $5 where a.code = $1`,
    [row.agreement, row.version, row.terms, row.sql, row.door],
  )
}

/** A resolution about a version, open for a day. */
export const insertResolutionRow = (admin: Client, id: string, agreement: string, version: number, action: string) =>
  asReplica(
    admin,
    `insert into agreement.resolution (resolution_id, code, agreement_id, version, terms_hash, sql_hash, action, seat, reason, closes_at, entry_id, made_by, made_at)
     select $1::uuid, $2::text || '-r-' || left($1::text, 4), v.agreement_id, v.version, v.terms_hash, v.sql_hash, $4, 'police', 'Test', pars.instant() + interval '1 day', ${made}
     from agreement.version v join agreement.agreement a on a.agreement_id = v.agreement_id where a.code = $2 and v.version = $3`,
    [id, agreement, version, action],
  )

export const insertObligationRow = (admin: Client, id: string, agreement: string) =>
  asReplica(
    admin,
    `insert into agreement.obligation (obligation_id, agreement_id, version, code, arises_on, due_on, suspends)
     select $1, a.agreement_id, 1, 'self-audit', date '2098-01-01', date '2098-02-01', false from agreement.agreement a where a.code = $2`,
    [id, agreement],
  )

/** PostgreSQL lets two transactions that change one role or database at once fail: the server's own keeper works beside the test. */
const oncePossible = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tries = 0; ; tries++) {
    try {
      return await work()
    } catch (fault) {
      const isRace = fault instanceof Error && fault.message.includes('tuple concurrently updated')
      if (!isRace || tries === 5) throw fault
    }
  }
}

/** Executes the SQL of an agreement as activation does: as the owner, in one transaction. */
export const executeAsOwner = (admin: Client, sql: string): Promise<void> =>
  oncePossible(async () => {
    await admin.query('begin')
    try {
      await admin.query('set local role pars_owner')
      await admin.query(sql)
      await admin.query('commit')
    } catch (fault) {
      await admin.query('rollback')
      throw fault
    }
  })

export const openPartnerRole = (admin: Client, partnerId: string) =>
  oncePossible(() => admin.query('select partner.open_door($1)', [partnerId]))

/** The credential of a role, and its way into this database. */
export const setCredential = async (admin: Client, role: string, verifier: string): Promise<void> => {
  await oncePossible(() =>
    admin.query(`alter role ${admin.escapeIdentifier(role)} password ${admin.escapeLiteral(verifier)}`),
  )
  const { rows } = await admin.query<{ name: string }>('select current_database() as name')
  const database = admin.escapeIdentifier(rows[0]?.name ?? '')
  await oncePossible(() => admin.query(`grant connect on database ${database} to ${admin.escapeIdentifier(role)}`))
}

export const halt = (admin: ClientBase, agreement: string, why: string) =>
  admin.query('select agreement.halt_standing($1, $2, pars.instant(), null)', [agreement, why])

export const resume = (admin: ClientBase, agreement: string) =>
  admin.query(
    'update inquiry.standing set stopped_at = null, stopped_why = null, resumes_at = null where agreement = $1',
    [agreement],
  )

/** Lets a rehearsal's clock stand at an instant. */
export const standAt = (admin: Client, instant: string) => admin.query('select pars.set_clock($1, 1, $1)', [instant])

/** Lets it run on from an instant. */
export const runFrom = (admin: Client, instant: string) =>
  admin.query(`select pars.set_clock($1, 1, 'infinity')`, [instant])

export const readInstant = async (admin: Client): Promise<string> => {
  const { rows } = await admin.query<{ now: string }>(
    `select to_char(pars.instant() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  )
  return rows[0]?.now ?? ''
}

export interface AskedRow {
  question: string
  outcome: string
  term: string | null
  filters: string[]
  predicate: Record<string, unknown>
  request: Record<string, unknown>
  row_count: number
  authentication: string
}
export const listAsked = async (admin: Client, agreement: string): Promise<AskedRow[]> => {
  const { rows } = await admin.query<AskedRow>(
    `select question, outcome, term, filters, predicate, request, row_count, authentication from inquiry.asked where agreement = $1
     order by asked_at, inquiry_id`,
    [agreement],
  )
  return rows
}

export const insertRecords = async (admin: Client, records: readonly object[], identifiers: readonly object[]) => {
  await admin.query(
    `insert into disclosure.record select r.* from jsonb_populate_recordset(null::disclosure.record,
      (select coalesce(jsonb_agg('{"limited": false}' || e.value), '[]') from jsonb_array_elements($1::jsonb) e)) r`,
    [JSON.stringify(records)],
  )
  await admin.query(
    'insert into disclosure.identifier select r.* from jsonb_populate_recordset(null::disclosure.identifier, $1) r',
    [JSON.stringify(identifiers)],
  )
}

/** Cuts every connection of a role, as a failover would. */
export const cutConnections = (admin: Client, role: string) =>
  admin.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [role])

export const endCertificate = (admin: Client, officerId: string) =>
  asReplica(admin, 'update partner.officer set certified_until = pars.instant() where officer_id = $1', [officerId])

type Stopped = 'unit' | 'officer' | 'key' | 'agreement'
interface Asking {
  code: string
  officerUuid: string
  keyId: string
  agreement: string
}
const subjectOf = (of: Asking) => ({ unit: of.code, officer: of.officerUuid, key: of.keyId })

/** Stops a unit, officer, key or agreement, committed when this resolves. */
export const stopNow = async (admin: ClientBase, what: Stopped, of: Asking): Promise<void> => {
  if (what === 'agreement') await halt(admin, of.agreement, 'suspended')
  else await insertSwitchRow(admin, what, subjectOf(of)[what], true)
}

export const liftStop = async (admin: ClientBase, what: Stopped, of: Asking): Promise<void> => {
  if (what === 'agreement') await resume(admin, of.agreement)
  else await insertSwitchRow(admin, what, subjectOf(of)[what], false)
}

/** The database's wall clock, in milliseconds. */
export const readWall = async (admin: ClientBase): Promise<number> => {
  const { rows } = await admin.query<{ at: number }>(
    'select (extract(epoch from clock_timestamp()) * 1000)::float8 as at',
  )
  return rows[0]?.at ?? Number.NaN
}

/** Lets whoever asks what is in force wait, until the function that this gives is called. */
export const holdStandings = async (admin: Client): Promise<() => Promise<unknown>> => {
  await admin.query('begin')
  await admin.query('lock table inquiry.standing in access exclusive mode')
  return () => admin.query('commit')
}
