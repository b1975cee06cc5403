-- Orders carried out. What is destroyed here is destroyed by these functions and by nothing else: no door may delete or change a row
-- of the record, and the one that carries out looks again at who entered and verified the order.
-- Codes: PA080 the same person, PA081 not verified, PA082 held for litigation, PA083 done before, PA084 an entry has no number yet,
-- PA085 not a person of the court, PA086 no such order or record, PA087 nothing was lawfully ended under this proof, PA089 there is
-- nothing to lift.

create or replace function court.id_text(prefix text, id uuid) returns text
language sql immutable
return id_text.prefix || '_' || replace(id_text.id::text, '-', '');

-- A keyed hash of what was ended: it tells nothing, and whoever restores an older backup can find by it what to end again.
create or replace function court.mac(use text, part bytea) returns bytea
language sql stable
return inquiry.cursor_mac('erasure ' || mac.use, mac.part);

-- A value without its elements that are one of these texts or name one of them in a member of their own.
create or replace function court.without(value jsonb, gone text[]) returns jsonb
language plpgsql immutable as $$
begin
  return case jsonb_typeof(without.value)
    when 'object' then (select coalesce(jsonb_object_agg(m.key, court.without(m.value, without.gone)), '{}') from jsonb_each(without.value) m
      where not (jsonb_typeof(m.value) = 'string' and m.value #>> '{}' = any (without.gone)))
    when 'array' then (select coalesce(jsonb_agg(court.without(e.value, without.gone) order by e.ordinality), '[]')
      from jsonb_array_elements(without.value) with ordinality e
      where not coalesce(e.value #>> '{}' = any (without.gone), false)
        and not (jsonb_typeof(e.value) = 'object' and exists (select from jsonb_each_text(e.value) m where m.value = any (without.gone))))
    else without.value end;
end
$$;

-- An entry of the record that an order makes; salts and nonce from seeds that nobody keeps.
create or replace function court.write_record(kind text, arrest uuid, account uuid, act jsonb) returns uuid
language plpgsql volatile as $$
declare
  door_party pg_catalog.text;
  actor pg_catalog.text;
  made pg_catalog.uuid;
begin
  select d.party into door_party from journal.door d where d.door = session_user;
  select journal.canonical(jsonb_build_object('account', court.id_text('acc', a.account_id), 'name', a.display_name, 'party', a.party, 'role', a.role))
    into actor from staff.account a where a.account_id = write_record.account;
  select w.entry_id into made from journal.write_entry(door_party, write_record.kind, null, inquiry.random_bytes(), '{kind,actor,subject,act}',
    array[inquiry.random_bytes(), inquiry.random_bytes(), inquiry.random_bytes(), inquiry.random_bytes()],
    array['"' || write_record.kind || '"', coalesce(actor, to_jsonb(session_user)::pg_catalog.text), null, journal.canonical(write_record.act)],
    write_record.arrest, write_record.account, null) w;
  return made;
end
$$;

-- Numbers of entries. Content that the sequencer still needs for a leaf is not destroyed.
create or replace function court.numbers_of(entries uuid[]) returns bigint[]
language plpgsql stable as $$
declare
  numbers bigint[];
begin
  select coalesce(array_agg(p.number order by p.number), '{}') into numbers from journal.place p where p.entry_id = any (numbers_of.entries);
  if cardinality(numbers) <> cardinality(numbers_of.entries) then
    raise exception 'an entry has no number yet: try again in a moment' using errcode = 'PA084';
  end if;
  return numbers;
end
$$;

-- The commitment of each slot, in order: what lays one slot open needs those of all.
create or replace function journal.commit_slots(names text[], salts bytea[], texts text[]) returns bytea[]
language sql immutable as $$
  select array_agg(sha256(convert_to('pars/slot/v1', 'UTF8') || '\x00' || convert_to(u.name, 'UTF8') || '\x00' || u.salt
    || case when u.content is null then '\x00' else '\x01' || convert_to(u.content, 'UTF8') end) order by u.n)
  from unnest(commit_slots.names, commit_slots.salts, commit_slots.texts) with ordinality u (name, salt, content, n)
$$;

-- Destroys content and salts of slots. The commitments stay, which without the salt tell nothing.
create or replace function court.wipe_slots(entries uuid[], slots text[]) returns void
language sql volatile as $$
  update journal.content c set
      commitments = coalesce(c.commitments, journal.commit_slots(c.names, c.salts, c.texts)),
      salts = array(select case when s.name = any (wipe_slots.slots) then null else s.salt end from unnest(c.names, c.salts) with ordinality s (name, salt, n) order by s.n),
      texts = array(select case when s.name = any (wipe_slots.slots) then null else s.content end from unnest(c.names, c.texts) with ordinality s (name, content, n) order by s.n)
    where c.entry_id = any (wipe_slots.entries)
$$;

-- Destroys content and salts of slots, and writes the entry that names them. Answers how many held something.
create or replace function court.destroy_slots(entries uuid[], slots text[], order_text text, arrest uuid, account uuid) returns integer
language plpgsql volatile as $$
declare
  held integer;
begin
  if cardinality(entries) = 0 then
    return 0;
  end if;
  perform court.write_record('record.expunged', destroy_slots.arrest, destroy_slots.account, jsonb_build_object(
    'entries', to_jsonb(court.numbers_of(destroy_slots.entries)), 'slots', to_jsonb(destroy_slots.slots), 'order', destroy_slots.order_text));
  select count(*) into held from journal.content c cross join unnest(c.names, c.texts) s (name, content)
    where c.entry_id = any (destroy_slots.entries) and s.name = any (destroy_slots.slots) and s.content is not null;
  perform court.wipe_slots(destroy_slots.entries, destroy_slots.slots);
  return held;
end
$$;

-- Records a slot again, without what is destroyed in it. The original must have its number.
create or replace function court.record_redacted(entry uuid, slot text, content jsonb, arrest uuid, account uuid) returns void
language plpgsql volatile as $$
begin
  perform court.write_record('record.redacted', record_redacted.arrest, record_redacted.account, jsonb_build_object(
    'entry', (court.numbers_of(array[record_redacted.entry]))[1], 'slot', record_redacted.slot, 'content', record_redacted.content));
end
$$;

create or replace function court.content_of(entry uuid, slot text) returns jsonb
language sql stable
return (select s.content::jsonb from journal.content c cross join unnest(c.names, c.texts) s (name, content)
  where c.entry_id = content_of.entry and s.name = content_of.slot);
