-- Orders carried out. What is destroyed here is destroyed by these functions and by nothing else: no door may delete or change a row
-- of the record, and the one that carries out looks again at who entered and verified the order.
-- Codes: PA080 the same person, PA081 not verified, PA082 held for litigation, PA083 done before, PA084 an entry has no number yet,
-- PA085 not a person of the court, PA086 no such order or record, PA087 nothing was lawfully ended under this proof.

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

-- Every id and number by which something of this case can be named; what another case has too is not among them.
create or replace function court.texts_of_case(arrest uuid) returns text[]
language sql stable as $$
  select array_agg(distinct x.said) from (
    select court.id_text('arr', texts_of_case.arrest) as said
    union all select a.otn from police.arrest a where a.arrest_id = texts_of_case.arrest
    union all select a.intake_number from police.arrest a where a.arrest_id = texts_of_case.arrest
    union all select v.content ->> 'otn' from police.arrest_version v where v.arrest_id = texts_of_case.arrest
    union all select v.content ->> 'warrantNumber' from police.arrest_version v where v.arrest_id = texts_of_case.arrest
    union all select i.dc_number from police.arrest_incident i where i.arrest_id = texts_of_case.arrest
      and not exists (select from police.arrest_incident o where o.dc_number = i.dc_number and o.arrest_id <> i.arrest_id)
    union all select court.id_text('pch', c.police_charge_id) from police.charge c where c.arrest_id = texts_of_case.arrest
    union all select court.id_text('chg', c.charge_id) from prosecutor.charge c where c.arrest_id = texts_of_case.arrest
    union all select court.id_text('cmp', c.complaint_id) from prosecutor.complaint c where c.arrest_id = texts_of_case.arrest
    union all select court.id_text('hld', h.hold_id) from police.hold h where h.arrest_id = texts_of_case.arrest
    union all select court.id_text('dep', d.departure_id) from police.departure d where d.arrest_id = texts_of_case.arrest
    union all select court.id_text('dkt', d.docket_id) from court.docket d where d.arrest_id = texts_of_case.arrest
    union all select d.docket_number from court.docket d where d.arrest_id = texts_of_case.arrest
    union all select court.id_text('lst', l.listing_id) from court.listing l join court.docket d on d.docket_id = l.docket_id where d.arrest_id = texts_of_case.arrest
    -- The person has no other arrest: with this one, nobody is left whom these could name.
    union all select y.said from police.arrest a join police.person p on p.person_id = a.person_id
      cross join lateral (values (p.police_number), (court.id_text('per', p.person_id)), (p.person_id::text)) y (said)
      where a.arrest_id = texts_of_case.arrest and not exists (select from police.arrest o where o.person_id = a.person_id and o.arrest_id <> a.arrest_id)) x
  where x.said is not null and x.said <> ''
$$;

