-- Who may enter, verify and read orders, and set holds.

-- An order that one person alone stands for is none.
create or replace function court.require_second_person() returns trigger
language plpgsql security definer as $$
begin
  if exists (select from court.record_order o where o.order_id = new.order_id and o.made_by = new.made_by) then
    raise exception 'who entered an order does not verify it' using errcode = 'PA080';
  end if;
  return new;
end
$$;
create or replace trigger require_second_person before insert on court.record_order_check for each row execute function court.require_second_person();
-- The seat that set a hold ends it.
create or replace function court.require_own_hold() returns trigger
language plpgsql security definer as $$
begin
  if not exists (select from court.litigation_hold h join journal.door d on d.party = h.seat where h.hold_id = new.hold_id and d.door = session_user and new.seat = h.seat) then
    raise exception 'another seat set this hold' using errcode = 'PA088';
  end if;
  return new;
end
$$;
create or replace trigger require_own_hold before insert on court.litigation_hold_end for each row
  when (new.hold_id is not null) execute function court.require_own_hold();
-- What is written about orders is written once; what is deleted goes with its record.
do $$
declare
  written regclass;
begin
  foreach written in array '{court.record_order, court.record_order_check, court.record_order_done, court.tombstone, court.recipient}'::regclass[] loop
    execute format('create or replace trigger refuse_change before update or delete or truncate on %s for each statement execute function journal.refuse_change()', written);
  end loop;
end
$$;

-- What is sealed from whoever asks.
create or replace function court.sealed_here() returns uuid[]
language plpgsql stable security definer as $$
begin
  return array(select s.arrest_id from court.sealed_record s
    where not exists (select from journal.door d where d.door = session_user and (d.party = any (s.readers) or d.party in ('court', 'system'))));
end
$$;
-- A sealed record is read by the court, and by whom the order names. Nobody else's door sees that it is there, but by its seal.
do $$
declare
  hidden pg_catalog.record;
begin
  for hidden in
    select c.oid::regclass as walled, r.rule from (values
      ('police.arrest', 'arrest'), ('police.arrest_version', 'arrest'), ('police.arrest_incident', 'arrest'), ('police.charge', 'arrest'), ('police.hold', 'arrest'),
      ('police.departure', 'arrest'), ('police.held', 'arrest'), ('narrative.arrest_narrative', 'arrest'), ('victim.party', 'arrest'), ('secret.ssn', 'arrest'),
      ('prosecutor.charging_taken', 'arrest'), ('prosecutor.sent_back', 'arrest'), ('prosecutor.charging_decision', 'arrest'), ('prosecutor.charge', 'arrest'),
      ('prosecutor.declined_charge', 'arrest'), ('prosecutor.complaint', 'arrest'), ('court.docket', 'arrest'), ('journal.arrest_entry', 'arrest'),
      ('police.hold_lift', 'exists (select from police.hold x where x.hold_id = %1$s.hold_id)'),
      ('police.departure_confirmation', 'exists (select from police.departure x where x.departure_id = %1$s.departure_id)'),
      ('police.departure_withdrawal', 'exists (select from police.departure x where x.departure_id = %1$s.departure_id)'),
      ('police.departure_acknowledgment', 'exists (select from police.departure x where x.departure_id = %1$s.departure_id)'),
      ('prosecutor.complaint_charge', 'exists (select from prosecutor.complaint x where x.complaint_id = %1$s.complaint_id)'),
      ('narrative.complaint_facts', 'exists (select from prosecutor.complaint x where x.complaint_id = %1$s.complaint_id)'),
      ('court.listing', 'exists (select from court.docket x where x.docket_id = %1$s.docket_id)'),
      ('court.not_produced', 'exists (select from court.listing x where x.listing_id = %1$s.listing_id)'),
      ('court.arraignment', 'exists (select from court.docket x where x.docket_id = %1$s.docket_id)'),
      ('court.bail_guideline', 'exists (select from court.docket x where x.docket_id = %1$s.docket_id)'),
      ('court.bail_order', 'exists (select from court.docket x where x.docket_id = %1$s.docket_id)'),
      ('narrative.bail_condition', 'exists (select from court.docket x where x.docket_id = %1$s.docket_id)'),
      ('prosecutor.bail_request', 'exists (select from court.docket x where x.docket_id = %1$s.docket_id)'),
      ('defense.bail_request', 'exists (select from court.docket x where x.docket_id = %1$s.docket_id)')) r (name, rule)
      join pg_catalog.pg_class c on c.oid = r.name::regclass
  loop
    -- Tables that had no row policy so far let in whom the grants let in.
    if not exists (select from pg_catalog.pg_class c where c.oid = hidden.walled and c.relrowsecurity) then
      execute format('alter table %s enable row level security', hidden.walled);
    end if;
    if not exists (select from pg_catalog.pg_policy p where p.polrelid = hidden.walled) then
      execute format('create policy custodians on %s to pars_police, pars_prosecutor, pars_court, pars_keeper, pars_board using (true) with check (true)', hidden.walled);
    end if;
    execute format('create policy sealed on %s as restrictive for select to %s using (%s)', hidden.walled,
      case hidden.walled
        -- The board hears that something was done, and takes the row away when it finds none.
        when 'journal.arrest_entry'::regclass then 'pars_police, pars_prosecutor, pars_defense'
        -- A row policy keeps the index of names from being used. The seats' own queries leave sealed rows out: see case-lines and search.
        when 'police.arrest'::regclass then 'pars_defense, pars_board'
        else 'pars_police, pars_prosecutor, pars_defense, pars_board' end,
      case hidden.rule when 'arrest' then 'arrest_id <> all ((select court.sealed_here())::uuid[])'
        else format(hidden.rule, (select c.relname from pg_catalog.pg_class c where c.oid = hidden.walled)) end);
  end loop;
