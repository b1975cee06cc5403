-- The gate of every inquiry. Codes: PA040 isolation, PA041 no standing, PA042 no inquiry is open, PA043 token shape.

-- 256 random bits without an extension: each uuid has 122.
create or replace function inquiry.random_bytes() returns bytea
language sql volatile
return sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- Proves that this very transaction, of this very login role, opened an inquiry. A setting anyone can write; its MAC nobody can.
create or replace function inquiry.proof_of(inquiry_id uuid) returns text
language plpgsql stable security definer as $$
declare
  known pg_catalog.bytea;
begin
  select s.secret into known from inquiry.secret s;
  return encode(sha256(known || convert_to(session_user || '/' || proof_of.inquiry_id || '/' || pg_current_xact_id(), 'UTF8')), 'hex');
end
$$;

-- Asked once per statement by the restrictive policy of each agreement.
create or replace function inquiry.is_asking() returns boolean
language plpgsql stable security definer as $$
declare
  shown pg_catalog.text := current_setting('pars.asking', true);
begin
  return coalesce(shown ~ '^[0-9a-f-]{36} [0-9a-f]{64}$' and right(shown, 64) = inquiry.proof_of(left(shown, 36)::pg_catalog.uuid), false);
end
$$;

-- Takes one of a day's allowance, or answers false. Shards are tried that nobody holds; only when all that are left are held does it wait.
create or replace function inquiry.take_quota(subject text, day date, quota integer) returns boolean
language plpgsql volatile as $$
declare
  shards constant integer := 16;
begin
  update inquiry.quota q set used = q.used + 1
    where (q.door, q.subject, q.day, q.shard) = (
      select r.door, r.subject, r.day, r.shard from inquiry.quota r
      where r.door = session_user and r.subject = take_quota.subject and r.day = take_quota.day and r.used < r.allowance
      limit 1 for update skip locked);
  if found then
    return true;
  end if;
  insert into inquiry.quota (door, subject, day, shard, used, allowance)
    select session_user, take_quota.subject, take_quota.day, n, 0, quota / shards + case when n < quota % shards then 1 else 0 end
    from generate_series(0, shards - 1) n
    on conflict on constraint quota_pk do nothing;
  -- The loop ends: each turn either takes one, or finds a shard full that was not.
  loop
    update inquiry.quota q set used = q.used + 1
      where (q.door, q.subject, q.day, q.shard) = (
        select r.door, r.subject, r.day, r.shard from inquiry.quota r
        where r.door = session_user and r.subject = take_quota.subject and r.day = take_quota.day and r.used < r.allowance
        order by r.shard limit 1 for update)
      and q.used < q.allowance;
    if found then
      return true;
    end if;
    if not exists (select from inquiry.quota r where r.door = session_user and r.subject = take_quota.subject and r.day = take_quota.day and r.used < r.allowance) then
      return false;
    end if;
  end loop;
end
$$;

create or replace function inquiry.is_stopped(subject_kind text, subject_id text) returns boolean
language sql stable
return coalesce((select s.stopped from partner.switch s where s.subject_kind = is_stopped.subject_kind and s.subject_id = is_stopped.subject_id
  order by s.made_at desc limit 1), false);

-- Why an agreement answers no more at an instant, or for a time; null while it answers. The end is for good, a stop may be lifted.
create or replace function inquiry.why_halted(s inquiry.standing, at timestamptz) returns text
language sql immutable
return case when at >= s.ended_at then s.ended_why
  when at >= s.stopped_at and (s.resumes_at is null or at < s.resumes_at) then s.stopped_why end;

-- What the one switch says of who asks; null while nothing is stopped.
create or replace function inquiry.why_barred(unit_code text, officer text, key_id text) returns text
language sql stable
return case when inquiry.is_stopped('unit', unit_code) or inquiry.is_stopped('key', key_id) then 'unit-stopped'
  when inquiry.is_stopped('officer', officer) then 'officer-stopped' end;

