import type { Statement } from '../db/statement.ts'

/**
 * Everybody in police custody, unsent drafts too, and everybody out on a summons (Rule 519(B)) whose complaint is still due: found
 * without looking through the past. Who is there is asked of the custody rule; who is not there is not held.
 */
export const selectHeld: Statement = {
  name: 'select-held',
  text: 'select h.arrest_id from police.held h',
  values: [],
}

/** The entries that say only that somebody looked; they change no line of any list. */
const looking = `('record.opened', 'paper.printed')`

/**
 * What lists show and the custody rules want of many arrests, in one statement. Only columns that the board's door may read: the same
 * text serves every door but the defense's.
 */
export const selectCaseLines = (arrestIds: readonly string[]): Statement => ({
  name: 'select-case-lines',
  text: `select a.arrest_id, a.person_id, a.version, a.last_name, a.first_name, a.middle_name, a.suffix, a.born_on, a.sex, a.interpreter_language,
      a.district_code, a.otn, a.arrested_at, a.basis, a.drafted_at, k.display_name as drafted_by,
      (select jsonb_agg(jsonb_build_object('version', v.version, 'kind', v.kind, 'arrestedAt', v.arrested_at, 'basis', v.basis, 'madeAt', v.made_at) order by v.version)
        from police.arrest_version v where v.arrest_id = a.arrest_id) as versions,
      (select coalesce(jsonb_agg(jsonb_build_object('statute', c.statute, 'description', c.description, 'grade', c.grade) order by c.position), '[]')
        from police.charge c where c.arrest_id = a.arrest_id and c.version = a.version) as police_charges,
      (select jsonb_build_object('accountId', t.taken_by, 'madeBy', tk.display_name, 'madeAt', t.made_at)
        from prosecutor.charging_taken t join staff.account tk on tk.account_id = t.taken_by where t.arrest_id = a.arrest_id order by t.made_at desc limit 1) as taken,
      (select jsonb_build_object('arrestVersion', b.arrest_version, 'madeAt', b.made_at)
        from prosecutor.sent_back b where b.arrest_id = a.arrest_id order by b.made_at desc limit 1) as sent_back,
      (select jsonb_build_object('madeAt', d.made_at,
          'charges', (select coalesce(jsonb_agg(jsonb_build_object('statute', c.statute, 'description', c.description, 'grade', c.grade,
              'inComplaint', exists (select from prosecutor.complaint_charge m where m.charge_id = c.charge_id)) order by c.position), '[]')
            from prosecutor.charge c where c.arrest_id = d.arrest_id))
        from prosecutor.charging_decision d where d.arrest_id = a.arrest_id) as decision,
      (select coalesce(jsonb_agg(jsonb_build_object('complaintId', m.complaint_id, 'madeAt', m.made_at, 'docketId', d.docket_id, 'filedAt', d.filed_at,
          'listing', (select jsonb_build_object('listedAt', l.made_at, 'startsAt', s.starts_at, 'notProducedAt', n.made_at)
            from court.listing l join court.court_session s using (court_session_id) left join court.not_produced n using (listing_id)
            where l.docket_id = d.docket_id order by l.made_at desc limit 1),
          'arraignment', (select jsonb_build_object('heldAt', r.held_at, 'probableCause', r.probable_cause) from court.arraignment r where r.docket_id = d.docket_id),
          'order', (select jsonb_build_object('madeAt', o.made_at, 'kind', o.kind, 'types', to_jsonb(o.types), 'amountCents', o.amount_cents, 'depositPercent', o.deposit_percent,
              'conditions', (select count(*) from narrative.bail_condition b where b.docket_id = o.docket_id))
            from court.bail_order o where o.docket_id = d.docket_id)) order by m.made_at), '[]')
        from prosecutor.complaint m left join court.docket d using (complaint_id) where m.arrest_id = a.arrest_id) as complaints,
      (select coalesce(jsonb_agg(jsonb_build_object('holdId', h.hold_id, 'kind', h.kind, 'liftedAt', f.made_at) order by h.made_at), '[]')
        from police.hold h left join police.hold_lift f using (hold_id) where h.arrest_id = a.arrest_id) as holds,
      (select jsonb_build_object('departureId', d.departure_id, 'basis', d.basis, 'proposedAt', d.made_at, 'proposedBy', d.made_by, 'confirmedAt', c.made_at,
          'confirmedBy', c.made_by, 'leftAt', l.left_at, 'complaintDueAt', d.complaint_due_at)
        from police.departure d left join police.departure_confirmation c using (departure_id) left join police.departure_acknowledgment l using (departure_id)
        where d.arrest_id = a.arrest_id and not exists (select from police.departure_withdrawal w where w.departure_id = d.departure_id)
        order by d.made_at desc limit 1) as departure,
      (select max(p.number) from journal.arrest_entry x join journal.entry e using (entry_id) join journal.place p using (entry_id)
        where x.arrest_id = a.arrest_id and e.kind not in ${looking}) as number
    from police.arrest a join staff.account k on k.account_id = a.drafted_by
    where a.arrest_id = any ($1::uuid[]) and a.arrest_id <> all ((select court.sealed_here())::uuid[])`,
  values: [arrestIds],
})
