-- Keeps police.held: an arrest enters it when it is first written and leaves it when the person has left, on a summons only once
-- every charge is filed or all are declined. It may hold somebody too long and never leaves out anybody: whoever reads it asks
-- the custody rule about each.
create or replace function police.keep_held() returns trigger
language plpgsql security definer as $$
declare
  touched pg_catalog.uuid;
begin
  if tg_table_name = 'arrest' then
    insert into police.held (arrest_id) values (new.arrest_id);
    return null;
  end if;
  if tg_table_name = 'departure_acknowledgment' then
    select d.arrest_id into touched from police.departure d where d.departure_id = new.departure_id;
  else
    touched := new.arrest_id;
  end if;
  delete from police.held h where h.arrest_id = touched and exists (
    select from police.departure d join police.departure_acknowledgment l on l.departure_id = d.departure_id
    where d.arrest_id = touched
      and not exists (select from police.departure_withdrawal w where w.departure_id = d.departure_id)
      and (d.basis <> 'rule-519b'
      or (exists (select from prosecutor.charging_decision c where c.arrest_id = touched)
        and not exists (
          select from prosecutor.charge c left join prosecutor.complaint_charge m on m.charge_id = c.charge_id
            left join court.docket k on k.complaint_id = m.complaint_id
          where c.arrest_id = touched and k.docket_id is null))));
  return null;
end
$$;
create or replace trigger keep_held after insert on police.arrest
  for each row execute function police.keep_held();
-- At commit: a decision is followed by its charges.
do $$
declare
  deciding regclass;
begin
  foreach deciding in array '{police.departure_acknowledgment, prosecutor.charging_decision, court.docket}'::regclass[] loop
    if not exists (select from pg_catalog.pg_trigger t where t.tgrelid = deciding and t.tgname = 'keep_held') then
      execute format('create constraint trigger keep_held after insert on %s deferrable initially deferred
        for each row execute function police.keep_held()', deciding);
    end if;
  end loop;
end
$$;
