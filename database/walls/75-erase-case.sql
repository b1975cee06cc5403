-- What is destroyed of a case, or of single charges of it.

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
