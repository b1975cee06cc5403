-- No act without its entry: the row's entry must exist, be new, be of a kind that this table takes, and be made by this very
-- transaction through this very door. A numbered entry was committed earlier; its xid may be that of a restored cluster.
create or replace function journal.require_entry() returns trigger
language plpgsql security definer as $$
declare
  entry_kind pg_catalog.text;
  entry_xid pg_catalog.xid8;
  entry_door pg_catalog.name;
begin
  if tg_op = 'UPDATE' and new.entry_id is not distinct from old.entry_id then
    -- An order of the court is carried out: what is redacted keeps the entry that made it. See walls 73.
    if exists (select from court.erasing x where x.xid = pg_current_xact_id()) then
      return new;
    end if;
    raise exception 'a change of %.% needs a new entry', tg_table_schema, tg_table_name using errcode = 'PA013';
  end if;
  select e.kind, e.xid, e.door into entry_kind, entry_xid, entry_door from journal.entry e where e.entry_id = new.entry_id;
  if not found then
    raise exception 'a row of %.% needs an entry', tg_table_schema, tg_table_name using errcode = 'PA010';
  end if;
  if entry_xid <> pg_current_xact_id() or entry_door <> session_user
    or exists (select from journal.place p where p.entry_id = new.entry_id) then
    raise exception 'the entry was made by another transaction' using errcode = 'PA012';
  end if;
  if entry_kind <> all (tg_argv) then
    raise exception '%.% takes no entry of kind %', tg_table_schema, tg_table_name, entry_kind using errcode = 'PA011';
  end if;
  return new;
end
$$;

create temporary table listed_act (act_table regclass, kinds text[]) on commit drop;
insert into listed_act values
  ('common.district', '{reference.loaded}'),
  ('common.room', '{reference.loaded}'),
  ('common.statute', '{reference.loaded}'),
  ('common.grade', '{reference.loaded}'),
  ('common.alarm', '{reference.loaded}'),
  ('staff.account', '{account.added,account.changed,account.ended}'),
  ('staff.account_version', '{account.added,account.changed,account.ended}'),
  ('police.person', '{arrest.drafted,arrest.reported,arrest.corrected}'),
  ('police.arrest', '{arrest.drafted,arrest.reported,arrest.corrected}'),
  ('police.arrest_version', '{arrest.drafted,arrest.reported,arrest.corrected}'),
  ('police.arrest_incident', '{arrest.drafted,arrest.reported,arrest.corrected}'),
  ('police.charge', '{arrest.drafted,arrest.reported,arrest.corrected}'),
  ('narrative.arrest_narrative', '{arrest.drafted,arrest.reported,arrest.corrected}'),
  ('victim.party', '{arrest.drafted,arrest.reported,arrest.corrected}'),
  ('secret.ssn', '{arrest.drafted,arrest.reported,arrest.corrected}'),
  ('police.hold', '{hold.recorded}'),
  ('police.hold_lift', '{hold.lifted}'),
  ('police.departure', '{departure.proposed}'),
  ('police.departure_confirmation', '{departure.confirmed}'),
  ('police.departure_withdrawal', '{departure.withdrawn}'),
  ('police.departure_acknowledgment', '{departure.acknowledged}'),
  ('prosecutor.charging_taken', '{charging.taken}'),
  ('prosecutor.sent_back', '{charging.sent-back}'),
  ('prosecutor.charging_decision', '{charges.decided}'),
  ('prosecutor.charge', '{charges.decided}'),
  ('prosecutor.declined_charge', '{charges.decided}'),
  ('prosecutor.complaint', '{complaint.made}'),
  ('prosecutor.complaint_charge', '{complaint.made}'),
  ('narrative.complaint_facts', '{complaint.made}'),
  ('prosecutor.bail_request', '{bail.requested}'),
  ('defense.bail_request', '{bail.defense-requested}'),
  ('court.docket', '{complaint.filed}'),
  ('court.court_session', '{court-session.opened}'),
  ('court.listing', '{listing.added}'),
  ('court.not_produced', '{listing.not-produced}'),
  ('court.bail_guideline', '{bail.recommended}'),
  ('court.arraignment', '{arraignment.held}'),
  ('court.bail_order', '{bail.set,bail.refused}'),
  ('narrative.bail_condition', '{bail.set}'),
  ('court.record_order', '{record-order.entered}'),
  ('court.record_order_check', '{record-order.checked}'),
  ('court.record_order_done', '{record.expunged,record.limited,record.sealed}'),
  ('court.tombstone', '{record.expunged}'),
  ('court.limited_record', '{record.limited}'),
  ('court.sealed_record', '{record.sealed}'),
  ('court.litigation_hold', '{litigation-hold.set}'),
  ('court.litigation_hold_end', '{litigation-hold.ended}'),
  ('court.recipient', '{notice.served}'),
  ('partner.partner', '{partner.registered}'),
  ('partner.unit', '{unit.registered}'),
  ('partner.officer', '{officer.certified}'),
  ('partner.signing_key', '{key.registered}'),
  ('partner.switch', '{partner-switch.set}'),
  ('partner.case_registration', '{case.registered}'),
  ('agreement.seat_key', '{key.registered}'),
  ('agreement.seat_key_end', '{key.revoked}'),
  ('agreement.agreement', '{terms.drafted}'),
  ('agreement.version', '{terms.drafted}'),
  ('agreement.resolution', '{resolution.opened}'),
  ('agreement.ballot', '{ballot.cast}'),
  ('agreement.acceptance', '{agreement.accepted,agreement.rejected}'),
  ('agreement.activation', '{agreement.activated}'),
  ('agreement.halt', '{agreement.suspended,agreement.resumed,agreement.ended}'),
  ('agreement.lapse', '{resolution.lapsed}'),
  ('agreement.notice', '{notice.served}'),
  ('agreement.consultation', '{consultation.recorded}'),
  ('agreement.legal_constraint', '{constraint.recorded}'),
  ('agreement.counsel_sign_off', '{constraint.signed-off}'),
  ('agreement.fulfilment', '{obligation.met}'),
  ('agreement.missed_obligation', '{obligation.missed}'),
  ('inquiry.asked', '{inquiry.answered,inquiry.refused}'),
  ('disclosure.change', '{arrest.reported,arrest.corrected,charges.decided,complaint.filed,arraignment.held,bail.set,bail.refused,departure.acknowledged,
    record.expunged,record.limited,record.sealed}');
do $$
declare
  act pg_catalog.record;
  forgotten regclass;
begin
  for act in select l.act_table, l.kinds from listed_act l loop
    execute format('create or replace trigger require_entry before insert or update on %s for each row
      execute function journal.require_entry(%s)', act.act_table,
      (select string_agg(quote_literal(k), ', ') from unnest(act.kinds) k));
  end loop;
  select a.attrelid::regclass into forgotten
    from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where a.attname = 'entry_id' and c.relkind in ('r', 'p')
      and n.nspname in ('pars', 'common', 'staff', 'police', 'prosecutor', 'court', 'defense', 'narrative', 'victim', 'secret', 'disclosure', 'partner', 'agreement', 'inquiry')
      and a.attrelid::regclass not in (select l.act_table from listed_act l)
    limit 1;
  if forgotten is not null then
    raise exception '% carries an entry but walls/32-entry-required.sql does not list it', forgotten;
  end if;
end
$$;