-- Whether two of three cosigners have confirmed the entry that put this version in force, for these terms and until this end. Only once
-- each seat has appointed a cosigner, else one seat alone could stop every agreement by staying away. A stop and an end need no confirmation.
create or replace function inquiry.is_activation_confirmed(s inquiry.standing) returns boolean
language plpgsql stable as $$
declare
  c pg_catalog.record;
begin
  select k.size, k.seats into c from journal.confirmed() k;
  if c.seats < 3 then
    return true;
  end if;
  return exists (
    select from agreement.agreement a join agreement.activation t on t.agreement_id = a.agreement_id and t.version = s.agreement_version
      join journal.entry e on e.entry_id = t.entry_id join journal.place p on p.entry_id = t.entry_id
    where a.code = s.agreement and p.number <= c.size and e.kind = 'agreement.activated' and e.clear ->> 'agreement' = s.agreement
      and (e.clear ->> 'agreementVersion')::pg_catalog.int4 = s.agreement_version and e.clear ->> 'termsHash' = encode(t.terms_hash, 'hex')
      and s.starts_at >= (e.clear ->> 'startsAt')::pg_catalog.timestamptz and s.ends_at <= (e.clear ->> 'endsAt')::pg_catalog.timestamptz);
end
$$;

-- The first term that refuses a question, or null. Nothing here depends on anybody's record.
create or replace function inquiry.find_refusal(s inquiry.standing, asked_at timestamptz, request jsonb) returns text
language plpgsql stable as $$
declare
  rule pg_catalog.jsonb := s.purposes -> (request ->> 'purpose');
  cites_kind pg_catalog.text := request #>> '{cites,kind}';
