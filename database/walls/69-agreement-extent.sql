-- How far a vote without the partner can go: only a text that grants no more than the one in force, after the notice that it names.
-- Codes: PA062 the partner has not accepted, PA064 no notice was served, PA065 its period runs, PA066 terms are not lengthened.

-- Whether every record in reach of the newer population is in reach of the older one. False where that does not follow from the texts.
create or replace function agreement.population_narrows(older jsonb, newer jsonb) returns boolean
language plpgsql immutable as $$
begin
  if not coalesce(newer ? 'kind', false) then
    return false;
  elsif older ->> 'kind' = 'everyone' or older = newer then
    return true;
  elsif older ->> 'kind' = 'all' then
    return not exists (select from jsonb_array_elements(older -> 'of') o where not agreement.population_narrows(o, newer));
  elsif newer ->> 'kind' = 'any' then
    return not exists (select from jsonb_array_elements(newer -> 'of') n where not agreement.population_narrows(older, n));
  elsif older ->> 'kind' = 'any' and exists (select from jsonb_array_elements(older -> 'of') o where agreement.population_narrows(o, newer)) then
    return true;
  elsif newer ->> 'kind' = 'all' then
    return exists (select from jsonb_array_elements(newer -> 'of') n where agreement.population_narrows(older, n));
  elsif older ->> 'kind' <> newer ->> 'kind' then
    return coalesce(older ->> 'kind' = 'in' and newer ->> 'kind' = 'is' and older -> 'column' = newer -> 'column'
      and older -> 'values' @> jsonb_build_array(newer -> 'value'), false);
  end if;
  return coalesce(case older ->> 'kind'
    when 'within-days' then (newer ->> 'days')::integer <= (older ->> 'days')::integer
    when 'since' then newer ->> 'on' >= older ->> 'on'
    when 'in' then newer -> 'column' = older -> 'column' and older -> 'values' @> (newer -> 'values')
    when 'not' then agreement.population_narrows(newer -> 'of', older -> 'of') end, false);
end
$$;

create or replace function agreement.question_narrows(older jsonb, newer jsonb) returns boolean
language sql immutable
return coalesce(older -> 'kind' = newer -> 'kind' and case newer ->> 'kind'
  when 'by-identifier' then older -> 'identifiers' @> (newer -> 'identifiers')
  when 'by-name-and-birth-date' then (newer ->> 'possible')::integer <= (older ->> 'possible')::integer
  when 'by-incident' then true
  when 'by-attribute' then older -> 'attributes' @> (newer -> 'attributes')
  when 'recent' then (newer ->> 'hours')::integer <= (older ->> 'hours')::integer
  when 'feed' then (newer ->> 'days')::integer <= (older ->> 'days')::integer end, false);

-- Whether newer terms grant nothing that older ones do not, ask nothing more of the partner and change no other clause.
create or replace function agreement.narrows(older jsonb, newer jsonb) returns boolean
language sql immutable
return coalesce(
  array(select jsonb_object_keys(older) order by 1) = array(select jsonb_object_keys(newer) order by 1)
  and older - array['version', 'units', 'purposes', 'questions', 'classes', 'population', 'directFile', 'limits', 'onward', 'startsOn', 'endsOn']
    = newer - array['version', 'units', 'purposes', 'questions', 'classes', 'population', 'directFile', 'limits', 'onward', 'startsOn', 'endsOn']
  and older -> 'units' @> (newer -> 'units')
  and not exists (select from jsonb_array_elements(newer -> 'purposes') n where not exists (
    select from jsonb_array_elements(older -> 'purposes') o
    where o -> 'code' = n -> 'code' and o -> 'cites' = n -> 'cites'
      and array_position('{found-here,registered,unverified}', n ->> 'suffices') <= array_position('{found-here,registered,unverified}', o ->> 'suffices')))
  and not exists (select from jsonb_array_elements(newer -> 'questions') n where not exists (
    select from jsonb_array_elements(older -> 'questions') o where agreement.question_narrows(o, n)))
  and not exists (select from jsonb_array_elements(newer -> 'classes') n where not coalesce(
    (select (n ->> 'visible')::boolean <= (o ->> 'visible')::boolean and (n ->> 'filterable')::boolean <= (o ->> 'filterable')::boolean
      and (n ->> 'exportable')::boolean <= (o ->> 'exportable')::boolean from jsonb_array_elements(older -> 'classes') o where o -> 'class' = n -> 'class'),
    not ((n ->> 'visible')::boolean or (n ->> 'filterable')::boolean or (n ->> 'exportable')::boolean)))
  and agreement.population_narrows(older -> 'population', newer -> 'population')
  and (newer ->> 'directFile')::boolean <= (older ->> 'directFile')::boolean
  and array(select jsonb_object_keys(older -> 'limits') order by 1) = array(select jsonb_object_keys(newer -> 'limits') order by 1)
  and not exists (select from jsonb_each(newer -> 'limits') n where not coalesce((n.value)::integer <= (older -> 'limits' -> n.key)::integer, false))
  and array_position('{none,with-consent,within-purpose}', newer ->> 'onward') <= array_position('{none,with-consent,within-purpose}', older ->> 'onward')
  and newer ->> 'startsOn' >= older ->> 'startsOn' and newer ->> 'endsOn' <= older ->> 'endsOn', false);

-- The version that a newer one follows: the newest that was put in force before it.
create or replace function agreement.version_before(agreement uuid, version integer) returns agreement.version
language sql stable as $$
  select v.* from agreement.activation t join agreement.version v on v.agreement_id = t.agreement_id and v.version = t.version
  where t.agreement_id = version_before.agreement and t.version < version_before.version order by t.version desc limit 1
