-- What the register of endings outside the database says, and how it ends again what a backup brought back.

create or replace function court.proof_of_lifting(act text, was text, at text) returns text
language sql stable
return encode(court.mac(proof_of_lifting.act, convert_to(proof_of_lifting.was || '/' || proof_of_lifting.at, 'UTF8')), 'hex');
-- Whether a limit or a seal of the register was lifted since, by the line that came with it.
create or replace function court.is_lifted(line jsonb) returns boolean
language sql stable
return coalesce(is_lifted.line #>> '{lifted,of}' = is_lifted.line ->> 'proof'
  and (is_lifted.line #>> '{lifted,at}')::timestamptz >= (is_lifted.line ->> 'at')::timestamptz
  and is_lifted.line #>> '{lifted,end}' = case is_lifted.line ->> 'end' when 'limit' then 'lift-limit' when 'seal' then 'unseal' end
  and is_lifted.line #>> '{lifted,proof}' = court.proof_of_lifting(is_lifted.line #>> '{lifted,end}', is_lifted.line ->> 'proof', is_lifted.line #>> '{lifted,at}'), false);

-- What was ended for good, as lines for a register outside the database: keyed hashes of random ids, and agreements by their code.
create or replace function court.read_endings() returns table (line jsonb)
language plpgsql stable security definer as $$
begin
  return query
    select jsonb_build_object('end', o.act, 'proof', encode(court.mac(o.act, uuid_send(o.arrest_id)), 'hex'),
      'charges', coalesce((select jsonb_agg(encode(court.mac('charge', uuid_send(c)), 'hex')) from unnest(o.charges) c), 'null'), 'readers', to_jsonb(o.readers))
    from court.record_order_done d join court.record_order o on o.order_id = d.order_id where o.act = 'expunge'
    union all
    -- What a restored backup brought back and lost again has no order here.
    select jsonb_build_object('end', 'expunge', 'proof', encode(court.mac('expunge', uuid_send(t.arrest_id)), 'hex'), 'charges', null, 'readers', '[]'::pg_catalog.jsonb)
    from court.tombstone t
    union all
    select jsonb_build_object('end', 'limit', 'proof', encode(court.mac('limit', uuid_send(l.arrest_id)), 'hex'), 'charges', null, 'readers', '[]'::pg_catalog.jsonb,
      'at', agreement.instant_text(l.made_at))
    from court.limited_record l
    union all
    select jsonb_build_object('end', 'seal', 'proof', encode(court.mac('seal', uuid_send(x.arrest_id)), 'hex'), 'charges', null, 'readers', to_jsonb(x.readers),
      'at', agreement.instant_text(x.made_at))
    from court.sealed_record x
    union all
    -- What was lifted: the older lines of the same record end nothing again.
    select jsonb_build_object('end', z.act, 'of', z.was, 'at', z.at, 'proof', court.proof_of_lifting(z.act, z.was, z.at))
    from (select o.act, agreement.instant_text(d.made_at) as at, encode(court.mac(case o.act when 'unseal' then 'seal' else 'limit' end, uuid_send(o.arrest_id)), 'hex') as was
      from court.record_order_done d join court.record_order o on o.order_id = d.order_id where o.act in ('lift-limit', 'unseal')) z
    union all
    select jsonb_build_object('end', 'agreement', 'proof', encode(court.mac('agreement', convert_to(s.agreement || '/' || s.agreement_version || '/' || extract(epoch from s.ended_at) || '/' || s.ended_why, 'UTF8')), 'hex'),
      'agreement', s.agreement, 'version', s.agreement_version, 'endedAt', s.ended_at, 'why', s.ended_why)
    from inquiry.standing s where s.ended_at is not null;
end
$$;

create or replace function court.end_agreement_again(line jsonb) returns boolean
language plpgsql volatile as $$
declare
  s inquiry.standing;
  at pg_catalog.timestamptz := (line ->> 'endedAt')::pg_catalog.timestamptz;
begin
  if line ->> 'proof' is distinct from encode(court.mac('agreement', convert_to((line ->> 'agreement') || '/' || (line ->> 'version') || '/' || extract(epoch from at) || '/' || (line ->> 'why'), 'UTF8')), 'hex') then
    raise exception 'nothing was ended under this proof' using errcode = 'PA087';
  end if;
  select x.* into s from inquiry.standing x where x.agreement = line ->> 'agreement' and x.agreement_version = (line ->> 'version')::integer for update;
  if not found or s.ended_at <= at then
    return false;
  end if;
  update inquiry.standing x set ended_at = at, ended_why = line ->> 'why' where x.door = s.door;
  perform agreement.write_entry('agreement.ended', jsonb_build_object('agreement', s.agreement, 'agreementVersion', s.agreement_version,
    'cause', 'ending-register', 'ballots', '[]'::pg_catalog.jsonb), array[null, 'It had ended before this database was restored.']);
  return true;
end
$$;

-- Ends again what a restored backup brought back. The proof of each line can come only from this database, when an order was carried
-- out or an agreement ended. False where there is nothing to end. It lifts nothing: what a backup brought back limited or sealed stays so
-- until the court's order is entered again.
create or replace function court.end_again(line jsonb) returns boolean
language plpgsql volatile security definer as $$
declare
  arrest pg_catalog.uuid;
  charges pg_catalog.uuid[];
begin
  if line ->> 'end' = 'agreement' then
    return court.end_agreement_again(line);
  elsif court.is_lifted(line) then
    return false;
  end if;
  select a.arrest_id into arrest from police.arrest a where encode(court.mac(line ->> 'end', uuid_send(a.arrest_id)), 'hex') = line ->> 'proof';
  if not found then
    return false;
  end if;
  perform court.lock_case(arrest);
  if exists (select from court.limited_record l where l.arrest_id = arrest and line ->> 'end' = 'limit')
    or exists (select from court.sealed_record x where x.arrest_id = arrest and line ->> 'end' = 'seal') then
    return false;
  elsif line ->> 'end' = 'limit' then
    perform court.limit_record(arrest, 'ending-register', null);
  elsif line ->> 'end' = 'seal' then
    perform court.seal_record(arrest, array(select r.value from pg_catalog.jsonb_array_elements_text(line -> 'readers') r), 'ending-register', null);
  elsif jsonb_typeof(line -> 'charges') = 'array' then
    charges := array(select c.id from (select p.charge_id as id from prosecutor.charge p where p.arrest_id = arrest
      union select q.police_charge_id from police.charge q where q.arrest_id = arrest) c
      where (line -> 'charges') ? encode(court.mac('charge', uuid_send(c.id)), 'hex'));
    if cardinality(charges) = 0 then
      return false;
    end if;
    perform court.erase_charges(arrest, charges, 'ending-register', null);
  else
    perform court.erase_case(arrest, 'ending-register', null);
  end if;
  return true;
end
$$;

-- Whoever had a record open while it was erased says so a moment later: that entry names it still. Answers how many slots went.
create or replace function court.sweep() returns integer
language plpgsql volatile security definer as $$
declare
  late pg_catalog.record;
  swept integer := 0;
begin
  for late in
    select t.arrest_id, array_agg(e.entry_id) as entries from court.tombstone t cross join lateral unnest(court.entries_of_case(t.arrest_id)) e (entry_id)
    -- One that has no number yet is swept the next time.
    where exists (select from journal.place p where p.entry_id = e.entry_id)
    group by t.arrest_id
  loop
    swept := swept + court.destroy_slots(late.entries, '{subject,act}', 'sweep', late.arrest_id, null);
    delete from journal.arrest_entry x where x.entry_id = any (late.entries);
  end loop;
  return swept;
end
$$;

-- The record that police had sent under this number, and that was erased. By no other number is a tombstone found: none is kept.
create or replace function court.find_erased(intake_number text) returns uuid
language plpgsql stable security definer as $$
begin
  return (select t.arrest_id from court.tombstone t where t.intake_mac = court.mac('intake', convert_to(find_erased.intake_number, 'UTF8')) limit 1);
end
$$;
-- Whether a report of this number was erased: then no retry of it makes it anew.
create or replace function court.was_erased(intake_number text) returns boolean
language plpgsql stable security definer as $$
begin
  return court.find_erased(was_erased.intake_number) is not null;
end
$$;
