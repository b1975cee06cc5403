-- The feed of an agreement that grants one. Its cursor is a number of the journal that the partner cannot read, make or carry to
-- another door or unit; the questions' definers alone may call these.

-- Keyed by the gate's secret and one word per use. Hashed twice, so that nothing can be appended to a known one.
create or replace function inquiry.cursor_mac(use text, part bytea) returns bytea
language plpgsql stable as $$
declare
  known pg_catalog.bytea;
begin
  select s.secret into known from inquiry.secret s;
  return sha256(known || sha256(known || convert_to(cursor_mac.use, 'UTF8') || cursor_mac.part));
end
$$;

-- A number under a pad that is used once: two cursors of one place look like two of different places.
create or replace function inquiry.pad_number(number bigint, nonce bytea) returns bytea
language sql stable
return int8send(number # ('x' || encode(substr(inquiry.cursor_mac('cursor-pad', nonce), 1, 8), 'hex'))::bit(64)::bigint);

create or replace function inquiry.seal_cursor(number bigint, unit text) returns text
language plpgsql volatile security definer as $$
declare
  nonce pg_catalog.bytea := substr(inquiry.random_bytes(), 1, 16);
  padded pg_catalog.bytea := nonce || inquiry.pad_number(seal_cursor.number, nonce);
begin
  return encode(padded || inquiry.cursor_mac('cursor-mac ' || session_user || '/' || coalesce(seal_cursor.unit, '') || '/', padded), 'hex');
end
$$;

-- The number of a cursor that this door's unit was given: 0 without one, null for anything else.
create or replace function inquiry.read_cursor(cursor text, unit text) returns bigint
language plpgsql stable security definer as $$
declare
  padded pg_catalog.bytea;
begin
  if coalesce(read_cursor.cursor, '') = '' then
    return 0;
  elsif read_cursor.cursor !~ '^[0-9a-f]{112}$' then
    return null;
  end if;
  padded := substr(decode(read_cursor.cursor, 'hex'), 1, 24);
  if substr(decode(read_cursor.cursor, 'hex'), 25)
    <> inquiry.cursor_mac('cursor-mac ' || session_user || '/' || coalesce(read_cursor.unit, '') || '/', padded) then
    return null;
  end if;
  return ('x' || encode(inquiry.pad_number(('x' || encode(substr(padded, 17), 'hex'))::bit(64)::bigint, substr(padded, 1, 16)), 'hex'))::bit(64)::bigint;
end
$$;

-- The newest number there is, in the very snapshot in which the changes are read.
create or replace function inquiry.last_number() returns bigint
language sql stable security definer
return coalesce((select p.number from journal.place p order by p.number desc limit 1), 0);

-- Changes after a number about persons whom this unit named, for the same purpose and case, in an inquiry that was answered within the
-- days: by a match, not by one that was only possible. What was true of the record before comes along, for the question to tell
-- whether the change shows.
create or replace function inquiry.list_changes(request jsonb, days integer, after bigint) returns table (
  number bigint, arrest_id uuid, person_id uuid, classes text[], was_adult boolean, was_charged boolean, was_bail_ordered boolean,
  was_worst_grade text, was_district_code text, was_basis text, was_arrested_at timestamptz)
language plpgsql stable security definer as $$
declare
  since pg_catalog.timestamptz := pars.instant() - make_interval(hours => list_changes.days * 24);
begin
  return query
    select p.number, c.arrest_id, c.person_id, c.classes, c.was_adult, c.was_charged, c.was_bail_ordered, c.was_worst_grade,
      c.was_district_code, c.was_basis, c.was_arrested_at
    from (
      select distinct unnest(a.persons) as person_id from inquiry.asked a
      where a.door = session_user and a.unit_code = list_changes.request ->> 'unit' and a.asked_at >= since
        and a.outcome = 'answered' and a.question in ('by-identifier', 'by-name-and-birth-date') and a.ground is null
        and a.purpose = list_changes.request ->> 'purpose'
        and a.cites_kind is not distinct from list_changes.request #>> '{cites,kind}'
        and a.cites_value is not distinct from list_changes.request #>> '{cites,value}') named
      join disclosure.change c on c.person_id = named.person_id
      join journal.place p on p.entry_id = c.entry_id
    where p.number > list_changes.after;
end
$$;
revoke execute on all functions in schema inquiry from public;
