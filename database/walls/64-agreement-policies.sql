-- A seat writes in its own name only.
do $$
declare
  walled pg_catalog.record;
  door pg_catalog.record;
begin
  for walled in
    select x.relation, x.seat_column from (values
      ('partner.switch'::regclass, 'seat'), ('agreement.seat_key', 'seat'), ('agreement.seat_key_end', 'seat'), ('agreement.version', 'seat'),
      ('agreement.resolution', 'seat'), ('agreement.ballot', 'seat'), ('agreement.notice', 'served_by'), ('agreement.consultation', 'seat'),
      ('agreement.legal_constraint', 'seat'), ('agreement.counsel_sign_off', 'seat')) x (relation, seat_column)
  loop
    execute format('alter table %s enable row level security', walled.relation);
    execute format('create policy readers on %s for select to pars_police, pars_prosecutor, pars_court, pars_keeper using (true)', walled.relation);
    -- A letter is the public's once it was released, and not before.
    execute format('create policy public_register on %s for select to pars_portal using (%s)', walled.relation,
      case walled.relation when 'agreement.notice'::regclass then 'released' else 'true' end);
    for door in select d.door, d.party from journal.door d where d.party in ('police', 'prosecutor', 'court') loop
      execute format('create policy %I on %s for insert to %I with check (%I = %L)', 'by_' || door.party, walled.relation, door.door, walled.seat_column, door.party);
    end loop;
  end loop;
end
$$;
-- What a ballot's leaf says in clear is what its row says. Triggers come in the order of their names: this one after require_entry.
create or replace function agreement.require_same_words() returns trigger
language plpgsql security definer as $$
declare
  said pg_catalog.jsonb;
begin
  select e.clear into said from journal.entry e where e.entry_id = new.entry_id;
  if said ->> 'seat' is distinct from new.seat or said ->> 'choice' is distinct from new.choice or said ->> 'action' is distinct from new.action
    or said ->> 'termsHash' is distinct from encode(new.terms_hash, 'hex') or said ->> 'statementHash' is distinct from encode(new.statement_hash, 'hex')
    or (said ->> 'agreementVersion')::integer is distinct from new.version then
    raise exception 'the entry of a ballot says something else than the ballot' using errcode = 'PA058';
  end if;
  return new;
end
$$;
create or replace trigger require_same_words before insert on agreement.ballot for each row execute function agreement.require_same_words();
-- A key that has ended, or whose resolution is closed, casts no ballot.
create or replace function agreement.refuse_late_ballot() returns trigger
language plpgsql security definer as $$
begin
  if exists (select from agreement.seat_key_end e where e.key_id = new.key_id) then
    raise exception 'this key has ended' using errcode = 'PA059';
  end if;
  if pars.instant() >= (select r.closes_at from agreement.resolution r where r.resolution_id = new.resolution_id) then
    raise exception 'the resolution is closed' using errcode = 'PA055';
  end if;
  return new;
end
$$;
create or replace trigger refuse_late_ballot before insert on agreement.ballot for each row execute function agreement.refuse_late_ballot();
