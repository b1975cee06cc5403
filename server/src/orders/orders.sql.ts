import type { Statement } from '../db/statement.ts'

const inForce = (row: string): string =>
  `jsonb_build_object('limit', exists (select from court.limited_record l where l.arrest_id = ${row}.arrest_id),
      'seal', exists (select from court.sealed_record s where s.arrest_id = ${row}.arrest_id))`

/** The case that an order names: its numbers, and each charge by the ids that it has. */
export const selectOrderFacts = (arrestId: string, orderNumber: string): Statement => ({
  name: 'select-record-order-facts',
  text: `select
    array(select x.said from (select a.otn as said union all select a.intake_number
        union all select i.dc_number from police.arrest_incident i where i.arrest_id = a.arrest_id
        union all select d.docket_number from court.docket d where d.arrest_id = a.arrest_id) x where x.said is not null) as numbers,
    (select coalesce(jsonb_agg(array_remove(array[p.charge_id, c.police_charge_id], null)), '[]')
      from (select distinct q.police_charge_id from police.charge q where q.arrest_id = a.arrest_id) c
        full join (select o.charge_id, o.police_charge_id from prosecutor.charge o where o.arrest_id = a.arrest_id) p on p.police_charge_id = c.police_charge_id) as charges,
    exists (select from court.record_order r where r.order_number = $2 and r.arrest_id = a.arrest_id) as used,
    ${inForce('a')} as in_force
    from police.arrest a where a.arrest_id = $1`,
  values: [arrestId, orderNumber],
})

/** Entries of a case that have no number yet: what the sequencer still needs is not destroyed. */
export const selectIsNumbered = (arrestId: string): Statement => ({
  name: 'select-case-is-numbered',
  text: `select not exists (select from journal.arrest_entry x left join journal.place p using (entry_id)
    where x.arrest_id = $1 and p.number is null) as numbered`,
  values: [arrestId],
})

const madeBy = (row: string): string =>
  `jsonb_build_object('madeBy', ${row}k.display_name, 'madeAt', ${row}.made_at, 'entryId', ${row}.entry_id, 'number', ${row}p.number)`
const joined = (row: string): string =>
  `left join staff.account ${row}k on ${row}k.account_id = ${row}.made_by left join journal.place ${row}p on ${row}p.entry_id = ${row}.entry_id`

/** Orders with how they stand, newest first; one of them by its id. */
export const selectOrders = (orderId: string | null): Statement => ({
  name: 'select-record-orders',
  text: `select o.order_id, o.order_number, o.ordered_on, o.judge, o.act, o.ground, o.arrest_id, o.charges, o.readers, o.made_by, o.entry_id,
      ${madeBy('o')} as entered,
      case when c.order_id is not null then ${madeBy('c')} || jsonb_build_object('decision', c.decision, 'reason', c.reason) end as checked,
      case when d.order_id is not null then ${madeBy('d')} || jsonb_build_object('slots', d.slots, 'rows', d.rows, 'papers', d.papers) end as done,
      ${inForce('o')} as in_force,
      (select jsonb_build_object('last', a.last_name, 'first', a.first_name, 'middle', a.middle_name, 'suffix', a.suffix) from police.arrest a where a.arrest_id = o.arrest_id) as person,
      (select coalesce(jsonb_agg(jsonb_build_object('holdId', h.hold_id, 'seat', h.seat, 'matter', h.matter, 'reason', h.reason, 'madeBy', hk.display_name, 'madeAt', h.made_at) order by h.made_at), '[]')
        from court.litigation_hold h join staff.account hk on hk.account_id = h.made_by
        where h.arrest_id = o.arrest_id and not exists (select from court.litigation_hold_end e where e.hold_id = h.hold_id)) as holds
    from court.record_order o ${joined('o')}
      left join court.record_order_check c on c.order_id = o.order_id ${joined('c')}
      left join court.record_order_done d on d.order_id = o.order_id ${joined('d')}
    where $1::uuid is null or o.order_id = $1 order by o.made_at desc limit 500`,
  values: [orderId],
})

