import type { Statement } from '../db/statement.ts'

// All as the keeper, which reads the whole of the database and writes none of it.

/** Of this transaction: whoever holds it does the server's audit of this database, alone. `pars audit` asks nobody. */
export const tryAuditLock: Statement = {
  name: 'try-audit-lock',
  text: 'select pg_try_advisory_xact_lock(61, 2) as locked',
  values: [],
}

/** Whether the night's own audit was entered within the last hours: one for which nobody asked. */
export const selectNightAudit: Statement = {
  name: 'select-night-audit',
  text: `select exists (
      select from journal.entry e join journal.content c on c.entry_id = e.entry_id
      where e.kind = 'audit.completed' and e.made_at > pars.instant() - interval '2 hours' and c.texts[array_position(c.names, 'officer')] is null) as done`,
  values: [],
}

const entryColumns = `e.kind, e.class, e.party, e.door, e.made_at, e.nonce, e.clear, c.names, c.salts, c.texts, c.commitments,
      x.entry_id is not null as indexed, x.arrest_id, x.account_id`
const entryJoins = `left join journal.content c on c.entry_id = e.entry_id left join journal.arrest_entry x on x.entry_id = e.entry_id`

export const selectPlacesAfter = (number: number, most: number): Statement => ({
  name: 'audit-places',
  text: `select p.number, p.entry_id, p.batch_at, p.leaf, p.leaf_hash, ${entryColumns}
    from (select * from journal.place where number > $1 order by number limit $2) p
      left join journal.entry e on e.entry_id = p.entry_id ${entryJoins} order by p.number`,
  values: [number, most],
})

/** Entries without a number, in the order in which they wait. `ticket` is null for one that waits for none. */
export const selectUnplaced: Statement = {
  name: 'audit-unplaced',
  text: `select w.ticket, e.entry_id, null::bigint as number, e.made_at as batch_at, null::bytea as leaf, null::bytea as leaf_hash,
      pars.instant() - e.made_at > interval '10 minutes' as late, ${entryColumns}
    from journal.entry e left join journal.waiting w on w.entry_id = e.entry_id ${entryJoins}
    where not exists (select from journal.place p where p.entry_id = e.entry_id) order by w.ticket nulls last, e.made_at, e.xid limit 10000`,
  values: [],
}
export const selectWaitingTwice: Statement = {
  name: 'audit-waiting-twice',
  text: 'select p.number from journal.waiting w join journal.place p on p.entry_id = w.entry_id order by p.number limit 1000',
  values: [],
}

export const selectAuditHead: Statement = {
  name: 'audit-head',
  text: `select h.size, h.root, h.frontier, coalesce((select max(number) from journal.place), 0) as newest,
      (select count(*) from journal.place) as places, k.origin, k.rehearsal,
      coalesce((select max(size) from journal.checkpoint), 0) as signed
    from pars.creation k left join journal.head h on true`,
  values: [],
}
export const selectTilesIn = (level: number, from: number, through: number): Statement => ({
  name: 'audit-tiles',
  text: 'select index, width, bytes from journal.tile where level = $1 and index between $2 and $3 order by index',
  values: [level, from, through],
})
export const selectCheckpointsFrom = (size: number, most: number): Statement => ({
  name: 'audit-checkpoints',
  text: 'select size, note from journal.checkpoint where size > $1 order by size limit $2',
  values: [size, most],
})

/** What orders erased: numbers of entries and names of slots. */
export const selectErasures: Statement = {
  name: 'audit-erasures',
  text: `select c.texts[array_position(c.names, 'act')] as act from journal.entry e join journal.content c on c.entry_id = e.entry_id
    where e.kind = 'record.expunged' and exists (select from journal.place p where p.entry_id = e.entry_id)`,
  values: [],
}

