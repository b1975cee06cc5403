-- What a partner does at its own door, from registration to closeout: accept or reject terms, register cases, meet duties, serve
-- letters, read its own history. Who it is comes from the login role and from nothing it says.
-- Codes: PA070 no such partner, PA071 not yours, PA072 closed, PA073 the key does not count, PA074 ended already.
create or replace function partner.own() returns uuid
language plpgsql stable as $$
declare
  own_id pg_catalog.uuid;
begin
  select p.partner_id into own_id from partner.partner p where p.door = session_user;
  if not found then
    raise exception 'this role is no partner''s' using errcode = 'PA070';
  end if;
  return own_id;
end
$$;

create or replace function partner.check_key(key_id text) returns void
language plpgsql stable as $$
begin
  if not exists (select from partner.signing_key k join partner.unit u on u.unit_id = k.unit_id
    where k.key_id = check_key.key_id and u.partner_id = partner.own() and not inquiry.is_stopped('key', k.key_id) and not inquiry.is_stopped('unit', u.code)) then
    raise exception 'this key is not yours, or was stopped' using errcode = 'PA073';
  end if;
end
$$;

create or replace function partner.answer_resolution(
  resolution uuid, decision text, term text, reason text, statement text, key_id text, signature bytea, officer text) returns uuid
language plpgsql volatile security definer as $$
declare
  r agreement.resolution;
  agreement_code pg_catalog.text;
  made pg_catalog.uuid := gen_random_uuid();
  signed pg_catalog.jsonb;
  entry pg_catalog.uuid;
  now_at pg_catalog.timestamptz := pars.instant();
begin
  select x.* into r from agreement.resolution x join agreement.agreement a on a.agreement_id = x.agreement_id
    where x.resolution_id = answer_resolution.resolution and a.partner_id = partner.own() and x.action in ('adopt', 'renew', 'amend');
  if not found then
    raise exception 'no such resolution about your agreement' using errcode = 'PA071';
  end if;
  if now_at >= r.closes_at then
    raise exception 'the resolution is closed' using errcode = 'PA072';
  end if;
  perform partner.check_key(answer_resolution.key_id);
  -- As every cosigner asks: terms are accepted by a unit that they name.
  if answer_resolution.decision = 'accepted' and not exists (
    select from agreement.version v join partner.signing_key k on k.key_id = answer_resolution.key_id join partner.unit u on u.unit_id = k.unit_id
    where v.agreement_id = r.agreement_id and v.version = r.version
      and v.terms::pg_catalog.jsonb -> 'units' @> jsonb_build_array(jsonb_build_object('code', u.code))) then
    raise exception 'this key is of a unit that the terms do not name' using errcode = 'PA073';
  end if;
  select a.code into agreement_code from agreement.agreement a where a.agreement_id = r.agreement_id;
  signed := jsonb_build_object('keyId', answer_resolution.key_id, 'made', made, 'signature', translate(encode(answer_resolution.signature, 'base64'), e'\n', ''));
  if answer_resolution.decision = 'accepted' then
    entry := agreement.write_slots('agreement.accepted', jsonb_build_object('agreement', agreement_code, 'agreementVersion', r.version, 'termsHash', encode(r.terms_hash, 'hex'),
      'statementHash', encode(sha256(convert_to(answer_resolution.statement, 'UTF8')), 'hex')), array[to_jsonb(answer_resolution.officer), signed]);
  else
    entry := agreement.write_slots('agreement.rejected', jsonb_build_object('agreement', agreement_code, 'agreementVersion', r.version, 'termsHash', encode(r.terms_hash, 'hex'),
      'term', case when answer_resolution.term ~ '^[a-z0-9][a-z0-9.-]{0,63}$' then answer_resolution.term end), array[to_jsonb(answer_resolution.officer),
        signed || jsonb_build_object('reason', answer_resolution.reason, 'term', answer_resolution.term)]);
  end if;
  insert into agreement.acceptance (acceptance_id, resolution_id, agreement_id, version, terms_hash, sql_hash, action, decision, term, reason, statement, statement_hash, key_id,
      signature, officer, made_at, entry_id)
    values (made, r.resolution_id, r.agreement_id, r.version, r.terms_hash, r.sql_hash, r.action, answer_resolution.decision, answer_resolution.term, answer_resolution.reason,
      answer_resolution.statement, sha256(convert_to(answer_resolution.statement, 'UTF8')), answer_resolution.key_id, answer_resolution.signature, answer_resolution.officer, journal.time_of(entry), entry);
  return made;
