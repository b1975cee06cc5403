-- Row policies. The defense reads a record from the filing of its complaint on, and only as the person's defender. Policies
-- call on one another: what hangs from a docket is seen where the docket is seen.
do $$
declare
  walled regclass;
begin
  foreach walled in array '{
    police.person, police.arrest, police.arrest_version, police.arrest_incident, police.charge, police.hold, police.hold_lift,
    police.departure, police.departure_confirmation, police.departure_withdrawal, police.departure_acknowledgment,
    prosecutor.charge, prosecutor.complaint, prosecutor.complaint_charge, prosecutor.bail_request, narrative.complaint_facts,
    court.docket, court.listing, court.not_produced, court.arraignment, court.bail_guideline, court.bail_order,
    narrative.bail_condition, defense.bail_request}'::regclass[]
  loop
    execute format('alter table %s enable row level security', walled);
    execute format('create policy custodians on %s to pars_police, pars_prosecutor, pars_court, pars_keeper, pars_board
      using (true) with check (true)', walled);
  end loop;
end
$$;

create policy defense on court.docket for select to pars_defense using (counsel = 'defender');
create policy defense on court.listing for select to pars_defense
  using (exists (select from court.docket d where d.docket_id = listing.docket_id));
create policy defense on court.not_produced for select to pars_defense
  using (exists (select from court.listing l where l.listing_id = not_produced.listing_id));
create policy defense on court.arraignment for select to pars_defense
  using (exists (select from court.docket d where d.docket_id = arraignment.docket_id));
create policy defense on court.bail_guideline for select to pars_defense
  using (exists (select from court.docket d where d.docket_id = bail_guideline.docket_id));
create policy defense on court.bail_order for select to pars_defense
  using (exists (select from court.docket d where d.docket_id = bail_order.docket_id));
create policy defense on narrative.bail_condition for select to pars_defense
  using (exists (select from court.docket d where d.docket_id = bail_condition.docket_id));
create policy defense on defense.bail_request to pars_defense
  using (exists (select from court.docket d where d.docket_id = bail_request.docket_id))
  with check (exists (select from court.docket d where d.docket_id = bail_request.docket_id));

create policy defense on prosecutor.bail_request for select to pars_defense
  using (exists (select from court.docket d where d.docket_id = bail_request.docket_id));
create policy defense on prosecutor.complaint for select to pars_defense
  using (exists (select from court.docket d where d.complaint_id = complaint.complaint_id));
create policy defense on narrative.complaint_facts for select to pars_defense
  using (exists (select from court.docket d where d.complaint_id = complaint_facts.complaint_id));
create policy defense on prosecutor.complaint_charge for select to pars_defense
  using (exists (select from court.docket d where d.complaint_id = complaint_charge.complaint_id));
create policy defense on prosecutor.charge for select to pars_defense
  using (exists (select from prosecutor.complaint_charge c where c.charge_id = charge.charge_id));

create policy defense on police.arrest for select to pars_defense
  using (exists (select from court.docket d where d.arrest_id = arrest.arrest_id));
create policy defense on police.person for select to pars_defense
  using (exists (select from police.arrest a where a.person_id = person.person_id));
-- A draft was nobody's report.
create policy defense on police.arrest_version for select to pars_defense
  using (kind <> 'drafted' and exists (select from court.docket d where d.arrest_id = arrest_version.arrest_id));
create policy defense on police.arrest_incident for select to pars_defense
  using (exists (select from police.arrest_version v
    where v.arrest_id = arrest_incident.arrest_id and v.version = arrest_incident.version));
create policy defense on police.charge for select to pars_defense
  using (exists (select from police.arrest_version v where v.arrest_id = charge.arrest_id and v.version = charge.version));
create policy defense on police.hold for select to pars_defense
  using (exists (select from court.docket d where d.arrest_id = hold.arrest_id));
create policy defense on police.hold_lift for select to pars_defense
  using (exists (select from police.hold h where h.hold_id = hold_lift.hold_id));
create policy defense on police.departure for select to pars_defense
  using (exists (select from court.docket d where d.arrest_id = departure.arrest_id));
create policy defense on police.departure_confirmation for select to pars_defense
  using (exists (select from police.departure p where p.departure_id = departure_confirmation.departure_id));
create policy defense on police.departure_withdrawal for select to pars_defense
  using (exists (select from police.departure p where p.departure_id = departure_withdrawal.departure_id));
create policy defense on police.departure_acknowledgment for select to pars_defense
  using (exists (select from police.departure p where p.departure_id = departure_acknowledgment.departure_id));

-- Of a record's history the defense reads the acts whose rows it reads: no drafts, no charging work, nobody's looking. That it was
-- refused is its own to know.
alter table journal.entry enable row level security;
create policy custodians on journal.entry for select
  to pars_police, pars_prosecutor, pars_court, pars_keeper, pars_board, pars_sequencer using (true);
create policy defense on journal.entry for select to pars_defense
  using (kind in ('arrest.reported', 'arrest.corrected', 'hold.recorded', 'hold.lifted', 'complaint.made', 'complaint.filed',
      'listing.added', 'listing.not-produced', 'arraignment.held', 'bail.requested', 'bail.defense-requested',
      'bail.recommended', 'bail.set', 'bail.refused', 'departure.proposed', 'departure.confirmed', 'departure.withdrawn',
      'departure.acknowledged')
    and exists (select from journal.arrest_entry ae where ae.entry_id = entry.entry_id)
    or kind = 'act.refused' and party = 'defense');
alter table journal.arrest_entry enable row level security;
create policy custodians on journal.arrest_entry for select
  to pars_police, pars_prosecutor, pars_court, pars_keeper, pars_board using (true);
create policy defense on journal.arrest_entry for select to pars_defense
  using (exists (select from court.docket d where d.arrest_id = arrest_entry.arrest_id));

-- A seat writes its own people; the people of the defense are the court's to manage. The system's own account is nobody's.
alter table staff.account enable row level security;
create policy everybody on staff.account for select
  to pars_police, pars_prosecutor, pars_court, pars_defense, pars_signin, pars_keeper, pars_board using (true);
create policy added_by_police on staff.account for insert to pars_police with check (party = 'police');
create policy added_by_prosecutor on staff.account for insert to pars_prosecutor with check (party = 'prosecutor');
create policy added_by_court on staff.account for insert to pars_court with check (party in ('court', 'defense'));
create policy changed_by_police on staff.account for update to pars_police
  using (party = 'police') with check (party = 'police');
create policy changed_by_prosecutor on staff.account for update to pars_prosecutor
  using (party = 'prosecutor') with check (party = 'prosecutor');
create policy changed_by_court on staff.account for update to pars_court
  using (party in ('court', 'defense')) with check (party in ('court', 'defense'));

alter table staff.account_version enable row level security;
create policy keeper on staff.account_version for select to pars_keeper using (true);
create policy police on staff.account_version to pars_police
  using (exists (select from staff.account a where a.account_id = account_version.account_id and a.party = 'police'));
create policy prosecutor on staff.account_version to pars_prosecutor
  using (exists (select from staff.account a where a.account_id = account_version.account_id and a.party = 'prosecutor'));
create policy court on staff.account_version to pars_court
  using (exists (select from staff.account a where a.account_id = account_version.account_id and a.party in ('court', 'defense')));

alter table common.idempotency enable row level security;
create policy own_answers on common.idempotency
  to pars_police, pars_prosecutor, pars_court, pars_defense, pars_keeper
  using (door = current_user) with check (door = current_user);
