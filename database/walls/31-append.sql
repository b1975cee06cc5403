-- Whether a value is of a type of the format's fields: SPEC.md of packages/ledger, 4.3.
create or replace function journal.fits(type jsonb, value jsonb) returns boolean
language plpgsql immutable as $$
declare
  base pg_catalog.text := rtrim(fits.type #>> '{}', '?');
  said pg_catalog.text := fits.value #>> '{}';
  is_text pg_catalog.bool := jsonb_typeof(fits.value) = 'string';
  is_count pg_catalog.bool := false;
begin
  if jsonb_typeof(fits.type) = 'array' then
    return exists (select from jsonb_array_elements(fits.type) w (word) where w.word = fits.value);
  elsif jsonb_typeof(fits.value) = 'null' then
    return fits.type #>> '{}' like '%?';
  end if;
  if jsonb_typeof(fits.value) = 'number' then
    is_count := said::pg_catalog.numeric = trunc(said::pg_catalog.numeric) and said::pg_catalog.numeric between 0 and 9007199254740991;
  end if;
  return case base
    when 'code' then is_text and said ~ '^[a-z0-9][a-z0-9.-]{0,63}$'
    when 'hash' then is_text and said ~ '^[0-9a-f]{64}$'
    when 'line' then is_text and said ~ '^[\x20-\x7e]{1,255}$'
    when 'date' then is_text and said ~ '^\d{4}-\d\d-\d\d$' and journal.is_date(said)
    when 'instant' then is_text and said ~ '^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$' and journal.is_date(left(said, 10))
    when 'flag' then jsonb_typeof(fits.value) = 'boolean'
    when 'count' then is_count
    when 'entry' then is_count and said::pg_catalog.numeric > 0
    when 'codes' then journal.is_ascending(fits.value, '"code"')
    when 'entries' then journal.is_ascending(fits.value, '"entry"')
    else false
  end;
end
$$;

create or replace function journal.is_date(said text) returns boolean
language plpgsql immutable as $$
begin
  return make_date(left(is_date.said, 4)::pg_catalog.int4, substr(is_date.said, 6, 2)::pg_catalog.int4, right(is_date.said, 2)::pg_catalog.int4) is not null;
exception when datetime_field_overflow then
  return false;
end
$$;

-- A list of one type, at most 64, ascending, none twice.
create or replace function journal.is_ascending(list jsonb, type jsonb) returns boolean
language plpgsql immutable as $$
begin
  if jsonb_typeof(is_ascending.list) <> 'array' or jsonb_array_length(is_ascending.list) > 64 then
    return false;
  end if;
  return not exists (
    select from (
      select x.item, lag(x.item) over (order by x.n) as before from jsonb_array_elements(is_ascending.list) with ordinality x (item, n)) i
    where not journal.fits(is_ascending.type, i.item)
      or case is_ascending.type #>> '{}'
        when 'code' then (i.before #>> '{}') collate "C" >= (i.item #>> '{}') collate "C"
        else case when jsonb_typeof(i.before) = 'number' and jsonb_typeof(i.item) = 'number' then i.before >= i.item end
      end);
end
$$;

-- A leaf with another field, without one of its own or with one that is no word of the format would stop the sequencer, and with it
-- everybody's proof.
create or replace function journal.check_fields(kind text, clear jsonb) returns void
language plpgsql stable as $$
declare
  known pg_catalog.jsonb;
  wrong pg_catalog.text;
begin
  select k.fields into known from journal.kind k where k.kind = check_fields.kind;
  if jsonb_typeof(check_fields.clear) <> 'object' then
    raise exception 'the clear part of % is no object', check_fields.kind using errcode = 'PA004';
  end if;
  select string_agg(coalesce(f.key, c.key), ', ' order by 1) into wrong
    from jsonb_each(known) f full join jsonb_each(check_fields.clear) c on c.key = f.key
    where f.key is null or c.key is null or not journal.fits(f.value, c.value);
  if wrong is not null then
    raise exception 'fields of % that are not the format''s: %', check_fields.kind, wrong using errcode = 'PA004';
  end if;
end
$$;

-- Writes one entry and its slots. For the owner alone: doors go through journal.append.
create or replace function journal.write_entry(
  party text, kind text, clear jsonb, nonce bytea, slot_names text[], slot_salts bytea[], slot_contents text[], arrest_id uuid,
  account_id uuid, act_at timestamptz,
  out entry_id uuid, out made_at timestamptz)
language plpgsql volatile as $$
declare
  kind_class pg_catalog.text;
  kind_slots pg_catalog.text[];
begin
  select k.class, k.slots into kind_class, kind_slots from journal.kind k where k.kind = write_entry.kind;
  if not found then
    raise exception 'no such kind of entry: %', write_entry.kind using errcode = 'PA001';
  end if;
  if (kind_class = 'conduct') <> (write_entry.clear is not null) then
    raise exception 'an entry of class % has the wrong clear part', kind_class using errcode = 'PA004';
  end if;
  if kind_class = 'conduct' then
    perform journal.check_fields(write_entry.kind, write_entry.clear);
  end if;
  if write_entry.nonce is null or octet_length(write_entry.nonce) <> 32 then
    raise exception 'a nonce has 32 bytes' using errcode = 'PA003';
  end if;
  -- A leaf of other slots, or one whose kind is not the entry's, would stop the sequencer or lie.
  if write_entry.slot_names is distinct from kind_slots
    or coalesce(cardinality(write_entry.slot_salts), -1) <> cardinality(kind_slots)
    or coalesce(cardinality(write_entry.slot_contents), -1) <> cardinality(kind_slots) then
    raise exception 'the slots of % are %', write_entry.kind, kind_slots using errcode = 'PA003';
  end if;
  if exists (select from unnest(write_entry.slot_salts) s (salt) where s.salt is null or octet_length(s.salt) <> 32) then
    raise exception 'a salt has 32 bytes' using errcode = 'PA003';
  end if;
  if kind_class = 'record' and write_entry.slot_contents[1] is distinct from '"' || write_entry.kind || '"' then
    raise exception 'the slot "kind" must hold the kind itself' using errcode = 'PA003';
  end if;
  entry_id := gen_random_uuid();
  made_at := pars.instant_in_transaction(act_at);
  insert into journal.entry (entry_id, kind, class, party, door, made_at, xid, nonce, clear)
    values (write_entry.entry_id, write_entry.kind, kind_class, write_entry.party, session_user, write_entry.made_at,
      pg_current_xact_id(), write_entry.nonce, write_entry.clear);
  insert into journal.content (entry_id, names, salts, texts)
    values (write_entry.entry_id, write_entry.slot_names, write_entry.slot_salts, write_entry.slot_contents);
  if write_entry.arrest_id is not null then
    insert into journal.arrest_entry (entry_id, arrest_id, account_id)
      values (write_entry.entry_id, write_entry.arrest_id, write_entry.account_id);
  end if;
end
$$;

-- Canonical JSON (RFC 8785) of values that the format allows. Members sort by their bytes,
-- which for the ASCII names used here is the order of code units.
create or replace function journal.canonical(value jsonb) returns text
language plpgsql immutable as $$
begin
  if jsonb_typeof(value) = 'object' then
    return '{' || coalesce((select string_agg(to_json(m.key)::pg_catalog.text || ':' || journal.canonical(m.value), ',' order by m.key collate "C") from jsonb_each(value) m), '') || '}';
  elsif jsonb_typeof(value) = 'array' then
    return '[' || coalesce((select string_agg(journal.canonical(i.item), ',' order by i.n) from jsonb_array_elements(value) with ordinality i (item, n)), '') || ']';
  end if;
  return value::pg_catalog.text;
end
$$;

-- The time of an entry, for the rows of its act: they say what the leaf says.
create or replace function journal.time_of(entry uuid) returns timestamptz
language sql stable as $$ select e.made_at from journal.entry e where e.entry_id = time_of.entry $$;

-- A door writes one entry in the transaction of its act. Who writes is the login role, never a setting or an argument.
create or replace function journal.append(
  kind text, clear jsonb, nonce bytea, slot_names text[], slot_salts bytea[], slot_contents text[], arrest_id uuid default null,
  account_id uuid default null, act_at timestamptz default null, out entry_id uuid, out made_at timestamptz)
language plpgsql volatile security definer as $$
declare
  door_party pg_catalog.text;
begin
  if not exists (select from journal.kind k where k.kind = append.kind) then
    raise exception 'no such kind of entry: %', append.kind using errcode = 'PA001';
  end if;
  select d.party into door_party from journal.kind_door kd join journal.door d on d.door = kd.door
    where kd.kind = append.kind and kd.door = session_user;
  if not found then
    raise exception 'the door % may not write %', session_user, append.kind using errcode = 'PA002';
  end if;
  -- The history of a record says who acted; no door says it of another seat's people.
  if append.account_id is not null
    and not exists (select from staff.account a where a.account_id = append.account_id and a.party = door_party) then
    raise exception 'the account is not one of the seat whose door this is' using errcode = 'PA005';
  end if;
  select w.entry_id, w.made_at into append.entry_id, append.made_at
    from journal.write_entry(door_party, append.kind, append.clear, append.nonce, append.slot_names, append.slot_salts,
      append.slot_contents, append.arrest_id, append.account_id, append.act_at) w;
end
$$;