end
$$;

create or replace function partner.register_case(
  unit_code text, kind text, value text, purpose text, statement text, key_id text, signature bytea, ends_at timestamptz) returns uuid
language plpgsql volatile security definer as $$
declare
  own_unit pg_catalog.uuid;
  made pg_catalog.uuid := gen_random_uuid();
  entry pg_catalog.uuid;
  now_at pg_catalog.timestamptz := pars.instant();
begin
  select u.unit_id into own_unit from partner.unit u where u.code = register_case.unit_code and u.partner_id = partner.own();
  if not found then
    raise exception 'no such unit of yours' using errcode = 'PA071';
  end if;
  if register_case.ends_at <= now_at then
    raise exception 'the registration would have ended already' using errcode = 'PA074';
  end if;
  perform partner.check_key(register_case.key_id);
  if not exists (select from partner.signing_key k where k.key_id = register_case.key_id and k.unit_id = own_unit) then
    raise exception 'this key is another unit''s' using errcode = 'PA073';
  end if;
  entry := agreement.write_record('case.registered', jsonb_build_object('at', agreement.instant_text(now_at), 'endsAt', agreement.instant_text(register_case.ends_at),
    'keyId', register_case.key_id, 'kind', register_case.kind, 'made', made, 'purpose', register_case.purpose, 'signature', encode(register_case.signature, 'hex'),
    'statement', register_case.statement, 'unit', register_case.unit_code, 'value', register_case.value));
  insert into partner.case_registration (registration_id, unit_id, kind, value, purpose, statement, key_id, signature, registered_at, ends_at, entry_id)
    values (made, own_unit, register_case.kind, register_case.value, register_case.purpose, register_case.statement, register_case.key_id, register_case.signature, now_at,
      date_trunc('milliseconds', register_case.ends_at), entry);
  return made;
end
$$;

-- An entry of class record made by the system for a partner.
create or replace function agreement.write_record(kind text, act jsonb) returns uuid
language plpgsql volatile as $$
declare
  made pg_catalog.uuid;
begin
  select w.entry_id into made from journal.write_entry('system', write_record.kind, null, inquiry.random_bytes(), '{kind,actor,subject,act}',
    array[inquiry.random_bytes(), inquiry.random_bytes(), inquiry.random_bytes(), inquiry.random_bytes()],
    array['"' || write_record.kind || '"', to_jsonb(session_user)::pg_catalog.text, null, journal.canonical(write_record.act)], null, null, null) w;
  return made;
end
$$;

create or replace function partner.fulfil(obligation uuid, evidence text, document_hash bytea, officer text) returns uuid
language plpgsql volatile security definer as $$
declare
  o agreement.obligation;
  agreement_code pg_catalog.text;
  entry pg_catalog.uuid;
begin
  select x.* into o from agreement.obligation x join agreement.agreement a on a.agreement_id = x.agreement_id
    where x.obligation_id = fulfil.obligation and a.partner_id = partner.own();
  if not found then
    raise exception 'no such duty of yours' using errcode = 'PA071';
  end if;
  select a.code into agreement_code from agreement.agreement a where a.agreement_id = o.agreement_id;
  entry := agreement.write_slots('obligation.met', jsonb_build_object('agreement', agreement_code, 'agreementVersion', o.version, 'obligation', o.code, 'dueOn', o.due_on),
    array[to_jsonb(fulfil.officer), case when fulfil.document_hash is null then to_jsonb(fulfil.evidence)
      else jsonb_build_object('documentHash', encode(fulfil.document_hash, 'hex'), 'evidence', fulfil.evidence) end]);
  insert into agreement.fulfilment (obligation_id, evidence, document_hash, officer, fulfilled_at, entry_id)
    values (o.obligation_id, fulfil.evidence, fulfil.document_hash, fulfil.officer, journal.time_of(entry), entry);
  return o.obligation_id;
end
$$;

create or replace function partner.serve_notice(agreement_code text, kind text, subject text, body text, replies_to uuid, officer text) returns uuid
language plpgsql volatile security definer as $$
declare
  a agreement.agreement;
  newest integer;
  made pg_catalog.uuid := gen_random_uuid();
  entry pg_catalog.uuid;