-- Names and birth dates that any version of the report stated, folded as searches fold them.
create or replace function court.names_of_case(arrest uuid) returns table (last_key text, first_key text, last_name text, born_on text)
language sql stable as $$
  select distinct disclosure.fold(n.value ->> 'last'), disclosure.fold(n.value ->> 'first'), lower(n.value ->> 'last'), v.content #>> '{person,bornOn}'
  from police.arrest_version v cross join jsonb_array_elements(v.content #> '{person,names}') n where v.arrest_id = names_of_case.arrest
$$;

-- Rows of an answer that are surely of somebody else: they show another name or birth date. A row that shows neither may be anybody's.
create or replace function court.rows_of_others(answer jsonb, arrest uuid) returns jsonb
language sql stable as $$
  select coalesce(jsonb_agg(r.value order by r.ordinality), '[]') from jsonb_array_elements(rows_of_others.answer) with ordinality r
  where r.value #>> '{identity,last}' is not null and not exists (select from court.names_of_case(rows_of_others.arrest) n
    where n.last_key = disclosure.fold(r.value #>> '{identity,last}')
      and coalesce(n.born_on = r.value #>> '{identity,bornOn}', true))
$$;

-- Searches from inside that found the record or asked by a number of it. Whom else they found stays on record.
create or replace function court.redact_searches(arrest uuid, gone text[], order_text text, account uuid) returns integer
language plpgsql volatile as $$
declare
  searched pg_catalog.record;
  original pg_catalog.jsonb;
  touched pg_catalog.uuid[] := '{}';
  last_names pg_catalog.text[] := array(select distinct n.last_name from court.names_of_case(redact_searches.arrest) n where n.last_name <> '');
  since pg_catalog.timestamptz := (select min(v.made_at) from police.arrest_version v where v.arrest_id = redact_searches.arrest);
begin
  -- No search before its first draft can have found it. What holds none of these texts anywhere is not looked at closely.
  for searched in
    select e.entry_id, e.kind, c.texts[4]::pg_catalog.jsonb as act from journal.entry e join journal.content c on c.entry_id = e.entry_id
    where e.kind in ('record.searched', 'record.redacted') and e.made_at >= since
      and exists (select from unnest(gone || last_names) n (said) where position(lower(n.said) in lower(c.texts[4])) > 0)
  loop
    original := case when searched.kind = 'record.searched' then searched.act else searched.act -> 'content' end;
    if jsonb_typeof(original) = 'object' and (exists (select from jsonb_array_elements_text(case jsonb_typeof(original -> 'found') when 'array' then original -> 'found' else '[]' end) f where f.value = any (gone))
      or exists (select from jsonb_each_text(case jsonb_typeof(original -> 'criteria') when 'object' then original -> 'criteria' else '{}' end) c
        where c.value = any (gone) or c.key = 'lastName' and lower(c.value) = any (last_names))) then
      touched := touched || searched.entry_id;
      if jsonb_array_length(court.without(original -> 'found', gone)) > 0 then
        perform court.record_redacted(searched.entry_id, 'act', court.without(original, gone) - 'criteria', null, redact_searches.account);
      end if;
    end if;
  end loop;
  return court.destroy_slots(touched, '{act}', redact_searches.order_text, redact_searches.arrest, redact_searches.account);
end
$$;

-- From here on nobody's question that has read a record is still under way, and none begins until this is committed. Whatever can be
-- looked through before is looked through before: acts that change what partners see wait too.
create or replace function court.stop_questions() returns void
language plpgsql volatile as $$
begin
  lock table disclosure.record in access exclusive mode;
end
$$;

-- Inquiries about the person, by a number of the case, or by the name and birth date of a person who has no other arrest, asked since an
-- instant.
create or replace function court.find_asked(arrest uuid, person uuid, gone text[], since timestamptz) returns uuid[]
language plpgsql stable as $$
declare
  last_keys pg_catalog.text[] := case when find_asked.person::pg_catalog.text = any (gone)
    then array(select distinct n.last_key from court.names_of_case(find_asked.arrest) n) else '{}' end;
begin
  return array(
    select a.inquiry_id from (select distinct s.agreement from inquiry.standing s) g cross join lateral (
      select x.* from inquiry.asked x where x.agreement = g.agreement and x.asked_at >= find_asked.since) a
    where a.persons @> array[find_asked.person] or a.cites_value = any (gone) or a.predicate ->> 'value' = any (gone) or a.predicate ->> 'incident' = any (gone)
      or (a.predicate ? 'last' and disclosure.fold(a.predicate ->> 'last') = any (last_keys) and exists (
        select from court.names_of_case(find_asked.arrest) n where n.last_key = disclosure.fold(a.predicate ->> 'last')
          and n.first_key = disclosure.fold(a.predicate ->> 'first') and n.born_on = a.predicate ->> 'bornOn')));
end
$$;

-- Inquiries of partners about the person or by a number of the case. What the agency did stays: who asked, when, by which filters, how
-- many rows. Whom it asked about goes, and the answers; whom else an answer held stays, as far as a row says whose it is.
create or replace function court.redact_inquiries(inquiries uuid[], arrest uuid, person uuid, gone text[], order_text text, account uuid) returns integer
language plpgsql volatile as $$
declare
  asked pg_catalog.record;
  alone boolean := redact_inquiries.person::pg_catalog.text = any (gone);
  whole pg_catalog.uuid[] := '{}';
  named pg_catalog.uuid[] := '{}';
  answered pg_catalog.uuid[] := '{}';
  others pg_catalog.uuid[];
  is_named boolean;
begin
  for asked in
    select a.inquiry_id, a.entry_id, a.persons, a.persons @> array[redact_inquiries.person] as has_person,
      coalesce(a.cites_value = any (gone), false) or exists (select from jsonb_each_text(a.predicate) p where p.value = any (gone))
        or (alone and a.predicate ? 'last' and not (a.persons @> array[redact_inquiries.person])) as by_number
    from inquiry.asked a where a.inquiry_id = any (redact_inquiries.inquiries)
  loop
    others := array(select p from unnest(asked.persons) p where not (alone and p = redact_inquiries.person));
    is_named := asked.by_number or (alone and cardinality(others) = 0);
    if asked.has_person then
      if cardinality(asked.persons) > 1 then
        perform court.record_redacted(asked.entry_id, 'person', to_jsonb(others), null, redact_inquiries.account);
        perform court.record_redacted(asked.entry_id, 'answer', court.rows_of_others(coalesce(court.content_of(asked.entry_id, 'answer'), '[]'), redact_inquiries.arrest), null, redact_inquiries.account);
      end if;
      if is_named then
        whole := whole || asked.entry_id;
      else
        answered := answered || asked.entry_id;
      end if;
    else
      named := named || asked.entry_id;
    end if;
    update inquiry.asked a set
        persons = others,
        predicate = case when is_named then '{}' else a.predicate end,
        behalf = case when is_named then null else a.behalf end,
        cites_value = case when is_named then null else a.cites_value end,
        request = case when is_named then a.request - array['nonce', 'base', 'signature', 'body', 'cites', 'behalf'] else a.request end
      where a.inquiry_id = asked.inquiry_id;
    delete from inquiry.held h where h.inquiry_id = asked.inquiry_id;
  end loop;
  if alone then
    delete from inquiry.person_seen s where s.person_id = redact_inquiries.person;
  end if;
  return court.destroy_slots(whole, '{behalf,case,person,predicate,answer,request}', order_text, redact_inquiries.arrest, redact_inquiries.account)
    + court.destroy_slots(answered, '{person,answer}', order_text, redact_inquiries.arrest, redact_inquiries.account)
    + court.destroy_slots(named, '{behalf,case,predicate,request}', order_text, redact_inquiries.arrest, redact_inquiries.account);
end
$$;

-- The first answers kept for retries that name something of the case.
create or replace function court.forget_answers(gone text[]) returns integer
language plpgsql volatile as $$
declare
  rows integer;
begin
  delete from common.idempotency i where exists (select from unnest(forget_answers.gone) g (said)
    where g.said ~ '^[a-z]{3}_[0-9a-f]{32}$' and position(g.said in i.answer::pg_catalog.text) > 0);
  get diagnostics rows = row_count;
  return rows;
end
$$;

-- Entries about an arrest that hold something of it. Those of the orders themselves say which id was meant, and stay.
create or replace function court.entries_of_case(arrest uuid) returns uuid[]
language sql stable as $$
  select coalesce(array_agg(x.entry_id), '{}') from journal.arrest_entry x join journal.entry e on e.entry_id = x.entry_id
  where x.arrest_id = entries_of_case.arrest
    and e.kind not in ('record-order.entered', 'record-order.checked', 'record.expunged', 'record.limited', 'record.sealed')
$$;

-- Deletes the rows of a case, leaves first. Answers how many.
create or replace function court.delete_case(arrest uuid, person uuid) returns integer
language plpgsql volatile as $$
declare
  dockets pg_catalog.uuid[] := array(select d.docket_id from court.docket d where d.arrest_id = delete_case.arrest);
  complaints pg_catalog.uuid[] := array(select c.complaint_id from prosecutor.complaint c where c.arrest_id = delete_case.arrest);
  departures pg_catalog.uuid[] := array(select d.departure_id from police.departure d where d.arrest_id = delete_case.arrest);
  holds pg_catalog.uuid[] := array(select h.hold_id from police.hold h where h.arrest_id = delete_case.arrest);
  step pg_catalog.record;
  gone integer;
  rows integer := 0;
begin
  for step in
    select s.table_name, s.rule from (values
      (1, 'narrative.bail_condition', 'docket_id = any ($2)'), (2, 'court.bail_order', 'docket_id = any ($2)'),
      (3, 'court.bail_guideline', 'docket_id = any ($2)'), (4, 'prosecutor.bail_request', 'docket_id = any ($2)'),
      (5, 'defense.bail_request', 'docket_id = any ($2)'), (6, 'court.arraignment', 'docket_id = any ($2)'),
      (7, 'court.not_produced', 'listing_id in (select l.listing_id from court.listing l where l.docket_id = any ($2))'),
      (8, 'court.listing', 'docket_id = any ($2)'), (9, 'court.docket', 'docket_id = any ($2)'),
      (10, 'narrative.complaint_facts', 'complaint_id = any ($3)'), (11, 'prosecutor.complaint_charge', 'complaint_id = any ($3)'),
      (12, 'prosecutor.complaint', 'complaint_id = any ($3)'), (13, 'prosecutor.charge', 'arrest_id = $1'),
      (14, 'prosecutor.declined_charge', 'arrest_id = $1'), (15, 'prosecutor.charging_decision', 'arrest_id = $1'),
      (16, 'prosecutor.sent_back', 'arrest_id = $1'), (17, 'prosecutor.charging_taken', 'arrest_id = $1'),
      (18, 'police.departure_acknowledgment', 'departure_id = any ($4)'), (19, 'police.departure_withdrawal', 'departure_id = any ($4)'),
      (20, 'police.departure_confirmation', 'departure_id = any ($4)'), (21, 'police.departure', 'departure_id = any ($4)'),
      (22, 'police.hold_lift', 'hold_id = any ($5)'), (23, 'police.hold', 'hold_id = any ($5)'), (24, 'police.held', 'arrest_id = $1'),
      (25, 'victim.party', 'arrest_id = $1'), (26, 'narrative.arrest_narrative', 'arrest_id = $1'), (27, 'secret.ssn', 'arrest_id = $1'),
      (28, 'police.charge', 'arrest_id = $1'), (29, 'police.arrest_incident', 'arrest_id = $1'), (30, 'police.arrest_version', 'arrest_id = $1'),
      (31, 'disclosure.change', 'arrest_id = $1'), (32, 'disclosure.record', 'arrest_id = $1'), (33, 'police.arrest', 'arrest_id = $1'),
      (34, 'police.person', 'person_id = $6 and not exists (select from police.arrest a where a.person_id = $6)'),
      (35, 'court.litigation_hold_end', 'hold_id in (select h.hold_id from court.litigation_hold h where h.arrest_id = $1)'),
      (36, 'court.litigation_hold', 'arrest_id = $1'), (37, 'court.limited_record', 'arrest_id = $1'), (38, 'court.sealed_record', 'arrest_id = $1'),
      (39, 'disclosure.identifier', 'arrest_id = $1')) s (n, table_name, rule) order by s.n
  loop
    execute format('delete from %s where %s', step.table_name, step.rule) using delete_case.arrest, dockets, complaints, departures, holds, delete_case.person;
    get diagnostics gone = row_count;
    rows := rows + gone;
  end loop;
  return rows;
end
$$;

-- The tables in whose files something of a case may still lie after its rows are gone.
create or replace function court.ask_vacuum() returns void
language sql volatile as $$
  insert into court.to_vacuum (table_name, asked_at)
    select c.oid::pg_catalog.regclass::pg_catalog.text, clock_timestamp() from pg_catalog.pg_class c
    where c.relkind = 'r' and (c.relnamespace in ('police'::pg_catalog.regnamespace, 'prosecutor'::pg_catalog.regnamespace, 'court'::pg_catalog.regnamespace,
        'defense'::pg_catalog.regnamespace, 'narrative'::pg_catalog.regnamespace, 'victim'::pg_catalog.regnamespace, 'secret'::pg_catalog.regnamespace,
        'disclosure'::pg_catalog.regnamespace)
      or c.oid in ('journal.content'::pg_catalog.regclass, 'journal.arrest_entry'::pg_catalog.regclass, 'inquiry.asked'::pg_catalog.regclass, 'inquiry.held'::pg_catalog.regclass,
        'inquiry.person_seen'::pg_catalog.regclass, 'partner.case_registration'::pg_catalog.regclass, 'common.idempotency'::pg_catalog.regclass))
    on conflict on constraint to_vacuum_pk do update set asked_at = excluded.asked_at
$$;

-- A case is destroyed: content and salts of what the journal holds of it, its rows, what partners asked about it, answers kept. A
-- tombstone stays. papers: how often a paper of the case was taken.
create or replace function court.erase_case(
  arrest uuid, order_text text, account uuid, out entry_id uuid, out slots integer, out rows integer, out papers integer)
language plpgsql volatile as $$
declare
  found_arrest police.arrest;
  gone pg_catalog.text[] := court.texts_of_case(erase_case.arrest);
  entries pg_catalog.uuid[] := court.entries_of_case(erase_case.arrest);
  registered pg_catalog.uuid[];
  asked pg_catalog.uuid[];
  begun pg_catalog.timestamptz := pars.instant();
begin
  select a.* into found_arrest from police.arrest a where a.arrest_id = erase_case.arrest;
  select count(*) into papers from journal.entry e where e.entry_id = any (entries) and e.kind = 'paper.printed';
  insert into court.erasing (xid) values (pg_current_xact_id());
  entry_id := court.write_record('record.expunged', erase_case.arrest, erase_case.account, jsonb_build_object(
    'entries', to_jsonb(court.numbers_of(entries)), 'slots', '["subject","act"]'::pg_catalog.jsonb, 'order', erase_case.order_text));
  select count(*) into slots from journal.content c cross join unnest(c.names, c.texts) s (name, content)
    where c.entry_id = any (entries) and s.name in ('subject', 'act') and s.content is not null;
  perform court.wipe_slots(entries, '{subject,act}');
  slots := slots + court.redact_searches(erase_case.arrest, gone, erase_case.order_text, erase_case.account);
  asked := court.find_asked(erase_case.arrest, found_arrest.person_id, gone, '-infinity');
  perform court.stop_questions();
  -- What was asked while all of the past was looked through; a question takes five seconds at most.
  asked := asked || court.find_asked(erase_case.arrest, found_arrest.person_id, gone, begun - interval '1 minute');
  slots := slots + court.redact_inquiries(asked, erase_case.arrest, found_arrest.person_id, gone, erase_case.order_text, erase_case.account);
  select coalesce(array_agg(r.entry_id), '{}') into registered from partner.case_registration r where r.value = any (gone);
  slots := slots + court.destroy_slots(registered, '{act}', erase_case.order_text, erase_case.arrest, erase_case.account);
  delete from partner.case_registration r where r.entry_id = any (registered);
  rows := cardinality(registered) + court.forget_answers(gone) + court.delete_case(erase_case.arrest, found_arrest.person_id);
  delete from journal.arrest_entry x where x.entry_id = any (entries);
  insert into court.tombstone (arrest_id, intake_mac, made_at, entry_id)
    values (erase_case.arrest, court.mac('intake', convert_to(found_arrest.intake_number, 'UTF8')), pars.instant(), erase_case.entry_id);
  delete from court.erasing x where x.xid = pg_current_xact_id();
  perform court.ask_vacuum();
end
$$;

-- Single charges are destroyed, and the rest of the case goes on: what named them is recorded again without them. Free text stays as
-- it was written: a person reads it.
create or replace function court.erase_charges(
  arrest uuid, charges uuid[], order_text text, account uuid, out entry_id uuid, out slots integer, out rows integer, out papers integer)
language plpgsql volatile as $$
declare
  found_arrest police.arrest;
  ours pg_catalog.uuid[] := array(select c.charge_id from prosecutor.charge c where c.arrest_id = erase_charges.arrest
    and (c.charge_id = any (erase_charges.charges) or c.police_charge_id = any (erase_charges.charges)));
  polices pg_catalog.uuid[] := array(select distinct c.police_charge_id from police.charge c left join prosecutor.charge p on p.police_charge_id = c.police_charge_id
    where c.arrest_id = erase_charges.arrest and (c.police_charge_id = any (erase_charges.charges) or p.charge_id = any (erase_charges.charges)));
  gone pg_catalog.text[];
  entries pg_catalog.uuid[];
  each_entry pg_catalog.uuid;
  answered pg_catalog.uuid[];
  deleted integer;
begin
  select a.* into found_arrest from police.arrest a where a.arrest_id = erase_charges.arrest;
  gone := array(select court.id_text('chg', c) from unnest(ours) c) || array(select court.id_text('pch', c) from unnest(polices) c)
    -- Incident numbers that no other charge of the arrest has.
    || array(select distinct c.dc_number from police.charge c where c.police_charge_id = any (polices)
      and not exists (select from police.charge o where o.arrest_id = c.arrest_id and o.dc_number = c.dc_number and o.police_charge_id <> all (polices))
      and not exists (select from prosecutor.charge o where o.arrest_id = c.arrest_id and o.dc_number = c.dc_number and o.charge_id <> all (ours)));
  select coalesce(array_agg(e), '{}') into entries from unnest(court.entries_of_case(erase_charges.arrest)) e
    where exists (select from unnest(gone) g (said) where position(g.said in court.content_of(e, 'act')::pg_catalog.text) > 0);
  papers := 0;
  perform court.stop_questions();
  insert into court.erasing (xid) values (pg_current_xact_id());
  foreach each_entry in array entries loop
    perform court.record_redacted(each_entry, 'act', court.without(court.content_of(each_entry, 'act'), gone), erase_charges.arrest, erase_charges.account);
  end loop;
  -- Answers that showed the charges of this person, recorded again without any: a row does not say which charge is which.
  select coalesce(array_agg(a.entry_id), '{}') into answered from inquiry.asked a
    where a.persons @> array[found_arrest.person_id] and a.classes && '{charges,arrest}' and court.content_of(a.entry_id, 'answer') is not null;
  foreach each_entry in array answered loop
    perform court.record_redacted(each_entry, 'answer', (select jsonb_agg(court.without(r.value - 'charges', gone) order by r.ordinality)
      from jsonb_array_elements(court.content_of(each_entry, 'answer')) with ordinality r), null, erase_charges.account);
  end loop;
  delete from inquiry.held h where h.inquiry_id in (select a.inquiry_id from inquiry.asked a where a.entry_id = any (answered));
  slots := court.destroy_slots(entries, '{act}', erase_charges.order_text, erase_charges.arrest, erase_charges.account)
    + court.destroy_slots(answered, '{answer}', erase_charges.order_text, erase_charges.arrest, erase_charges.account);
  entry_id := court.write_record('record.expunged', erase_charges.arrest, erase_charges.account,
    jsonb_build_object('entries', '[]'::pg_catalog.jsonb, 'slots', '[]'::pg_catalog.jsonb, 'order', erase_charges.order_text));
  delete from prosecutor.complaint_charge c where c.charge_id = any (ours);
  delete from prosecutor.charge c where c.charge_id = any (ours);
  get diagnostics deleted = row_count;
  rows := deleted;
  delete from prosecutor.declined_charge c where c.arrest_id = erase_charges.arrest and c.police_charge_id = any (polices);
  get diagnostics deleted = row_count;
  rows := rows + deleted;
  delete from police.charge c where c.arrest_id = erase_charges.arrest and c.police_charge_id = any (polices);
  get diagnostics deleted = row_count;
  rows := rows + deleted + court.forget_answers(gone);
  delete from police.arrest_incident i where i.arrest_id = erase_charges.arrest and i.dc_number = any (gone);
  update police.arrest_version v set content = court.without(v.content, gone) where v.arrest_id = erase_charges.arrest;
  perform disclosure.refresh(erase_charges.arrest, erase_charges.entry_id);
  delete from court.erasing x where x.xid = pg_current_xact_id();
  perform court.ask_vacuum();
end
$$;

-- Whether every unit of this door's agreement is a criminal justice agency: a limited record is for these alone. Who is one was
-- decided when the unit was registered. The doors of PARS itself are.
create or replace function inquiry.sees_limited() returns boolean
language plpgsql stable security definer as $$
begin
  return exists (select from journal.door d where d.door = session_user)
    or exists (select from inquiry.standing s where s.door = session_user and cardinality(s.units) > 0
      and not exists (select from unnest(s.units) u (code)
        where not exists (select from partner.unit x where x.code = u.code and x.criminal_justice)));
end
$$;
-- What reads for an agreement may ask it from the moment at which the agreement stands, whatever was voted on.
create or replace function inquiry.let_ask_limits() returns trigger
language plpgsql security definer as $$
begin
  if exists (select from pg_catalog.pg_roles r where r.rolname = new.definer) then
    execute format('grant execute on function inquiry.sees_limited() to %I', new.definer);
  end if;
  return null;
end
$$;
create or replace trigger let_ask_limits after insert on inquiry.standing for each row execute function inquiry.let_ask_limits();
drop policy if exists lawful on disclosure.record;
create policy lawful on disclosure.record as restrictive for select to public using (not limited or (select inquiry.sees_limited()));
do $$
declare
  reader name;
begin
  for reader in select s.definer from inquiry.standing s join pg_catalog.pg_roles r on r.rolname = s.definer loop
    execute format('grant execute on function inquiry.sees_limited() to %I', reader);
  end loop;
end
$$;

-- Tells every partner that was given the person's record, each by a letter of its agreement, which it answers. It names the inquiries
-- by their numbers in the partner's own history, and nobody.
create or replace function court.tell_recipients(cause text, cause_entry uuid, person uuid, limited_only boolean, days integer) returns integer
language plpgsql volatile as $$
declare
  given pg_catalog.record;
  newest integer;
  notice pg_catalog.uuid;
  entry pg_catalog.uuid;
  told integer := 0;
  now_at pg_catalog.timestamptz := pars.instant();
  due pg_catalog.timestamptz := now_at + make_interval(days => tell_recipients.days);
  seat pg_catalog.text := (select d.party from journal.door d where d.door = session_user);
  subject pg_catalog.text := case tell_recipients.cause when 'expunge' then 'Record erased by order: destroy what you were given'
    when 'limit' then 'Record limited by order: destroy what you were given' when 'seal' then 'Record sealed by order: destroy what you were given'
    else 'Record corrected: replace what you were given' end;
  body pg_catalog.text;
begin
  for given in
    select g.agreement_id, g.code, array_remove(array_agg(p.number order by p.number), null) as numbers,
      string_agg(coalesce('entry ' || p.number, 'asked at ' || to_char(a.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')), ', ' order by a.asked_at) as inquiries
    from inquiry.asked a join agreement.agreement g on g.code = a.agreement left join journal.place p on p.entry_id = a.entry_id
      join inquiry.standing s on s.door = a.door
    where a.persons @> array[tell_recipients.person] and a.row_count > 0
      and (not tell_recipients.limited_only or exists (select from unnest(s.units) u (code)
        where not exists (select from partner.unit x where x.code = u.code and x.criminal_justice)))
    group by g.agreement_id, g.code
  loop
    body := format('You were given this record in these inquiries of your history: %s. %s Confirm by a reply to this letter until %s, and name to whom you passed it on.',
      given.inquiries, case tell_recipients.cause when 'correct' then 'It was corrected: ask again, and replace what you hold.' else 'Destroy every copy that you hold.' end,
      (due at time zone 'America/New_York')::pg_catalog.date);
    select coalesce(max(v.version), 1) into newest from agreement.version v where v.agreement_id = given.agreement_id;
    notice := gen_random_uuid();
    entry := agreement.write_slots('notice.served', jsonb_build_object('agreement', given.code, 'agreementVersion', newest, 'notice', 'request',
      'servedBy', case when seat in ('police', 'prosecutor') then seat else 'court' end), array['"PARS"', to_jsonb(given.code), jsonb_build_object('body', body, 'made', notice,
        'recalls', tell_recipients.cause, 'released', false, 'repliesTo', null, 'replyDueAt', agreement.instant_text(due), 'subject', subject)]);
    insert into agreement.notice (notice_id, agreement_id, kind, served_by, officer, recipient, subject, body, released, reply_due_at, served_at, entry_id)
      values (notice, given.agreement_id, 'request', case when seat in ('police', 'prosecutor') then seat else 'court' end, 'PARS', given.code, subject, body, false, due, journal.time_of(entry), entry);
    insert into court.recipient (notice_id, cause, cause_entry_id, inquiries, due_at, entry_id)
      values (notice, tell_recipients.cause, tell_recipients.cause_entry, given.numbers, due, entry);
    told := told + 1;
  end loop;
  return told;
end
$$;

-- Fifteen days to correct and to tell (18 Pa.C.S. 9114); sixty for copies that an order recalls (as 9152 has for what a challenge does).
create or replace function court.tell_correction() returns trigger
language plpgsql volatile security definer as $$
declare
  person pg_catalog.uuid;
begin
  select a.person_id into person from police.arrest a where a.arrest_id = new.arrest_id;
  perform court.tell_recipients('correct', new.entry_id, person, false, 15);
  return null;
end
$$;
create or replace trigger tell_correction after insert on police.arrest_version for each row
  when (new.kind = 'corrected') execute function court.tell_correction();

create or replace function court.limit_record(arrest uuid, order_text text, account uuid) returns uuid
language plpgsql volatile as $$
declare
  entry pg_catalog.uuid := court.write_record('record.limited', limit_record.arrest, limit_record.account, jsonb_build_object('order', limit_record.order_text));
begin
  perform court.stop_questions();
  insert into court.limited_record (arrest_id, made_at, entry_id) values (limit_record.arrest, pars.instant(), entry) on conflict on constraint limited_record_pk do nothing;
  perform disclosure.refresh(limit_record.arrest, entry);
  delete from inquiry.held h using inquiry.asked a, inquiry.standing s, police.arrest r
    where a.inquiry_id = h.inquiry_id and s.door = h.door and r.arrest_id = limit_record.arrest and a.persons @> array[r.person_id]
      and exists (select from unnest(s.units) u (code) where not exists (select from partner.unit x where x.code = u.code and x.criminal_justice));
  return entry;
end
$$;
create or replace function court.seal_record(arrest uuid, readers text[], order_text text, account uuid) returns uuid
language plpgsql volatile as $$
declare
  entry pg_catalog.uuid := court.write_record('record.sealed', seal_record.arrest, seal_record.account, jsonb_build_object('order', seal_record.order_text));
begin
  perform court.stop_questions();
  insert into court.sealed_record (arrest_id, readers, made_at, entry_id) values (seal_record.arrest, seal_record.readers, pars.instant(), entry)
    on conflict on constraint sealed_record_pk do nothing;
  perform disclosure.refresh(seal_record.arrest, entry);
  delete from inquiry.held h using inquiry.asked a, police.arrest r
    where a.inquiry_id = h.inquiry_id and r.arrest_id = seal_record.arrest and a.persons @> array[r.person_id];
  return entry;
end
$$;

create or replace function court.is_held(arrest uuid) returns boolean
language sql stable
return exists (select from court.litigation_hold h where h.arrest_id = is_held.arrest
  and not exists (select from court.litigation_hold_end e where e.hold_id = h.hold_id));

-- One order at a time and one act about the arrest at a time, as every act about it: see lock-case.
create or replace function court.lock_case(arrest uuid) returns void
language sql volatile as $$
  select pg_advisory_xact_lock(hashtextextended(lock_case.arrest::pg_catalog.text, 51))
$$;

-- Carries out an order that two people of the court stand for.
create or replace function court.carry_out(
  order_id uuid, account uuid, out entry_id uuid, out slots integer, out rows integer, out papers integer, out told integer)
language plpgsql volatile security definer as $$
declare
  o court.record_order;
  person pg_catalog.uuid;
  order_text pg_catalog.text := court.id_text('ord', carry_out.order_id);
begin
  select x.* into o from court.record_order x where x.order_id = carry_out.order_id for update;
  if not found then
    raise exception 'no such order' using errcode = 'PA086';
  end if;
  if not exists (select from staff.account a where a.account_id = carry_out.account and a.party = 'court' and a.ended_at is null) then
    raise exception 'an order is carried out by the court' using errcode = 'PA085';
  end if;
  if not exists (select from court.record_order_check c where c.order_id = o.order_id and c.decision = 'verified' and c.made_by <> o.made_by) then
    raise exception 'a second person of the court has not verified the order' using errcode = 'PA081';
  end if;
  if exists (select from court.record_order_done d where d.order_id = o.order_id) then
    raise exception 'the order was carried out before' using errcode = 'PA083';
  end if;
  perform court.lock_case(o.arrest_id);
  set local lock_timeout = '10s';
  if o.act = 'expunge' and court.is_held(o.arrest_id) then
    raise exception 'the record is held for litigation' using errcode = 'PA082';
  end if;
  select a.person_id into person from police.arrest a where a.arrest_id = o.arrest_id;
  if not found then
    raise exception 'there is no such record any more' using errcode = 'PA086';
  end if;
  slots := 0;
  rows := 0;
  papers := 0;
  -- Who was given it is told before it is gone.
  told := court.tell_recipients(o.act, o.entry_id, person, o.act = 'limit', 60);
  if o.act = 'expunge' then
    if o.charges is null then
      select e.entry_id, e.slots, e.rows, e.papers into carry_out.entry_id, carry_out.slots, carry_out.rows, carry_out.papers
        from court.erase_case(o.arrest_id, order_text, carry_out.account) e;
    else
      select e.entry_id, e.slots, e.rows, e.papers into carry_out.entry_id, carry_out.slots, carry_out.rows, carry_out.papers
        from court.erase_charges(o.arrest_id, o.charges, order_text, carry_out.account) e;
    end if;
  elsif o.act = 'limit' then
    entry_id := court.limit_record(o.arrest_id, order_text, carry_out.account);
  else
    entry_id := court.seal_record(o.arrest_id, o.readers, order_text, carry_out.account);
  end if;
  insert into court.record_order_done (order_id, slots, rows, papers, made_by, made_at, entry_id)
    values (o.order_id, carry_out.slots, carry_out.rows, carry_out.papers, carry_out.account, pars.instant(), carry_out.entry_id);
end
$$;

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
    select jsonb_build_object('end', 'limit', 'proof', encode(court.mac('limit', uuid_send(l.arrest_id)), 'hex'), 'charges', null, 'readers', '[]'::pg_catalog.jsonb)
    from court.limited_record l
    union all
    select jsonb_build_object('end', 'seal', 'proof', encode(court.mac('seal', uuid_send(x.arrest_id)), 'hex'), 'charges', null, 'readers', to_jsonb(x.readers))
    from court.sealed_record x
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
-- out or an agreement ended. False where there is nothing to end.
create or replace function court.end_again(line jsonb) returns boolean
language plpgsql volatile security definer as $$
declare
  arrest pg_catalog.uuid;
  charges pg_catalog.uuid[];
begin
  if line ->> 'end' = 'agreement' then
    return court.end_agreement_again(line);
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

-- Whether a report of this number was erased: then no retry of it makes it anew.
create or replace function court.was_erased(intake_number text) returns boolean
language plpgsql stable security definer as $$
begin
  return exists (select from court.tombstone t where t.intake_mac = court.mac('intake', convert_to(was_erased.intake_number, 'UTF8')));
end
$$;

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
grant execute on function court.sealed_here() to pars_police, pars_prosecutor, pars_court, pars_defense, pars_board;
grant execute on function court.read_endings(), court.end_again(jsonb), court.sweep() to pars_keeper;