begin
  if asked_at < s.starts_at then
    return 'agreement-not-begun';
  elsif asked_at >= s.ends_at then
    return 'agreement-ended';
  elsif inquiry.why_halted(s, asked_at) is not null then
    return 'agreement-' || inquiry.why_halted(s, asked_at);
  elsif not inquiry.is_activation_confirmed(s) then
    return 'agreement-unconfirmed';
  elsif not coalesce((request ->> 'unit') = any (s.units), false) then
    return 'unit-not-named';
  elsif inquiry.is_stopped('unit', request ->> 'unit') or inquiry.is_stopped('key', request ->> 'key') then
    return 'unit-stopped';
  elsif not coalesce(request ->> 'officer' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', false) then
    return 'officer-not-named';
  elsif inquiry.is_stopped('officer', request ->> 'officer') then
    return 'officer-stopped';
  elsif not exists (
    select from partner.officer o join partner.unit u on u.unit_id = o.unit_id
    where o.officer_id = (request ->> 'officer')::pg_catalog.uuid and u.code = request ->> 'unit' and o.certified_until > asked_at) then
    return 'officer-not-certified';
  elsif rule is null then
    return 'purpose-not-granted';
  elsif rule ->> 'cites' <> 'none' and (cites_kind is distinct from rule ->> 'cites' or coalesce(request #>> '{cites,value}', '') = '') then
    return 'case-not-cited';
  elsif s.outage_stops and inquiry.is_unconfirmed(s.outage_minutes) then
    return 'log-unconfirmed';
  end if;
  return null;
end
$$;

-- Whether the unit registered the cited case beforehand, under its signature.
create or replace function inquiry.is_registered(request jsonb, asked_at timestamptz) returns boolean
language sql stable
return exists (
  select from partner.case_registration c join partner.unit u on u.unit_id = c.unit_id
  where u.code = request ->> 'unit' and c.kind = request #>> '{cites,kind}' and c.value = request #>> '{cites,value}'
    and c.purpose = request ->> 'purpose' and c.registered_at < asked_at and asked_at < c.ends_at);

-- Opens an inquiry for a question of this door's agreement. term: why it is refused, or null. must_find: the cited case must be found
-- with the record. Called by the question functions only, which are the compiled SQL's.
create or replace function inquiry.open(
  request jsonb, out inquiry_id uuid, out term text, out must_find boolean, out row_cap integer)
language plpgsql volatile security definer as $$
declare
  s inquiry.standing;
  asked_at pg_catalog.timestamptz := pars.instant();
  today pg_catalog.date := (asked_at at time zone 'America/New_York')::pg_catalog.date;
  suffices pg_catalog.text;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'an inquiry is asked at the isolation level read committed' using errcode = 'PA040';
  end if;
  select st.* into s from inquiry.standing st where st.door = session_user;
  if not found then
    raise exception 'this role has no agreement' using errcode = 'PA041';
  end if;
  -- A raw caller's text becomes content of an entry; it must not become its size.
  if coalesce(octet_length(open.request::pg_catalog.text), 0) > 20000 then
    raise exception 'a request holds at most 20,000 bytes' using errcode = 'PA044';
  end if;
  inquiry_id := gen_random_uuid();
  row_cap := s.rows_per_answer;
  must_find := false;
  term := inquiry.find_refusal(s, asked_at, open.request);
  if term is null then
    suffices := s.purposes -> (open.request ->> 'purpose') ->> 'suffices';
    must_find := suffices = 'found-here' or (suffices = 'registered' and not inquiry.is_registered(open.request, asked_at));
    if not inquiry.take_quota('unit ' || (open.request ->> 'unit'), today, s.inquiries_per_unit_per_day) then
      term := 'unit-day-quota';
    elsif not inquiry.take_quota('officer ' || (open.request ->> 'officer'), today, s.inquiries_per_officer_per_day) then
      term := 'officer-day-quota';
    end if;
  end if;
  perform set_config('pars.asking', inquiry_id || ' ' || inquiry.proof_of(inquiry_id), true);
end
$$;

-- Counts the persons of an answer against the unit's day. False when there are more new ones than the day has left: then none of them
-- was seen and nothing was taken, or the next asker would have them for nothing.
create or replace function inquiry.take_persons(s inquiry.standing, unit_code text, day date, persons uuid[]) returns boolean
language plpgsql volatile as $$
declare
  added pg_catalog.uuid[];
begin
  with new_ones as (
    insert into inquiry.person_seen (door, unit_code, day, person_id)
      select session_user, take_persons.unit_code, take_persons.day, p from unnest(persons) p
      on conflict on constraint person_seen_pk do nothing
      returning person_id)
  select array_agg(n.person_id) into added from new_ones n;
  for n in 1 .. coalesce(cardinality(added), 0) loop
    if not inquiry.take_quota('persons ' || take_persons.unit_code, take_persons.day, s.persons_per_unit_per_day) then
      raise exception 'the day has no more persons' using errcode = 'PA047';
    end if;
  end loop;
  return true;
exception when sqlstate 'PA047' then
  return false;
end
$$;

-- The entry of an inquiry. Salts and nonce come from a seed that nobody keeps.
create or replace function inquiry.write_entry(kind text, clear jsonb, texts text[], made_at timestamptz) returns uuid
language plpgsql volatile as $$
declare
  id pg_catalog.uuid := gen_random_uuid();
  seed pg_catalog.bytea := inquiry.random_bytes();
begin
  insert into journal.entry (entry_id, kind, class, party, door, made_at, xid, nonce, clear)
    values (id, write_entry.kind, 'conduct', 'system', session_user, write_entry.made_at, pg_current_xact_id(), sha256(seed || '\x00'), write_entry.clear);
  insert into journal.content (entry_id, names, salts, texts)
    values (id, '{officer,behalf,case,person,predicate,answer,ground,request}',
      array[sha256(seed || '\x01'), sha256(seed || '\x02'), sha256(seed || '\x03'), sha256(seed || '\x04'), sha256(seed || '\x05'), sha256(seed || '\x06'),
        sha256(seed || '\x07'), sha256(seed || '\x08')],
      write_entry.texts);
  return id;
end
$$;

-- Writes the inquiry, its entry and the held answer, and gives out a random token: nothing else ever leaves by asking.
-- rows: what was found under the policies, already ordered and capped. ground: why nothing was, for the custodians. cursor: where a
-- feed goes on.
create or replace function inquiry.hold(
  inquiry_id uuid, question text, filters text[], predicate jsonb, request jsonb, term text, rows jsonb, persons uuid[], classes text[],
  ground text, cursor text) returns text
language plpgsql volatile security definer as $$
declare
  s inquiry.standing;
  token pg_catalog.bytea := inquiry.random_bytes();
  at pg_catalog.timestamptz := pars.instant();
  refused pg_catalog.text := hold.term;
  given pg_catalog.jsonb := coalesce(hold.rows, '[]');
  whom pg_catalog.uuid[] := coalesce(hold.persons, '{}');
  shown pg_catalog.text[] := '{}';
  -- What the public leaf says is one of the format's words, whatever a raw caller sends: another would stop the sequencer.
  signed pg_catalog.text := case when hold.request ->> 'authentication' = 'signed' then 'signed' else 'sign-in' end;
  count integer;
  entry pg_catalog.uuid;
begin
  if current_setting('pars.asking', true) is distinct from hold.inquiry_id || ' ' || inquiry.proof_of(hold.inquiry_id) then
    raise exception 'no such inquiry is open in this transaction' using errcode = 'PA042';
  end if;
  perform set_config('pars.asking', '', true);
  select st.* into s from inquiry.standing st where st.door = session_user;
  -- What was opened in time and found too late is refused: no answer of a later instant than the end stands in the log.
  if refused is null and at >= s.ends_at then
    refused := 'agreement-ended';
  end if;
  if refused is null and cardinality(whom) > 0
    and not inquiry.take_persons(s, hold.request ->> 'unit', (at at time zone 'America/New_York')::pg_catalog.date, whom) then
    refused := 'persons-day-quota';
  end if;
  if refused is not null then
    given := '[]';
    whom := '{}';
  end if;
  count := jsonb_array_length(given);
  if count > 0 then
    shown := hold.classes;
  end if;
  entry := inquiry.write_entry(
    case when refused is null then 'inquiry.answered' else 'inquiry.refused' end,
    jsonb_build_object('agreement', s.agreement, 'agreementVersion', s.agreement_version, 'unit', case when (hold.request ->> 'unit') = any (s.units) then hold.request ->> 'unit' else 'unknown' end,
      'authentication', signed, 'question', hold.question, 'filters', to_jsonb(hold.filters),
      'purpose', case when s.purposes ? (hold.request ->> 'purpose') then hold.request ->> 'purpose' end)
      || case when refused is null then jsonb_build_object('classes', to_jsonb(shown), 'rows', count) else jsonb_build_object('term', refused) end,
    array[nullif(hold.request -> 'officer', 'null')::pg_catalog.text, nullif(hold.request -> 'behalf', 'null')::pg_catalog.text, nullif(hold.request -> 'cites', 'null')::pg_catalog.text,
      case when cardinality(whom) > 0 then to_jsonb(whom)::pg_catalog.text end, hold.predicate::pg_catalog.text,
      case when count > 0 then given::pg_catalog.text end, to_jsonb(hold.ground)::pg_catalog.text, hold.request::pg_catalog.text],
    at);
  insert into inquiry.asked (inquiry_id, door, agreement, unit_code, officer, behalf, authentication, question, filters, predicate, purpose, cites_kind, cites_value,
      outcome, term, ground, row_count, classes, persons, request, asked_at, entry_id)
    values (hold.inquiry_id, session_user, s.agreement, coalesce(hold.request ->> 'unit', ''), coalesce(hold.request ->> 'officer', ''), hold.request ->> 'behalf',
      signed, hold.question, hold.filters, hold.predicate, coalesce(hold.request ->> 'purpose', ''), hold.request #>> '{cites,kind}',
      hold.request #>> '{cites,value}', case when refused is null then 'answered' else 'refused' end, refused, hold.ground, count, shown, whom, hold.request, at, entry);
  insert into inquiry.held (token_hash, inquiry_id, door, xid, answer, held_at)
    values (sha256(token), hold.inquiry_id, session_user, pg_current_xact_id(),
      (jsonb_build_object('inquiryId', hold.inquiry_id, 'entryId', entry, 'askedAt', at, 'term', refused, 'rows', given)
        || case when hold.cursor is null or refused is not null then '{}' else jsonb_build_object('cursor', hold.cursor) end)::pg_catalog.text, at);
  return encode(token, 'hex');
end
$$;

-- Hands out the answers, in the order of their tokens, that an earlier transaction committed and that are on disk, while the agreement is in
-- force. at is the stamp by which lateness is judged, the same for all. ended: nothing is given any longer. No token, no answer: nulls.
create or replace function inquiry.collect(tokens text[]) returns table (answer text, at timestamptz, ended text)
language plpgsql volatile security definer as $$
declare
  written pg_catalog.pg_lsn;
  too_long pg_catalog.timestamptz;
  waiting inquiry.held[];
  stamp pg_catalog.timestamptz;
  s inquiry.standing;
  over pg_catalog.text;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'an answer is collected at the isolation level read committed' using errcode = 'PA040';
  end if;
  if cardinality(collect.tokens) > 1000 or exists (select from unnest(collect.tokens) x (token) where not coalesce(x.token ~ '^[0-9a-f]{64}$', false)) then
    raise exception 'not a token, or more than 1,000' using errcode = 'PA043';
  end if;
  -- The asking transaction sees its own rows: it must not have them.
  waiting := array(select h from unnest(collect.tokens) with ordinality x (token, place) left join inquiry.held h
    on h.token_hash = sha256(decode(x.token, 'hex')) and h.door = session_user and h.xid is distinct from pg_current_xact_id_if_assigned()
    order by x.place);
  -- Read after the rows: the commit of whatever is seen lies before it. A commit is visible before it is on disk where the asker set
  -- synchronous_commit off; and what others have written since keeps the positions apart. PostgreSQL 17 and later can be told to flush; an
  -- earlier one's WAL writer does it within three of its delays at the latest.
  written := pg_current_wal_insert_lsn();
  too_long := clock_timestamp() + 3 * current_setting('wal_writer_delay')::pg_catalog.interval + interval '50 milliseconds';
  while pg_current_wal_flush_lsn() < written and clock_timestamp() < too_long loop
    if current_setting('server_version_num')::pg_catalog.int4 >= 170000 then
      perform pg_logical_emit_message(false, 'pars'::pg_catalog.text, ''::pg_catalog.text, true);
    else
      perform pg_sleep(0.0002);
    end if;
  end loop;
  -- The stamp first: whatever stop commits after the reads below is later than it.
  stamp := pars.instant();
  select st.* into s from inquiry.standing st where st.door = session_user;
  if stamp >= s.ends_at then
    over := 'agreement-ended';
  elsif inquiry.why_halted(s, stamp) is not null then
    over := 'agreement-' || inquiry.why_halted(s, stamp);
  end if;
  -- Whoever switches the log off has nothing given: the entry, its content and its turn to be numbered are looked for. A recorded refusal
  -- holds nothing of anybody: it says its term and its entry after the end too.
  return query
    select case when g.recorded and (g.ended is null or h.answer::pg_catalog.jsonb ->> 'term' is not null) then h.answer end,
      case when g.recorded then stamp end, g.ended
    from unnest(waiting) with ordinality h left join lateral (
        select true as recorded, coalesce(over, inquiry.why_barred(a.unit_code, a.officer, a.request ->> 'key')) as ended
        from inquiry.asked a join journal.content c using (entry_id)
        where a.inquiry_id = h.inquiry_id
          and (exists (select from journal.waiting w where w.entry_id = a.entry_id) or exists (select from journal.place p where p.entry_id = a.entry_id))) g on true
    order by h.ordinality;
end
$$;