begin
  select x.* into a from agreement.agreement x where x.code = serve_notice.agreement_code and x.partner_id = partner.own();
  if not found or serve_notice.kind not in ('reply', 'letter', 'withdrawal') then
    raise exception 'no such agreement of yours, or not a letter of a partner' using errcode = 'PA071';
  end if;
  select coalesce(max(v.version), 1) into newest from agreement.version v where v.agreement_id = a.agreement_id;
  entry := agreement.write_slots('notice.served', jsonb_build_object('agreement', a.code, 'agreementVersion', newest, 'notice', serve_notice.kind, 'servedBy', 'partner'),
    array[to_jsonb(serve_notice.officer), '"custodians"', jsonb_build_object('body', serve_notice.body, 'made', made, 'released', false, 'repliesTo', serve_notice.replies_to,
      'replyDueAt', null, 'subject', serve_notice.subject)]);
  insert into agreement.notice (notice_id, agreement_id, kind, served_by, officer, recipient, subject, body, released, replies_to, served_at, entry_id)
    values (made, a.agreement_id, serve_notice.kind, 'partner', serve_notice.officer, 'custodians', serve_notice.subject, serve_notice.body, false, serve_notice.replies_to,
      journal.time_of(entry), entry);
  return made;
end
$$;

-- Its own history, complete (B40), by pages: what comes before an instant and id, of one unit or of all. "No record available to you"
-- reads the same whatever was behind it.
create or replace function partner.read_history(before timestamptz, before_id uuid, unit text, most integer) returns table (
  inquiry_id uuid, entry_id uuid, number bigint, agreement text, agreement_version integer, unit_code text, officer text, behalf text, authentication text, question text,
  filters text[], predicate jsonb, purpose text, cites_kind text, cites_value text, outcome text, term text, row_count integer, classes text[], asked_at timestamptz)