$$;

-- Whether a version grants no more than the one that it follows. False where it follows none. For people and for the wall alike.
create or replace function agreement.is_narrowing(agreement uuid, version integer) returns boolean
language plpgsql stable security definer as $$
declare
  older agreement.version;
  newer agreement.version;
begin
  select v.* into newer from agreement.version v where v.agreement_id = is_narrowing.agreement and v.version = is_narrowing.version;
  older := agreement.version_before(is_narrowing.agreement, is_narrowing.version);
  -- Where the prose governs, only the same prose is surely no wider.
  return older.version is not null and agreement.narrows(older.terms::pg_catalog.jsonb, newer.terms::pg_catalog.jsonb)
    and (newer.terms::pg_catalog.jsonb ->> 'governs' = 'data' or newer.prose is not distinct from older.prose);
end
$$;

-- The instant at which the notice that a resolution needs has run: days of Philadelphia, counted from the day it was served. Null
-- where none was served since the resolution was opened.
create or replace function agreement.notice_ends_at(resolution uuid, kind text, days integer) returns timestamptz
language sql stable as $$
  select ((min(n.served_at) at time zone 'America/New_York')::pg_catalog.date + notice_ends_at.days)::pg_catalog.timestamp at time zone 'America/New_York'
  from agreement.resolution r join agreement.notice n on n.agreement_id = r.agreement_id
  where r.resolution_id = notice_ends_at.resolution and n.kind = notice_ends_at.kind and n.served_by <> 'partner' and n.served_at >= r.made_at
$$;

-- Raises unless a resolution may take effect without the partner.
create or replace function agreement.check_narrowing(resolution uuid) returns void
language plpgsql stable as $$
declare
  r agreement.resolution;
  v agreement.version;
  older agreement.version;
  days integer;
  ends_at pg_catalog.timestamptz;
begin
  select x.* into r from agreement.resolution x where x.resolution_id = check_narrowing.resolution;
  select x.* into v from agreement.version x where x.agreement_id = r.agreement_id and x.version = r.version;
  if r.action <> 'amend' or not agreement.is_narrowing(r.agreement_id, r.version) then
    raise exception 'the partner has not accepted these terms' using errcode = 'PA062';
  end if;
  older := agreement.version_before(r.agreement_id, r.version);
  days := (older.terms::pg_catalog.jsonb #>> '{notice,narrowingDays}')::integer;
  if days > 0 then
    ends_at := agreement.notice_ends_at(r.resolution_id, 'narrowing', days);
    if ends_at is null then
      raise exception 'a narrowing needs its notice' using errcode = 'PA064';
    elsif greatest(v.starts_at, pars.instant()) < ends_at then
      raise exception 'the notice period has not ended' using errcode = 'PA065';
    end if;
  end if;
end
$$;
create or replace function agreement.require_acceptance() returns trigger
language plpgsql security definer as $$
begin
  if new.acceptance_id is null then
    perform agreement.check_narrowing(new.resolution_id);
  end if;
  return new;
end
$$;
create or replace trigger require_acceptance before insert on agreement.activation for each row execute function agreement.require_acceptance();

-- What is in force ends when it says, or earlier: nobody lengthens it, the owner included. A longer one is another version, voted on.
create or replace function inquiry.refuse_extension() returns trigger
language plpgsql as $$
begin
  if (new.door, new.definer, new.agreement, new.agreement_version, new.starts_at, new.ends_at, new.units, new.purposes)
      is distinct from (old.door, old.definer, old.agreement, old.agreement_version, old.starts_at, old.ends_at, old.units, old.purposes)
    or (new.inquiries_per_unit_per_day, new.inquiries_per_officer_per_day, new.persons_per_unit_per_day, new.rows_per_answer)
      is distinct from (old.inquiries_per_unit_per_day, old.inquiries_per_officer_per_day, old.persons_per_unit_per_day, old.rows_per_answer)
    or (old.ended_at is not null and (new.ended_at is null or new.ended_at > old.ended_at)) then
    raise exception 'what is in force is not lengthened or widened' using errcode = 'PA066';
  end if;
  return new;
end
$$;
create or replace trigger refuse_extension before update on inquiry.standing for each row execute function inquiry.refuse_extension();
-- Votes, texts and what they put in force are written once.
do $$
declare
  written regclass;
begin
  foreach written in array '{agreement.seat_key, agreement.seat_key_end, agreement.agreement, agreement.version, agreement.resolution, agreement.ballot,
    agreement.acceptance, agreement.activation, agreement.halt, agreement.lapse, agreement.notice, agreement.consultation, agreement.legal_constraint,
    agreement.counsel_sign_off, agreement.fulfilment, agreement.missed_obligation}'::regclass[]
  loop
    execute format('create or replace trigger refuse_change before update or delete or truncate on %s for each statement execute function journal.refuse_change()', written);
  end loop;
end
$$;

revoke execute on all functions in schema agreement, inquiry from public;
grant execute on function agreement.is_narrowing(uuid, integer) to pars_police, pars_prosecutor, pars_court, pars_keeper;
grant execute on function agreement.is_owed(agreement.obligation) to pars_police, pars_prosecutor, pars_court, pars_keeper, pars_portal;
grant execute on function agreement.notice_ends_at(uuid, text, integer) to pars_police, pars_prosecutor, pars_court, pars_keeper;
