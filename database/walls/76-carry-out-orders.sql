-- Limits and seals, who is told, and the function that carries out an order.

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

-- Tells whoever was told last to withhold a record that is open to it again: as its agreement allows, and where no other order is on it.
create or replace function court.tell_open_again(cause text, cause_entry uuid, arrest uuid) returns integer
language plpgsql volatile as $$
declare
  given pg_catalog.record;
  newest integer;
  notice pg_catalog.uuid;
  entry pg_catalog.uuid;
  told integer := 0;
  subject constant pg_catalog.text := 'Record open again: the order that withheld it is lifted';
  body pg_catalog.text;
begin
  if exists (select from court.sealed_record s where s.arrest_id = tell_open_again.arrest) then
    return 0;
  end if;
  for given in
    select t.agreement_id, t.code, array(select distinct i from unnest(t.inquiries) i order by i) as numbers from (
      select distinct on (g.agreement_id) g.agreement_id, g.code, r.cause, r.inquiries
      from court.recipient r join court.record_order o on o.entry_id = r.cause_entry_id join agreement.notice n on n.notice_id = r.notice_id
        join agreement.agreement g on g.agreement_id = n.agreement_id
      where o.arrest_id = tell_open_again.arrest order by g.agreement_id, n.served_at desc, r.notice_id) t
    where t.cause in ('limit', 'seal') and not (exists (select from court.limited_record l where l.arrest_id = tell_open_again.arrest)
      and exists (select from inquiry.standing s cross join unnest(s.units) u (code) where s.agreement = t.code
        and not exists (select from partner.unit x where x.code = u.code and x.criminal_justice)))
  loop
    body := format('You were told to destroy the record that you were given in these inquiries of your history: %s. The order that said so is lifted. You may ask for the record again, as your agreement allows. No reply is needed.',
      coalesce((select string_agg('entry ' || i, ', ') from unnest(given.numbers) i), 'see the earlier letter'));
    select coalesce(max(v.version), 1) into newest from agreement.version v where v.agreement_id = given.agreement_id;
    notice := gen_random_uuid();
    entry := agreement.write_slots('notice.served', jsonb_build_object('agreement', given.code, 'agreementVersion', newest, 'notice', 'letter', 'servedBy', 'court'),
      array['"PARS"', to_jsonb(given.code), jsonb_build_object('body', body, 'made', notice, 'recalls', tell_open_again.cause, 'released', false, 'repliesTo', null,
        'replyDueAt', null, 'subject', subject)]);
    insert into agreement.notice (notice_id, agreement_id, kind, served_by, officer, recipient, subject, body, released, reply_due_at, served_at, entry_id)
      values (notice, given.agreement_id, 'letter', 'court', 'PARS', given.code, subject, body, false, null, journal.time_of(entry), entry);
    insert into court.recipient (notice_id, cause, cause_entry_id, inquiries, due_at, entry_id)
      values (notice, tell_open_again.cause, tell_open_again.cause_entry, given.numbers, null, entry);
    told := told + 1;
  end loop;
  return told;
end
$$;

-- Takes back a limit or a seal. Its entry is of the same kind as the one by which it came, and says that it was lifted.
create or replace function court.lift_record(arrest uuid, act text, order_text text, account uuid) returns uuid
language plpgsql volatile as $$
declare
  entry pg_catalog.uuid := court.write_record(case lift_record.act when 'unseal' then 'record.sealed' else 'record.limited' end, lift_record.arrest, lift_record.account,
    jsonb_build_object('effect', 'lifted', 'order', lift_record.order_text));
begin
  perform court.stop_questions();
  if lift_record.act = 'unseal' then
    delete from court.sealed_record s where s.arrest_id = lift_record.arrest;
  else
    delete from court.limited_record l where l.arrest_id = lift_record.arrest;
  end if;
  if not found then
    raise exception 'there is nothing to lift' using errcode = 'PA089';
  end if;
  perform disclosure.refresh(lift_record.arrest, entry);
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
  if o.act in ('lift-limit', 'unseal') then
    entry_id := court.lift_record(o.arrest_id, o.act, order_text, carry_out.account);
    told := court.tell_open_again(o.act, o.entry_id, o.arrest_id);
  else
    -- Who was given it is told before it is gone.
    told := court.tell_recipients(o.act, o.entry_id, person, o.act = 'limit', 60);
  end if;
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
  elsif o.act = 'seal' then
    entry_id := court.seal_record(o.arrest_id, o.readers, order_text, carry_out.account);
  end if;
  insert into court.record_order_done (order_id, slots, rows, papers, made_by, made_at, entry_id)
    values (o.order_id, carry_out.slots, carry_out.rows, carry_out.papers, carry_out.account, pars.instant(), carry_out.entry_id);
end
$$;