/** The columns of a table by name, in order, and those of its key. */
export const selectColumns = (table: string): Statement => ({
  name: 'audit-columns',
  text: `select a.attname as name, coalesce(a.attnum = any (i.indkey), false) as in_key
    from pg_catalog.pg_attribute a left join pg_catalog.pg_index i on i.indrelid = a.attrelid and i.indisprimary
    where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
  values: [table],
})

export interface TableShape {
  readonly table: string
  /** Columns that are compared. */
  readonly columns: readonly string[]
  readonly key: readonly string[]
}

const jsonOf = (row: string, columns: readonly string[]): string =>
  `jsonb_build_object(${columns.map(column => `'${column}', ${row}."${column}"`).join(', ')})`

/**
 * Rows as entries wrote them beside the rows as they are, each told by PostgreSQL itself as JSON, so that types compare as they are
 * stored. `placed`: the number of the entry that the row carries now.
 */
export const selectBeside = ({ table, columns, key }: TableShape, rows: string): Statement => ({
  name: `audit-beside-${table}-${columns.length}`,
  text: `select w.n, ${jsonOf('p', columns)} as written, case when t.entry_id is not null then ${jsonOf('t', columns)} end as stored,
      (select l.number from journal.place l where l.entry_id = t.entry_id) as placed
    from jsonb_array_elements($1::jsonb) with ordinality w (row, n)
      cross join lateral jsonb_populate_record(null::${table}, w.row) p
      left join ${table} t on ${key.map(column => `t."${column}" = p."${column}"`).join(' and ')}
    order by w.n`,
  values: [rows],
})

export const countRows = (table: string): Statement => ({
  name: `audit-count-${table}`,
  text: `select count(*) as rows from ${table}`,
  values: [],
})

/** The keys of a table's rows by the entry that they carry, from one entry on: all rows of the last entry come together. */
export const selectCarrying = ({ table, key }: TableShape, after: string, most: number): Statement => ({
  name: `audit-carrying-${table}`,
  text: `select t.entry_id, (select l.number from journal.place l where l.entry_id = t.entry_id) as number, ${jsonOf('t', key)} as key
    from ${table} t where t.entry_id > $1 order by t.entry_id fetch first $2 rows with ties`,
  values: [after, most],
})

/** Entries by their ids, with what lies beside them. */
export const selectEntriesOf = (entryIds: readonly string[]): Statement => ({
  name: 'audit-entries-of',
  text: `select p.number, e.entry_id, coalesce(p.batch_at, e.made_at) as batch_at, p.leaf, p.leaf_hash, ${entryColumns}
    from journal.entry e left join journal.place p on p.entry_id = e.entry_id ${entryJoins} where e.entry_id = any ($1::uuid[])`,
  values: [entryIds],
})

/** Sealed numbers whose stored bytes have another digest: the bytes themselves come out for nobody. */
export const selectSealedDiffering = (rows: string): Statement => ({
  name: 'audit-sealed',
  text: `select w.n from jsonb_array_elements($1::jsonb) with ordinality w (row, n)
    where secret.digest_of((w.row ->> 'arrest_id')::uuid, (w.row ->> 'version')::int) is distinct from decode(w.row ->> 'digest', 'hex') order by w.n`,
  values: [rows],
})

export const selectWalls: Statement = {
  name: 'audit-walls',
  text: `select encode(agreement.walls_hash(), 'hex') as now,
    (select e.clear ->> 'wallsHash' from journal.entry e left join journal.place p on p.entry_id = e.entry_id
      where e.kind in ('agreement.activated', 'walls.changed') order by p.number desc nulls first, e.made_at desc limit 1) as known,
    (select p.number from journal.entry e join journal.place p on p.entry_id = e.entry_id
      where e.kind in ('agreement.activated', 'walls.changed') order by p.number desc limit 1) as entry,
    (select e.clear ->> 'cause' from journal.entry e left join journal.place p on p.entry_id = e.entry_id
      where e.kind = 'walls.changed' and e.clear ->> 'cause' <> 'partner-door-opened' order by p.number desc nulls first, e.made_at desc limit 1) as cause`,
  values: [],
}

/** A page of arrests with what is wrong with what was derived from them; null where all is right. */
export const selectDerived = (after: string, most: number): Statement => ({
  name: 'audit-derived',
  text: 'select arrest_id, wrong from disclosure.audit($1::uuid, $2) order by arrest_id',
  values: [after, most],
})

/** Agreements' standings beside the terms that were put in force and what stopped or ended them. */
export const selectStandings: Statement = {
  name: 'audit-standings',
  text: `select s.door, s.agreement, s.agreement_version as version, s.starts_at, s.ends_at, s.ended_at, s.ended_why, s.stopped_at, s.units, s.purposes,
      array[s.inquiries_per_unit_per_day, s.inquiries_per_officer_per_day, s.persons_per_unit_per_day, s.rows_per_answer, s.outage_minutes] as limits, s.outage_stops,
      v.terms, v.door as own_door, v.starts_at as own_start, v.ends_at as own_end, p.number as entry, h.kind as halted, h.effective_at as halted_at, n.begins_at as next_begins,
      exists (select from agreement.halt e where e.agreement_id = t.agreement_id and e.kind = 'terminated') as terminated,
      exists (select from agreement.resolution r where r.agreement_id = t.agreement_id and r.action = 'terminate'
        and (select count(*) from agreement.ballot b where b.resolution_id = r.resolution_id and b.choice = 'for') >= 2) as terminates
    from inquiry.standing s left join agreement.agreement a on a.code = s.agreement
      left join agreement.activation t on t.agreement_id = a.agreement_id and t.version = s.agreement_version
      left join agreement.version v on v.agreement_id = t.agreement_id and v.version = t.version
      left join journal.place p on p.entry_id = t.entry_id
      left join lateral (select o.kind, o.effective_at from agreement.halt o where o.agreement_id = t.agreement_id and o.kind not in ('terminated', 'expired')
        order by o.made_at desc limit 1) h on true
      left join lateral (select greatest(o.starts_at, o.made_at) as begins_at from agreement.activation o where o.agreement_id = t.agreement_id and o.version > t.version
        order by o.version limit 1) n on true
    order by s.agreement, s.agreement_version`,
  values: [],
}
/**
 * Counters of a day that let more be asked than the terms do: with another allowance than the terms give, or counting fewer than were answered.
 * An answer of the day's first hour may have been counted the day before: a question asked at midnight, and a rehearsal's clock that runs fast.
 * Over all days together (`day` null) each answer was counted.
 */
export const selectQuotaFaults: Statement = {
  name: 'audit-quotas',
  text: `with counted as (
      select q.door, q.subject, q.day, sum(q.used) as used, sum(q.allowance) as allowance from inquiry.quota q group by q.door, q.subject, q.day),
    asked as (
      select a.door, u.subject, (a.asked_at at time zone 'America/New_York') as at
      from inquiry.asked a cross join lateral (values ('unit ' || a.unit_code), ('officer ' || a.officer)) u (subject) where a.outcome = 'answered'),
    answered as (
      select door, subject, at::date as day, count(*) as answers from asked where at::time >= '01:00' group by door, subject, at::date
      union all select door, subject, null, count(*) from asked group by door, subject)
    select concat_ws(' ', a.door, a.subject, a.day) as row, 'used' as part
      from answered a left join lateral (
        select sum(c.used) as used from counted c where c.door = a.door and c.subject = a.subject and (a.day is null or c.day = a.day)) c on true
      where a.answers > coalesce(c.used, 0)
    union all select concat_ws(' ', c.door, c.subject, c.day), 'allowance' from counted c join inquiry.standing s on s.door = c.door
      where c.allowance <> case when c.subject like 'unit %' then s.inquiries_per_unit_per_day when c.subject like 'officer %' then s.inquiries_per_officer_per_day
        else s.persons_per_unit_per_day end
    order by 1, 2 limit 1000`,
  values: [],
}
export const selectActivations: Statement = {
  name: 'audit-activations',
  text: 'select t.resolution_id from agreement.activation t order by t.made_at',
  values: [],
}
/** Agreements that have ended, each with the terms that were in force last. */
export const selectEnds: Statement = {
  name: 'audit-ends',
  text: `select h.agreement_id, v.version, v.terms, h.effective_at
    from agreement.halt h join lateral (select o.version, o.terms from agreement.activation t
        join agreement.version o on o.agreement_id = t.agreement_id and o.version = t.version
        where t.agreement_id = h.agreement_id order by t.version desc limit 1) v on true
    where h.kind in ('expired', 'terminated')`,
  values: [],
}
export const selectDuties: Statement = {
  name: 'audit-duties',
  text: `select obligation_id, agreement_id, version, code, arises_on, due_on, suspends from agreement.obligation order by obligation_id`,
  values: [],
}
export const selectStandingsGone: Statement = {
  name: 'audit-standings-gone',
  text: `select a.code, t.version, p.number as entry from agreement.activation t join agreement.agreement a on a.agreement_id = t.agreement_id
      left join journal.place p on p.entry_id = t.entry_id
    where not exists (select from inquiry.standing s where s.agreement = a.code and s.agreement_version = t.version)`,
  values: [],
}

/** The statements that ballots and the partner's answers signed, by their entry. */
export const selectSignedTexts = (entryIds: readonly string[]): Statement => ({
  name: 'audit-signed-texts',
  text: `select b.entry_id, b.statement from agreement.ballot b where b.entry_id = any ($1::uuid[])
    union all select a.entry_id, a.statement from agreement.acceptance a where a.entry_id = any ($1::uuid[])`,
  values: [entryIds],
})

/** A page of cosignatures, each with its cosigner's key and the checkpoint that it confirms. */
export const selectCosignaturesAfter = (size: number, cosigner: string, most: number): Statement => ({
  name: 'audit-cosignatures',
  text: `select c.size, c.cosigner, c.line, k.vkey, p.note from journal.cosignature c left join journal.cosigner k on k.name = c.cosigner
      left join journal.checkpoint p on p.size = c.size
    where (c.size, c.cosigner) > ($1, $2) order by c.size, c.cosigner limit $3`,
  values: [size, cosigner, most],
})
/** What each cosigner confirmed last and the log has no cosignature of. */
export const selectCosignaturesGone: Statement = {
  name: 'audit-cosignatures-gone',
  text: `select s.cosigner, s.size from journal.cosigner_state s
    where s.size > 0 and not exists (select from journal.cosignature c where c.cosigner = s.cosigner and c.size = s.size)`,
  values: [],
}

/** Records under an order that no entry and no two people stand for, and orders whose effect is gone. */
export const selectOrderFaults: Statement = {
  name: 'audit-orders',
  text: `select 'order-unfounded' as fault, 'court.limited_record' as "table", l.arrest_id as row from court.limited_record l
      where not exists (select from journal.entry e where e.entry_id = l.entry_id and e.kind = 'record.limited')
    union all select 'order-unfounded', 'court.sealed_record', s.arrest_id from court.sealed_record s
      where not exists (select from journal.entry e where e.entry_id = s.entry_id and e.kind = 'record.sealed')
    union all select 'order-unfounded', 'court.tombstone', t.arrest_id from court.tombstone t
      where not exists (select from journal.entry e where e.entry_id = t.entry_id and e.kind = 'record.expunged')
    union all select 'order-unfounded', 'court.record_order_done', d.order_id from court.record_order_done d join court.record_order o on o.order_id = d.order_id
      where not exists (select from court.record_order_check c where c.order_id = d.order_id and c.decision = 'verified' and c.made_by <> o.made_by)
    union all select * from (
      -- What the newest entry of its kind says of a record, and whether the row is there.
      select case when n.lifted and n.there then 'order-unfounded' when n.lifted = n.there then 'row-missing'
          when n.lifted and not exists (select from court.record_order_done d join court.record_order o on o.order_id = d.order_id
            where d.entry_id = n.entry_id and o.arrest_id = n.arrest_id and o.act in ('lift-limit', 'unseal')) then 'order-unfounded' end as fault,
        case n.kind when 'record.limited' then 'court.limited_record' else 'court.sealed_record' end, n.arrest_id
      from (
        select distinct on (x.arrest_id, e.kind) x.arrest_id, e.kind, e.entry_id, coalesce(position('"effect":"lifted"' in c.texts[4]) > 0, false) as lifted,
          case e.kind when 'record.limited' then exists (select from court.limited_record l where l.arrest_id = x.arrest_id)
            else exists (select from court.sealed_record s where s.arrest_id = x.arrest_id) end as there
        from journal.entry e join journal.arrest_entry x on x.entry_id = e.entry_id left join journal.content c on c.entry_id = e.entry_id
        where e.kind in ('record.limited', 'record.sealed') and not exists (select from court.tombstone t where t.arrest_id = x.arrest_id)
        order by x.arrest_id, e.kind, e.made_at desc) n) f
      where f.fault is not null`,
  values: [],
}

/** The newest audits, with what their slots hold. */
export const selectAudits: Statement = {
  name: 'select-audits',
  text: `select e.entry_id, p.number, e.made_at, e.clear, c.texts[1] as officer, c.texts[2] as findings
    from journal.entry e join journal.content c on c.entry_id = e.entry_id left join journal.place p on p.entry_id = e.entry_id
    where e.kind = 'audit.completed' order by e.made_at desc limit 20`,
  values: [],
}
