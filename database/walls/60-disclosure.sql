-- Derives the one table that partners' roles read. What compute() says is what the record must hold; the audit compares.
create or replace function disclosure.fold(name text) returns text
language sql immutable parallel safe
return regexp_replace(lower(normalize(coalesce(name, ''), nfd)), '[^a-z]', '', 'g');

-- PL/pgSQL keeps its plans between calls; a function in SQL would be planned anew at every act.
create or replace function disclosure.compute(arrest uuid) returns setof disclosure.record
language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
  select a.arrest_id, a.person_id, a.last_name, a.first_name, a.middle_name, a.suffix, a.born_on, a.sex, p.police_number, a.race, a.ethnicity,
    a.birth_country_system, a.birth_country_code, coalesce(v.content -> 'person' -> 'addresses', '[]'),
    a.arrested_at, a.district_code, a.place, a.basis, a.otn, a.warrant_number,
    coalesce((select array_agg(i.dc_number order by i.dc_number) from police.arrest_incident i where i.arrest_id = a.arrest_id and i.version = a.version), '{}'),
    coalesce((select jsonb_agg(jsonb_build_object('statute', c.statute, 'description', c.description, 'grade', c.grade, 'counts', c.counts, 'offenseOn', c.offense_on)
      order by c.position) from prosecutor.charge c where c.arrest_id = a.arrest_id), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('docketNumber', d.docket_number, 'filedAt', d.filed_at, 'nextHearing', h.next_hearing, 'nextAt', h.next_at, 'nextRoom', h.next_room)
      order by d.docket_number) from court.docket d left join court.arraignment h on h.docket_id = d.docket_id where d.arrest_id = a.arrest_id), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('docketNumber', d.docket_number, 'kind', b.kind, 'types', to_jsonb(b.types), 'amountCents', b.amount_cents, 'depositPercent', b.deposit_percent, 'madeAt', b.made_at)
      order by d.docket_number) from court.docket d join court.bail_order b on b.docket_id = d.docket_id where d.arrest_id = a.arrest_id), '[]'),
    coalesce((select jsonb_build_object('leftAt', k.left_at, 'basis', e.basis) from police.departure e join police.departure_acknowledgment k on k.departure_id = e.departure_id
      where e.arrest_id = a.arrest_id order by k.left_at desc limit 1), '{}'),
    a.photo_reference,
    disclosure.fold(a.last_name), disclosure.fold(a.first_name),
    -- A person under 18 is here only on a direct-file charge, with the parents' notice (B36).
    a.parents_notified_at is null,
    exists (select from prosecutor.charge c where c.arrest_id = a.arrest_id),
    exists (select from court.docket d join court.bail_order b on b.docket_id = d.docket_id where d.arrest_id = a.arrest_id),
    (select c.grade from prosecutor.charge c left join common.grade g on g.grade = c.grade where c.arrest_id = a.arrest_id
      order by g.severity desc nulls last, c.position limit 1),
    exists (select from court.limited_record l where l.arrest_id = a.arrest_id)
  from police.arrest a
    join police.person p on p.person_id = a.person_id
    left join police.arrest_version v on v.arrest_id = a.arrest_id and v.version = a.version
  where a.arrest_id = compute.arrest and a.sent_at is not null
    -- What a court sealed leaves to nobody.
    and not exists (select from court.sealed_record s where s.arrest_id = a.arrest_id);
end
$$;

create or replace function disclosure.compute_identifiers(arrest uuid) returns table (kind text, value text)
language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
  select x.kind, x.value from (
    select 'otn' as kind, a.otn as value from police.arrest a where a.arrest_id = compute_identifiers.arrest
    union all select 'warrant', a.warrant_number from police.arrest a where a.arrest_id = compute_identifiers.arrest
    union all select 'police-number', p.police_number from police.arrest a join police.person p on p.person_id = a.person_id where a.arrest_id = compute_identifiers.arrest
    union all select 'incident', i.dc_number from police.arrest a join police.arrest_incident i on i.arrest_id = a.arrest_id and i.version = a.version where a.arrest_id = compute_identifiers.arrest
    union all select 'docket-number', d.docket_number from court.docket d where d.arrest_id = compute_identifiers.arrest) x
  where x.value is not null;
end
$$;

