import type { Statement } from '../db/statement.ts'

const seen = `with seen as (
      select x.entry_id, p.number from journal.arrest_entry x left join journal.place p using (entry_id)
      where x.arrest_id = $1 and ($2::bigint is null or p.number <= $2))`

export const selectHolds = (arrestId: string, asOf: number | null): Statement => ({
  name: 'select-holds',
  text: `${seen} select jsonb_build_object('holdId', h.hold_id, 'kind', h.kind, 'issuer', h.issuer, 'reference', h.reference, 'madeBy', k.display_name, 'madeAt', h.made_at,
      'entryId', h.entry_id, 'number', s.number,
      'lifted', (select jsonb_build_object('reason', l.reason, 'madeBy', lk.display_name, 'madeAt', l.made_at, 'entryId', l.entry_id, 'number', ls.number)
        from police.hold_lift l join seen ls using (entry_id) join staff.account lk on lk.account_id = l.made_by where l.hold_id = h.hold_id)) as hold
    from police.hold h join seen s using (entry_id) join staff.account k on k.account_id = h.made_by where h.arrest_id = $1 order by h.made_at`,
  values: [arrestId, asOf],
})

export const selectDepartures = (arrestId: string, asOf: number | null): Statement => ({
  name: 'select-departures',
  text: `${seen} select d.made_by as proposed_by, c.made_by as confirmed_by, jsonb_build_object('departureId', d.departure_id, 'basis', d.basis, 'destination', d.destination,
      'holdsCheckedAt', d.holds_checked_at, 'complaintDueAt', d.complaint_due_at, 'madeBy', k.display_name, 'madeAt', d.made_at, 'entryId', d.entry_id, 'number', s.number,
      'confirmed', case when cs.entry_id is not null then jsonb_build_object('madeBy', ck.display_name, 'madeAt', c.made_at, 'entryId', c.entry_id, 'number', cs.number) end,
      'withdrawn', (select jsonb_build_object('reason', w.reason, 'madeBy', wk.display_name, 'madeAt', w.made_at, 'entryId', w.entry_id, 'number', ws.number)
        from police.departure_withdrawal w join seen ws using (entry_id) join staff.account wk on wk.account_id = w.made_by where w.departure_id = d.departure_id),
      'acknowledged', (select jsonb_build_object('acknowledgedByName', a.acknowledged_by_name, 'leftAt', a.left_at, 'madeBy', ak.display_name, 'madeAt', a.made_at,
          'entryId', a.entry_id, 'number', asn.number)
        from police.departure_acknowledgment a join seen asn using (entry_id) join staff.account ak on ak.account_id = a.made_by where a.departure_id = d.departure_id)) as departure
    from police.departure d join seen s using (entry_id) join staff.account k on k.account_id = d.made_by
    left join police.departure_confirmation c using (departure_id) left join seen cs on cs.entry_id = c.entry_id left join staff.account ck on ck.account_id = c.made_by
    where d.arrest_id = $1 order by d.made_at`,
  values: [arrestId, asOf],
})

export const selectEarlierVersions = (arrestId: string, asOf: number | null): Statement => ({
  name: 'select-earlier-versions',
  text: `${seen} select v.kind, v.version, v.arrested_at, v.basis, v.made_at
    from police.arrest_version v join seen s using (entry_id) where v.arrest_id = $1 order by v.version`,
  values: [arrestId, asOf],
})
export const selectAlarms: Statement = {
  name: 'select-alarms',
  text: `select clock, hours, label, valid_from as "validFrom", valid_to as "validTo" from common.alarm`,
  values: [],
}

/** The tombstone of a record, or its seal; no row where neither is. */
export const selectEnding = (arrestId: string): Statement => ({
  name: 'select-ending',
  text: `select x.what, x.made_at, p.number from (
      select 'erased' as what, t.made_at, t.entry_id from court.tombstone t where t.arrest_id = $1
      union all select 'sealed', s.made_at, s.entry_id from court.sealed_record s where s.arrest_id = $1) x
    left join journal.place p using (entry_id) limit 1`,
  values: [arrestId],
})

const insertInto =
  (name: string, table: string) =>
  (row: object): Statement => ({
    name,
    text: `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`,
    values: [JSON.stringify(row)],
  })
export const insertHold = insertInto('insert-hold', 'police.hold')
export const insertHoldLift = insertInto('insert-hold-lift', 'police.hold_lift')
export const insertDeparture = insertInto('insert-departure', 'police.departure')
export const insertConfirmation = insertInto('insert-departure-confirmation', 'police.departure_confirmation')
export const insertWithdrawal = insertInto('insert-departure-withdrawal', 'police.departure_withdrawal')
export const insertAcknowledgment = insertInto('insert-departure-acknowledgment', 'police.departure_acknowledgment')

export const selectArrestOfHold = (holdId: string): Statement => ({
  name: 'select-arrest-of-hold',
  text: 'select arrest_id from police.hold where hold_id = $1',
  values: [holdId],
})
export const selectArrestOfDeparture = (departureId: string): Statement => ({
  name: 'select-arrest-of-departure',
  text: 'select arrest_id from police.departure where departure_id = $1',
  values: [departureId],
})
export const selectDisplayNames = (accountIds: readonly string[]): Statement => ({
  name: 'select-display-names',
  text: 'select account_id, display_name from staff.account where account_id = any ($1::uuid[])',
  values: [accountIds],
})