/** Who was told of orders and corrections; of one cause, or all that is not answered and the newest of the rest. */
export const selectRecipients = (causeEntry: string | null): Statement => ({
  name: 'select-recipients',
  text: `select r.notice_id, r.cause, r.inquiries, n.served_at,
      -- Nothing is left to confirm of what a later letter took back.
      case when r.cause in ('limit', 'seal') and exists (select from court.recipient x join agreement.notice y using (notice_id)
          join journal.arrest_entry c on c.entry_id = x.cause_entry_id join journal.arrest_entry o on o.arrest_id = c.arrest_id
        where o.entry_id = r.cause_entry_id and y.agreement_id = n.agreement_id and x.cause in ('lift-limit', 'unseal') and y.served_at >= n.served_at)
        then null else r.due_at end as due_at, n.agreement_id, g.code, p.name as partner,
      (select min(a.served_at) from agreement.notice a where a.replies_to = r.notice_id and a.served_by = 'partner') as acknowledged_at
    from court.recipient r join agreement.notice n using (notice_id) join agreement.agreement g using (agreement_id) join partner.partner p using (partner_id)
    where $1::uuid is null or r.cause_entry_id = $1 order by r.due_at nulls last, g.code limit 500`,
  values: [causeEntry],
})

export const callCarryOut = (orderId: string, accountId: string): Statement => ({
  name: 'call-carry-out-order',
  text: 'select c.entry_id, c.slots, c.rows, c.papers, c.told from court.carry_out($1, $2) c',
  values: [orderId, accountId],
})

/** Looking through all that was ever asked takes its time; the door's own limit is for screens. */
export const allowMinutes: Statement = {
  name: 'allow-minutes',
  text: `select set_config('statement_timeout', '10min', true)`,
  values: [],
}

export const selectLitigationHolds = (arrestId: string | null): Statement => ({
  name: 'select-litigation-holds',
  text: `select h.hold_id, h.arrest_id, h.seat, h.matter, h.reason, ${madeBy('h')} as set,
      case when e.hold_id is not null then ${madeBy('e')} || jsonb_build_object('reason', e.reason) end as ended
    from court.litigation_hold h ${joined('h')} left join court.litigation_hold_end e on e.hold_id = h.hold_id ${joined('e')}
    where $1::uuid is null or h.arrest_id = $1 order by (e.hold_id is null) desc, h.made_at desc limit 500`,
  values: [arrestId],
})
export const selectHoldById = (holdId: string): Statement => ({
  name: 'select-litigation-hold',
  text: `select h.arrest_id, h.seat, exists (select from court.litigation_hold_end e where e.hold_id = h.hold_id) as ended
    from court.litigation_hold h where h.hold_id = $1`,
  values: [holdId],
})

export const callReadEndings: Statement = {
  name: 'call-read-endings',
  text: 'select r.line from court.read_endings() r',
  values: [],
}
export const callEndAgain = (line: string): Statement => ({
  name: 'call-end-again',
  text: 'select court.end_again($1) as done',
  values: [line],
})
export const callSweep: Statement = { name: 'call-sweep', text: 'select court.sweep() as swept', values: [] }

/** Reading all of a city's records takes longer than a door's limit allows. */
export const liftTimeout = `set statement_timeout = '30min'; set lock_timeout = '2s'`
export const resetTimeout = 'reset statement_timeout; reset lock_timeout'

const small = 32 * 1024 * 1024

/** Tables that an order touched; `settled` once nobody can be reading what was there before it. */
export const selectToVacuum: Statement = {
  name: 'select-to-vacuum',
  text: `select v.table_name, pg_table_size(v.table_name::regclass)::float8 as bytes, v.asked_at < clock_timestamp() - interval '2 minutes' as settled
    from court.to_vacuum v
    -- A large table once, when nobody can be reading any more what was there.
    where (pg_table_size(v.table_name::regclass) < ${small} or v.asked_at < clock_timestamp() - interval '2 minutes') and current_setting('server_version_num')::int >= 170000 order by 1`,
  values: [],
}
export const deleteToVacuum = (table: string): Statement => ({
  name: 'delete-to-vacuum',
  text: `delete from court.to_vacuum where table_name = $1 and asked_at < clock_timestamp() - interval '2 minutes'`,
  values: [table],
})

/**
 * A small table is written anew with its indexes, so that its files hold nothing old; a large one is vacuumed, which leaves old bytes in
 * free space until it is used again. ANALYZE too: the planner's statistics hold the commonest names.
 */
export const clearTable = (table: string, bytes: number): string[] => {
  if (!/^[a-z_]+\.[a-z_]+$/.test(table)) throw new RangeError('not a table')
  return bytes < small
    ? [`vacuum (full, analyze) ${table}`]
    : [`vacuum (analyze) ${table}`, `reindex table concurrently ${table}`]
}