-- Classes of fields in which two versions of a record differ; all of them where there was none, or it was another person's.
create or replace function disclosure.changed_classes(was disclosure.record, now_is disclosure.record) returns text[]
language sql immutable as $$
  select coalesce(array_agg(x.class order by x.class), '{}') from (values
    ('identity', (was.last_name, was.first_name, was.middle_name, was.suffix, was.born_on, was.sex, was.police_number)
      is distinct from (now_is.last_name, now_is.first_name, now_is.middle_name, now_is.suffix, now_is.born_on, now_is.sex, now_is.police_number)),
    ('demographic', (was.race, was.ethnicity) is distinct from (now_is.race, now_is.ethnicity)),
    ('origin', (was.birth_country_system, was.birth_country_code) is distinct from (now_is.birth_country_system, now_is.birth_country_code)),
    ('address', was.addresses is distinct from now_is.addresses),
    ('arrest', (was.arrested_at, was.district_code, was.place, was.basis, was.otn, was.warrant_number, was.incidents)
      is distinct from (now_is.arrested_at, now_is.district_code, now_is.place, now_is.basis, now_is.otn, now_is.warrant_number, now_is.incidents)),
    ('charges', was.charges is distinct from now_is.charges),
    ('docket', was.dockets is distinct from now_is.dockets),
    ('bail', was.bail is distinct from now_is.bail),
    ('custody', was.custody is distinct from now_is.custody),
    ('photo', was.photo_reference is distinct from now_is.photo_reference)) x (class, differs)
  where x.differs or was.person_id is distinct from now_is.person_id
$$;

create or replace function disclosure.refresh(arrest uuid, entry uuid) returns void
language plpgsql volatile as $$
declare
  was disclosure.record;
  now_is disclosure.record;
begin
  select c.* into now_is from disclosure.compute(refresh.arrest) c;
  if not found then
    delete from disclosure.record r where r.arrest_id = refresh.arrest;
    return;
  end if;
  delete from disclosure.record r where r.arrest_id = refresh.arrest returning r.* into was;
  insert into disclosure.record select (now_is).*;
  insert into disclosure.identifier (kind, value, arrest_id)
    select distinct i.kind, i.value, refresh.arrest from disclosure.compute_identifiers(refresh.arrest) i;
  insert into disclosure.change as c (entry_id, arrest_id, person_id, classes, was_adult, was_charged, was_bail_ordered, was_worst_grade,
      was_district_code, was_basis, was_arrested_at)
    values (refresh.entry, refresh.arrest, now_is.person_id, disclosure.changed_classes(was, now_is), was.adult, was.charged, was.bail_ordered,
      was.worst_grade, was.district_code, was.basis, was.arrested_at)
    -- An act of several rows is one change: what was before it, and all that it changed.
    on conflict on constraint change_pk do update set person_id = excluded.person_id,
      classes = array(select distinct x.class from unnest(c.classes || excluded.classes) x (class) order by x.class);
end
$$;

-- One function for every table whose act changes what a record says; the argument tells how the row names its arrest.
create or replace function disclosure.follow_act() returns trigger
language plpgsql volatile security definer as $$
declare
  acted pg_catalog.jsonb := to_jsonb(new);
  arrest pg_catalog.uuid;
begin
  if tg_argv[0] = 'arrest' then
    arrest := (acted ->> 'arrest_id')::pg_catalog.uuid;
  elsif tg_argv[0] = 'docket' then
    select d.arrest_id into arrest from court.docket d where d.docket_id = (acted ->> 'docket_id')::pg_catalog.uuid;
  else
    select e.arrest_id into arrest from police.departure e where e.departure_id = (acted ->> 'departure_id')::pg_catalog.uuid;
  end if;
  perform disclosure.refresh(arrest, (acted ->> 'entry_id')::pg_catalog.uuid);
  return null;
end
$$;
create or replace trigger follow_act after insert or update on police.arrest
  for each row when (new.sent_at is not null) execute function disclosure.follow_act('arrest');
create or replace trigger follow_act after insert on prosecutor.charging_decision for each row execute function disclosure.follow_act('arrest');
create or replace trigger follow_act after insert on court.docket for each row execute function disclosure.follow_act('arrest');
create or replace trigger follow_act after insert on court.arraignment for each row execute function disclosure.follow_act('docket');
create or replace trigger follow_act after insert on court.bail_order for each row execute function disclosure.follow_act('docket');
create or replace trigger follow_act after insert on police.departure_acknowledgment for each row execute function disclosure.follow_act('departure');

-- No role reads a row here but by the policies of an agreement.
alter table disclosure.record enable row level security;
alter table disclosure.identifier enable row level security;
alter table disclosure.change enable row level security;