language sql stable security definer as $$
  select a.inquiry_id, a.entry_id, p.number, a.agreement, s.agreement_version, a.unit_code, a.officer, a.behalf, a.authentication, a.question, a.filters, a.predicate, a.purpose,
    a.cites_kind, a.cites_value, a.outcome, a.term, a.row_count, a.classes, a.asked_at
  from agreement.agreement g cross join lateral (
      select x.* from inquiry.asked x
      where x.agreement = g.code and (read_history.unit is null or x.unit_code = read_history.unit)
        and (x.asked_at, x.inquiry_id) < (coalesce(read_history.before, 'infinity'), coalesce(read_history.before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      order by x.asked_at desc, x.inquiry_id desc limit least(greatest(coalesce(read_history.most, 100), 1), 1001)) a
    join inquiry.standing s on s.door = a.door left join journal.place p on p.entry_id = a.entry_id
  where g.partner_id = partner.own()
  order by a.asked_at desc, a.inquiry_id desc limit least(greatest(coalesce(read_history.most, 100), 1), 1001)
$$;

-- One of its own inquiries: which unit asked it of which version.
create or replace function partner.find_inquiry(inquiry_id uuid) returns table (unit text, door name, agreement text, version integer)
language sql stable security definer as $$
  select a.unit_code, a.door, s.agreement, s.agreement_version from inquiry.asked a join inquiry.standing s on s.door = a.door
    join agreement.agreement g on g.code = a.agreement
  where a.inquiry_id = find_inquiry.inquiry_id and g.partner_id = partner.own()
$$;

create or replace function partner.read_self() returns table (code text, name text, unit text, unit_name text, function text)
language sql stable security definer as $$
  select p.code, p.name, u.code, u.name, u.function from partner.partner p left join partner.unit u on u.partner_id = p.partner_id
  where p.partner_id = partner.own() order by u.code
$$;

-- The login role that answers an agreement's questions now: of the newest version that has begun, else of the first that will.
create or replace function partner.find_door(agreement text, out door name, out version integer)
language plpgsql stable security definer as $$
declare
  own_id pg_catalog.uuid := partner.own();
  now_at pg_catalog.timestamptz := pars.instant();
begin
  select s.door, s.agreement_version into find_door.door, find_door.version
    from inquiry.standing s join agreement.agreement g on g.code = s.agreement
    where s.agreement = find_door.agreement and g.partner_id = own_id
    order by s.starts_at <= now_at desc, case when s.starts_at <= now_at then -s.agreement_version else s.agreement_version end limit 1;
end
$$;

-- Whose key signs, and which role answers: one look for one signed request. No key, no row.
create or replace function partner.find_asker(key_id text, agreement text)
returns table (unit text, public_key bytea, stopped boolean, door name, version integer)
language plpgsql stable security definer as $$
declare
  own_id pg_catalog.uuid := partner.own();
begin
  return query
    select u.code, k.public_key, inquiry.is_stopped('key', k.key_id) or inquiry.is_stopped('unit', u.code), d.door, d.version
    from partner.signing_key k join partner.unit u on u.unit_id = k.unit_id
      left join lateral partner.find_door(find_asker.agreement) d on find_asker.agreement is not null
    where k.key_id = find_asker.key_id and u.partner_id = own_id;
end
$$;

-- True once for each nonce of this partner.
create or replace function partner.use_nonce(nonce text) returns boolean
language plpgsql volatile security definer as $$
begin
  perform partner.own();
  if not coalesce(use_nonce.nonce ~ '^[0-9a-f]{64}$', false) then
    return false;
  end if;
  -- A signature counts for a minute; what is older can never come again.
  delete from partner.used_nonce u where (u.door, u.nonce) in (
    select o.door, o.nonce from partner.used_nonce o where o.used_at < clock_timestamp() - interval '10 minutes' limit 100 for update skip locked);
  insert into partner.used_nonce (door, nonce, used_at) values (session_user, use_nonce.nonce, clock_timestamp()) on conflict on constraint used_nonce_pk do nothing;
  return found;
end
$$;

-- What stops any of the feeds that are open: the end, a stop, the switch, the certificate, the sign-in. No row for one that goes on.
create or replace function partner.list_stops(feeds jsonb) returns table (id text, term text)
language plpgsql stable security definer as $$
declare
  now_at pg_catalog.timestamptz := pars.instant();
begin
  perform partner.own();
  return query
    select x.id, x.term from (
      select f.id, case
          when s.door is null or now_at >= s.ends_at then 'agreement-ended'
          when inquiry.why_halted(s, now_at) is not null then 'agreement-' || inquiry.why_halted(s, now_at)
          when inquiry.why_barred(f.unit, f.officer, f.key) is not null then inquiry.why_barred(f.unit, f.officer, f.key)
          when not exists (select from partner.officer o where o.officer_id::pg_catalog.text = f.officer and o.certified_until > now_at) then 'officer-not-certified'
          when f."signIn" is not null and not exists (select from partner.find_sign_in(decode(f."signIn", 'hex')) i where i.ended_by is null) then 'sign-in-ended'
        end as term
      from jsonb_to_recordset(list_stops.feeds) f (id pg_catalog.text, agreement pg_catalog.text, unit pg_catalog.text, officer pg_catalog.text, key pg_catalog.text, "signIn" pg_catalog.text)
        left join lateral partner.find_door(f.agreement) d on true left join inquiry.standing s on s.door = d.door) x
    where x.term is not null;
end
$$;

create or replace function partner.read_terms() returns table (
  agreement text, version integer, terms text, door name, starts_at timestamptz, ends_at timestamptz, ended_at timestamptz, ended_why text, stopped_at timestamptz, stopped_why text, resumes_at timestamptz,
  activated boolean, confirmed boolean, prose text)
language sql stable security definer as $$
  select g.code, v.version, v.terms, v.door, v.starts_at, v.ends_at, s.ended_at, s.ended_why, s.stopped_at, s.stopped_why, s.resumes_at, s.door is not null, inquiry.is_activation_confirmed(s), v.prose
  from agreement.version v join agreement.agreement g on g.agreement_id = v.agreement_id left join inquiry.standing s on s.door = v.door
  where g.partner_id = partner.own() and (s.door is not null or exists (select from agreement.resolution r where r.agreement_id = v.agreement_id and r.version = v.version))
  order by g.code, v.version
$$;

create or replace function partner.read_resolutions() returns table (
  resolution_id uuid, code text, agreement text, version integer, action text, terms_hash bytea, sql_hash bytea, prose_hash bytea, closes_at timestamptz, decision text,
  origin text)
language sql stable security definer as $$
  select r.resolution_id, r.code, g.code, r.version, r.action, r.terms_hash, r.sql_hash, sha256(convert_to(v.prose, 'UTF8')), r.closes_at, x.decision,
    (select k.origin from pars.creation k)
  from agreement.resolution r join agreement.agreement g on g.agreement_id = r.agreement_id
    join agreement.version v on v.agreement_id = r.agreement_id and v.version = r.version left join agreement.acceptance x on x.resolution_id = r.resolution_id
  where g.partner_id = partner.own() order by r.made_at desc
$$;

create or replace function partner.read_obligations() returns table (
  obligation_id uuid, agreement text, code text, due_on date, suspends boolean, fulfilled_at timestamptz, missed_at timestamptz)
language sql stable security definer as $$
  select o.obligation_id, g.code, o.code, o.due_on, o.suspends, f.fulfilled_at, m.found_at
  from agreement.obligation o join agreement.agreement g on g.agreement_id = o.agreement_id left join agreement.fulfilment f on f.obligation_id = o.obligation_id
    left join agreement.missed_obligation m on m.obligation_id = o.obligation_id
  where g.partner_id = partner.own() and (f.obligation_id is not null or m.obligation_id is not null or agreement.is_owed(o)) order by o.due_on
$$;

create or replace function partner.read_notices() returns table (
  notice_id uuid, agreement text, kind text, served_by text, subject text, body text, reply_due_at timestamptz, replies_to uuid, served_at timestamptz)
language sql stable security definer as $$
  select n.notice_id, g.code, n.kind, n.served_by, n.subject, n.body, n.reply_due_at, n.replies_to, n.served_at
  from agreement.notice n join agreement.agreement g on g.agreement_id = n.agreement_id where g.partner_id = partner.own() order by n.served_at desc
$$;

-- Whose key signed; no row for another partner's.
create or replace function partner.find_key(key_id text) returns table (unit text, public_key bytea, stopped boolean)
language sql stable security definer as $$
  select u.code, k.public_key, inquiry.is_stopped('key', k.key_id) or inquiry.is_stopped('unit', u.code)
  from partner.signing_key k join partner.unit u on u.unit_id = k.unit_id where k.key_id = find_key.key_id and u.partner_id = partner.own()
$$;

create or replace function partner.find_officer(issuer text, subject text) returns table (officer_id uuid, unit text, display_name text, coordinator boolean, certified_until timestamptz, stopped boolean)
language sql stable security definer as $$
  select o.officer_id, u.code, o.display_name, o.coordinator, o.certified_until, inquiry.is_stopped('officer', o.officer_id::pg_catalog.text) or inquiry.is_stopped('unit', u.code)
  from partner.officer o join partner.unit u on u.unit_id = o.unit_id where o.issuer = find_officer.issuer and o.subject = find_officer.subject and u.partner_id = partner.own()
$$;

create or replace function partner.list_officers() returns table (officer_id uuid, unit text, display_name text, coordinator boolean, certified_until timestamptz, stopped boolean)
language sql stable security definer as $$
  select o.officer_id, u.code, o.display_name, o.coordinator, o.certified_until, inquiry.is_stopped('officer', o.officer_id::pg_catalog.text) or inquiry.is_stopped('unit', u.code)
  from partner.officer o join partner.unit u on u.unit_id = o.unit_id where u.partner_id = partner.own() order by u.code, o.display_name
$$;

create or replace function partner.start_sign_in(token_hash bytea, officer_id uuid) returns void
language plpgsql volatile security definer as $$
begin
  insert into partner.sign_in (token_hash, officer_id, made_at, signed_in_at, ends_at)
    select start_sign_in.token_hash, o.officer_id, clock_timestamp(), pars.instant(), clock_timestamp() + interval '12 hours'
    from partner.officer o join partner.unit u on u.unit_id = o.unit_id where o.officer_id = start_sign_in.officer_id and u.partner_id = partner.own();
  if not found then
    raise exception 'no such officer of yours' using errcode = 'PA071';
  end if;
end
$$;

-- Who is signed in; no row once the sign-in, the certificate or the switch has ended it. ended_by: an agreement that named the unit has
-- ended or was stopped since, and no newer version of it goes on: then this sign-in asks and reads no more, and a new one begins anew.
create or replace function partner.find_sign_in(token_hash bytea) returns table (
  officer_id uuid, unit text, display_name text, coordinator boolean, ended_by text, agreement text)
language plpgsql stable security definer as $$
declare
  own_id pg_catalog.uuid := partner.own();
  now_at pg_catalog.timestamptz := pars.instant();
begin
  return query
    select o.officer_id, u.code, o.display_name, o.coordinator, e.term, e.agreement
    from partner.sign_in i join partner.officer o on o.officer_id = i.officer_id join partner.unit u on u.unit_id = o.unit_id
      left join lateral (
        select s.agreement, 'agreement-' || case when now_at >= s.ends_at then 'ended' else inquiry.why_halted(s, now_at) end as term
        from inquiry.standing s join agreement.agreement g on g.code = s.agreement
        where g.partner_id = own_id and u.code = any (s.units)
          and (now_at >= s.ends_at and s.ends_at > i.signed_in_at
            or inquiry.why_halted(s, now_at) is not null and case when now_at >= s.ended_at then s.ended_at else s.stopped_at end > i.signed_in_at)
          and not exists (select from inquiry.standing n
            where n.agreement = s.agreement and n.agreement_version > s.agreement_version and n.starts_at <= now_at and now_at < n.ends_at and inquiry.why_halted(n, now_at) is null)
        order by s.agreement, s.agreement_version desc limit 1) e on true
    where i.token_hash = find_sign_in.token_hash and u.partner_id = own_id and i.ended_at is null and clock_timestamp() < i.ends_at
      and o.certified_until > now_at and inquiry.why_barred(u.code, o.officer_id::pg_catalog.text, null) is null;
end
$$;

create or replace function partner.end_sign_in(token_hash bytea) returns void
language sql volatile security definer as $$
  update partner.sign_in s set ended_at = clock_timestamp() from partner.officer o, partner.unit u
  where s.token_hash = end_sign_in.token_hash and s.ended_at is null and o.officer_id = s.officer_id and u.unit_id = o.unit_id and u.partner_id = partner.own()
$$;

-- Makes a registered partner's login role, without a password.
create or replace function partner.open_door(partner_id uuid) returns name
language plpgsql volatile security definer as $$
declare
  role_name pg_catalog.name;
  may pg_catalog.record;
begin
  select p.door into role_name from partner.partner p where p.partner_id = open_door.partner_id;
  if not found then
    raise exception 'no such partner' using errcode = 'PA070';
  end if;
  if not exists (select from pg_catalog.pg_roles r where r.rolname = role_name) then
    execute format('create role %I login noinherit nocreatedb nocreaterole', role_name);
  end if;
  execute format('alter role %I set search_path = pg_catalog', role_name);
  execute format('alter role %I set timezone = %L', role_name, 'UTC');
  execute format('alter role %I set statement_timeout = %L', role_name, '5s');
  execute format('alter role %I set idle_in_transaction_session_timeout = %L', role_name, '5s');
  execute format('grant connect on database %I to %I', current_database(), role_name);
  execute format('grant usage on schema partner, pars to %I', role_name);
  execute format('grant execute on function pars.instant() to %I', role_name);
  for may in
    select p.oid::pg_catalog.regprocedure as signature from pg_catalog.pg_proc p
    where p.pronamespace = 'partner'::pg_catalog.regnamespace and p.prosecdef and p.proname in ('answer_resolution', 'register_case', 'fulfil', 'serve_notice', 'read_history', 'read_terms',
      'read_resolutions', 'read_obligations', 'read_notices', 'find_key', 'find_officer', 'list_officers', 'start_sign_in', 'find_sign_in', 'end_sign_in',
      'read_self', 'find_door', 'find_asker', 'find_inquiry', 'use_nonce', 'list_stops', 'find_receipt', 'find_checkpoint', 'find_tile',
      'find_range', 'find_head', 'read_leaves', 'read_basis', 'read_voted_texts', 'export_package')
  loop
    execute format('grant execute on function %s to %I', may.signature, role_name);
  end loop;
  return role_name;
end
$$;
revoke execute on all functions in schema partner, agreement from public;
grant execute on function partner.open_door(uuid) to pars_keeper;
