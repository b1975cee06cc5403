import type { Statement } from '../db/statement.ts'

/** Everything the prosecutor did about one arrest, as of a journal number; one row of JSON, so that a screen costs one round trip. */
export const selectCharging = (arrestId: string, asOf: number | null): Statement => ({
  name: 'select-charging',
  text: `with seen as (
      select x.entry_id, p.number from journal.arrest_entry x left join journal.place p using (entry_id)
      where x.arrest_id = $1 and ($2::bigint is null or p.number <= $2))
    select
      (select jsonb_build_object('madeBy', k.display_name, 'accountId', k.account_id, 'madeAt', t.made_at, 'entryId', t.entry_id, 'number', s.number)
        from prosecutor.charging_taken t join seen s using (entry_id) join staff.account k on k.account_id = t.taken_by
        where t.arrest_id = $1 order by t.made_at desc limit 1) as taken,
      (select coalesce(jsonb_agg(jsonb_build_object('reason', b.reason, 'note', b.note, 'arrestVersion', b.arrest_version, 'madeBy', k.display_name, 'madeAt', b.made_at,
          'entryId', b.entry_id, 'number', s.number) order by b.made_at), '[]')
        from prosecutor.sent_back b join seen s using (entry_id) join staff.account k on k.account_id = b.made_by where b.arrest_id = $1) as sent_back,
      (select jsonb_build_object('arrestVersion', d.arrest_version, 'madeBy', k.display_name, 'madeAt', d.made_at, 'entryId', d.entry_id, 'number', s.number,
          'charges', (select coalesce(jsonb_agg(jsonb_build_object('chargeId', c.charge_id, 'policeChargeId', c.police_charge_id, 'origin', c.origin, 'statute', c.statute,
            'description', c.description, 'grade', c.grade, 'counts', c.counts, 'offenseOn', c.offense_on, 'dcNumber', c.dc_number) order by c.position), '[]')
            from prosecutor.charge c where c.arrest_id = d.arrest_id),
          'declined', (select coalesce(jsonb_agg(jsonb_build_object('policeChargeId', c.police_charge_id, 'reason', c.reason, 'note', c.note)), '[]')
            from prosecutor.declined_charge c where c.arrest_id = d.arrest_id))
        from prosecutor.charging_decision d join seen s using (entry_id) join staff.account k on k.account_id = d.made_by where d.arrest_id = $1) as decision,
      (select coalesce(jsonb_agg(jsonb_build_object('complaintId', c.complaint_id, 'affiant', c.affiant, 'affiantAgency', c.affiant_agency, 'offenseDateText', c.offense_date_text,
          'offensePlace', c.offense_place, 'facts', f.facts, 'peaceAndDignity', c.peace_and_dignity, 'labServices', c.lab_services, 'fingerprinted', c.fingerprinted,
          'processRequested', c.process_requested, 'verifiedAt', c.verified_at, 'madeBy', k.display_name, 'madeAt', c.made_at, 'entryId', c.entry_id, 'number', s.number,
          'chargeIds', (select jsonb_agg(x.charge_id order by x.position) from prosecutor.complaint_charge x where x.complaint_id = c.complaint_id)) order by c.made_at), '[]')
        from prosecutor.complaint c join seen s using (entry_id) join staff.account k on k.account_id = c.approved_by
        left join narrative.complaint_facts f using (complaint_id) where c.arrest_id = $1) as complaints`,
  values: [arrestId, asOf],
})

/** What is filed against the defense's client: its own zone's columns only, so that the defense's door may run it. */
export const selectFiledCharges = (arrestId: string, asOf: number | null): Statement => ({
  name: 'select-filed-charges',
  text: `with seen as (
      select x.entry_id, p.number from journal.arrest_entry x left join journal.place p using (entry_id)
      where x.arrest_id = $1 and ($2::bigint is null or p.number <= $2))
    select coalesce(jsonb_agg(jsonb_build_object('complaintId', c.complaint_id, 'affiant', c.affiant, 'affiantAgency', c.affiant_agency, 'offenseDateText', c.offense_date_text,
        'offensePlace', c.offense_place, 'facts', f.facts, 'peaceAndDignity', c.peace_and_dignity, 'labServices', c.lab_services, 'fingerprinted', c.fingerprinted,
        'processRequested', c.process_requested, 'verifiedAt', c.verified_at, 'madeBy', k.display_name, 'madeAt', c.made_at, 'entryId', c.entry_id, 'number', s.number,
        'arrestVersion', (select max(v.version) from police.arrest_version v where v.arrest_id = c.arrest_id and v.made_at <= c.made_at),
        'charges', (select jsonb_agg(jsonb_build_object('chargeId', h.charge_id, 'policeChargeId', h.police_charge_id, 'origin', h.origin, 'statute', h.statute,
            'description', h.description, 'grade', h.grade, 'counts', h.counts, 'offenseOn', h.offense_on, 'dcNumber', h.dc_number) order by x.position)
          from prosecutor.complaint_charge x join prosecutor.charge h using (charge_id) where x.complaint_id = c.complaint_id)) order by c.made_at), '[]') as complaints
    from prosecutor.complaint c join seen s using (entry_id) join staff.account k on k.account_id = c.approved_by
    left join narrative.complaint_facts f using (complaint_id) where c.arrest_id = $1`,
  values: [arrestId, asOf],
})