end
$$;

grant select on court.record_order, court.record_order_check, court.record_order_done to pars_court, pars_keeper;
grant insert on court.record_order, court.record_order_check to pars_court;
grant select on court.recipient to pars_police, pars_prosecutor, pars_court, pars_keeper;
grant select (arrest_id, made_at, entry_id) on court.tombstone to pars_police, pars_prosecutor, pars_court;
grant select on court.tombstone to pars_keeper;
grant select on court.limited_record to pars_police, pars_prosecutor, pars_court, pars_keeper;
grant select on court.sealed_record to pars_police, pars_prosecutor, pars_court, pars_keeper;
grant select on court.litigation_hold, court.litigation_hold_end to pars_police, pars_prosecutor, pars_court, pars_keeper;
grant insert on court.litigation_hold, court.litigation_hold_end to pars_police, pars_prosecutor, pars_court;
alter table court.litigation_hold enable row level security;
create policy custodians on court.litigation_hold for select to pars_police, pars_prosecutor, pars_court, pars_keeper using (true);
create policy set_by_police on court.litigation_hold for insert to pars_police with check (seat = 'police');
create policy set_by_prosecutor on court.litigation_hold for insert to pars_prosecutor with check (seat = 'prosecutor');
create policy set_by_court on court.litigation_hold for insert to pars_court with check (seat = 'court');
grant select, delete on court.to_vacuum to pars_keeper;
-- The keeper clears what is dead out of the files; it reads and changes no row by that. Before version 17 only the owner may, and the
-- server's own vacuum does it in its time.
do $$
declare
  cleared regclass;
begin
  if current_setting('server_version_num')::integer < 170000 then
    return;
  end if;
  for cleared in
    select c.oid from pg_catalog.pg_class c where c.relkind = 'r' and (c.relnamespace::regnamespace::text in
        ('police', 'prosecutor', 'court', 'defense', 'narrative', 'victim', 'secret', 'disclosure')
      or c.oid in ('journal.content'::regclass, 'journal.arrest_entry'::regclass, 'inquiry.asked'::regclass, 'inquiry.held'::regclass,
        'inquiry.person_seen'::regclass, 'partner.case_registration'::regclass, 'common.idempotency'::regclass))
  loop
    execute format('grant maintain on table %s to pars_keeper', cleared);
  end loop;
end
$$;
revoke execute on all functions in schema court from public;
revoke execute on function inquiry.sees_limited(), inquiry.let_ask_limits() from public;
grant execute on function court.carry_out(uuid, uuid) to pars_court;
grant execute on function court.is_held(uuid) to pars_court;
grant execute on function court.was_erased(text) to pars_police;
grant execute on function court.find_erased(text) to pars_police, pars_prosecutor, pars_court;
grant execute on function court.sealed_here() to pars_police, pars_prosecutor, pars_court, pars_defense, pars_board;
grant execute on function court.read_endings(), court.end_again(jsonb), court.sweep() to pars_keeper;
