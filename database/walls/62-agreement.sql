-- What puts an agreement in force, and stops it. Codes: PA050 no such resolution, PA051 not enough ballots, PA052 the texts are not
-- what was voted on, PA053 counsel has not signed off, PA054 the ballots have no number yet, PA055 closed or lapsed, PA056 the
-- agreement has ended or is not in force, PA062 the partner has not accepted, PA064 no notice was served, PA065 its period runs.

create or replace function agreement.find_ballots(resolution uuid) returns table (ballot_id uuid, seat text, entry_id uuid)
language sql stable as $$
  select b.ballot_id, b.seat, b.entry_id from agreement.ballot b
  where b.resolution_id = find_ballots.resolution and b.choice = 'for' order by b.seat limit 2
$$;

-- Entry numbers of ballots and acceptance, for the leaf. Only what the sequencer has placed can be named.
create or replace function agreement.numbers_of(entries uuid[]) returns bigint[]
language plpgsql stable as $$
declare
  numbers bigint[];
begin
  select array_agg(p.number order by p.number) into numbers from journal.place p where p.entry_id = any (numbers_of.entries);
  if coalesce(cardinality(numbers), 0) <> cardinality(numbers_of.entries) then
    raise exception 'the ballots have no number yet: try again in a moment' using errcode = 'PA054';
  end if;
  return numbers;
end
$$;

-- An entry of the keeper's about an agreement; salts and nonce from a seed that nobody keeps. What a slot holds is JSON text.
create or replace function agreement.write_slots(kind text, clear jsonb, contents jsonb[]) returns uuid
language plpgsql volatile as $$
declare
  names pg_catalog.text[];
  salts pg_catalog.bytea[];
  made pg_catalog.uuid;
begin
  select k.slots into names from journal.kind k where k.kind = write_slots.kind;
  select array_agg(inquiry.random_bytes()) into salts from generate_series(1, cardinality(names));
  select w.entry_id into made from journal.write_entry('system', write_slots.kind, write_slots.clear, inquiry.random_bytes(), names, salts,
    array(select journal.canonical(c.content) from unnest(write_slots.contents) with ordinality c (content, n) order by c.n), null, null, null) w;
  return made;
end
$$;
create or replace function agreement.write_entry(kind text, clear jsonb, texts text[]) returns uuid
language sql volatile as $$
  select agreement.write_slots(write_entry.kind, write_entry.clear, array(select to_jsonb(t.said) from unnest(write_entry.texts) with ordinality t (said, n) order by t.n))
$$;

create or replace function agreement.instant_text(at timestamptz) returns text
language sql stable as $$ select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- Writes a stop, what ends it, or an end, with its entry. The slot "officer" holds who acted and what the row says: from the journal
-- alone it can be made again. The row's time is the entry's own, as the leaf says it.
create or replace function agreement.enter_halt(kind text, clear jsonb, acted agreement.halt, account text) returns uuid
language plpgsql volatile as $$
begin
  acted.halt_id := gen_random_uuid();
  acted.entry_id := agreement.write_slots(enter_halt.kind, enter_halt.clear, array[
    jsonb_build_object('account', enter_halt.account, 'effectiveAt', agreement.instant_text(acted.effective_at), 'kind', acted.kind, 'made', acted.halt_id,
      'seat', acted.seat, 'voidAt', agreement.instant_text(acted.void_at)),
    to_jsonb(acted.reason)]);
  acted.made_at := journal.time_of(acted.entry_id);
  insert into agreement.halt select acted.*;
  return acted.entry_id;
end
$$;

-- The zones whose walls the hash below covers: all of the city's own, and each agreement's.
create or replace function agreement.is_walled(zone name) returns boolean
language sql immutable as $$
  select zone in ('pars', 'journal', 'common', 'staff', 'police', 'prosecutor', 'court', 'defense', 'narrative', 'victim', 'secret', 'disclosure', 'partner', 'agreement', 'inquiry')
    or zone like 'agr\_%'
$$;

-- Hash of everything that says who may read and write what, and what the database refuses by itself: policies, grants, functions, views,
-- triggers and whether they are on. Compared at each change, at start, hourly and by the audit.
create or replace function agreement.walls_hash() returns bytea
language sql stable security definer as $$
  select sha256(convert_to(string_agg(line, e'\n' order by line), 'UTF8')) from (
    select format('policy %s.%s %s %s %s %s %s %s', schemaname, tablename, policyname, permissive, array_to_string(roles, ','), cmd, qual, with_check) as line
      from pg_catalog.pg_policies where agreement.is_walled(schemaname)
    union all
    -- A restored dump leaves out what is the owner's by default.
    select format('grant %s %s %s %s', c.oid::pg_catalog.regclass, coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner)), c.relrowsecurity, c.relforcerowsecurity) from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace where agreement.is_walled(n.nspname) and c.relkind in ('r', 'p', 'v', 'S')
    union all
    select format('column %s %s %s', a.attrelid::pg_catalog.regclass, a.attname, a.attacl) from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace where a.attacl is not null and agreement.is_walled(n.nspname)
    union all
    select format('function %s %s %s %s', p.oid::pg_catalog.regprocedure, coalesce(p.proacl, acldefault('f', p.proowner)), p.prosecdef, encode(sha256(convert_to(p.prosrc, 'UTF8')), 'hex')) from pg_catalog.pg_proc p
      join pg_catalog.pg_namespace n on n.oid = p.pronamespace where agreement.is_walled(n.nspname)
    union all
    select format('trigger %s %s', t.tgenabled, pg_catalog.pg_get_triggerdef(t.oid)) from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and agreement.is_walled(n.nspname)
    union all
    select format('view %s %s', c.oid::pg_catalog.regclass, pg_catalog.pg_get_viewdef(c.oid)) from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'v' and n.nspname like 'agr\_%') x
$$;

-- Whether a duty still counts: not once a newer version took over before the day it arises, nor after a termination.
create or replace function agreement.is_owed(o agreement.obligation) returns boolean
language sql stable as $$
  select not exists (select from agreement.activation t where t.agreement_id = (o).agreement_id and t.version > (o).version
      and (o).arises_on >= (greatest(t.starts_at, t.made_at) at time zone 'America/New_York')::pg_catalog.date)
    and not exists (select from agreement.halt h where h.agreement_id = (o).agreement_id and h.kind = 'terminated'
      and (o).arises_on > (h.effective_at at time zone 'America/New_York')::pg_catalog.date)
$$;

-- Constraints in force on the day that lack a sign-off of counsel for this resolution: each needs one, and each seat that it binds and
-- that voted for needs its own. So no seat binds another one's vote by recording a law.
create or replace function agreement.unsigned_constraints(resolution uuid) returns setof uuid
language sql stable as $$
  select c.constraint_id from agreement.legal_constraint c
  where (pars.instant() at time zone 'America/New_York')::pg_catalog.date >= c.effective_from
    and (c.effective_to is null or (pars.instant() at time zone 'America/New_York')::pg_catalog.date < c.effective_to)
    and (not exists (select from agreement.counsel_sign_off s where s.constraint_id = c.constraint_id and s.resolution_id = unsigned_constraints.resolution)
      or exists (select from agreement.ballot b where b.resolution_id = unsigned_constraints.resolution and b.choice = 'for' and b.seat = any (c.binds)
        and not exists (select from agreement.counsel_sign_off s
          where s.constraint_id = c.constraint_id and s.resolution_id = unsigned_constraints.resolution and s.seat = b.seat)))
$$;

-- Puts a version in force: two ballots of different seats for exactly these texts, the partner's acceptance of the same unless it is a
-- narrowing whose notice period is over, counsel's sign-offs; then executes exactly the SQL that was voted on. The constraints and
-- triggers of agreement.activation hold whatever this function does. Answers the login role, which has no password yet.
create or replace function agreement.activate(resolution uuid) returns name
language plpgsql volatile security definer as $$
declare
  r agreement.resolution;
  v agreement.version;
  agreement_code pg_catalog.text;
  ballots pg_catalog.uuid[];
  seats pg_catalog.text[];
  entries pg_catalog.uuid[];
  accepted agreement.acceptance;
  numbers bigint[];
  entry pg_catalog.uuid;
  now_at pg_catalog.timestamptz := pars.instant();
begin
  select x.* into r from agreement.resolution x where x.resolution_id = activate.resolution for update;
  if not found then
    raise exception 'no such resolution' using errcode = 'PA050';
  end if;
  select x.* into v from agreement.version x where x.agreement_id = r.agreement_id and x.version = r.version;
  select a.code into agreement_code from agreement.agreement a where a.agreement_id = r.agreement_id;
  select array_agg(b.ballot_id order by b.seat), array_agg(b.seat order by b.seat), array_agg(b.entry_id order by b.seat) into ballots, seats, entries
    from agreement.find_ballots(r.resolution_id) b;
  if coalesce(cardinality(ballots), 0) < 2 then
    raise exception 'a resolution is carried by two ballots of different seats' using errcode = 'PA051';
  end if;
  if now_at >= r.closes_at or now_at >= v.ends_at then
    raise exception 'the resolution has lapsed' using errcode = 'PA055';
  end if;
  if sha256(convert_to(v.terms, 'UTF8')) <> r.terms_hash or sha256(convert_to(v.sql, 'UTF8')) <> r.sql_hash then
    raise exception 'the terms or their SQL are not what was voted on' using errcode = 'PA052';
  end if;
  if exists (select from agreement.unsigned_constraints(r.resolution_id)) then
    raise exception 'a legal constraint needs the recorded sign-off of counsel' using errcode = 'PA053';
  end if;
  if exists (select from inquiry.standing s where s.agreement = agreement_code and s.ended_why = 'terminated')
    or exists (select from agreement.halt h where h.agreement_id = r.agreement_id and h.kind in ('terminated', 'expired')) then
    raise exception 'the agreement has ended: only a new one can begin' using errcode = 'PA056';
  end if;
  select x.* into accepted from agreement.acceptance x where x.resolution_id = r.resolution_id and x.decision = 'accepted';
  if accepted.acceptance_id is null then
    perform agreement.check_narrowing(r.resolution_id);
  end if;
  numbers := agreement.numbers_of(entries);
  execute v.sql;
  execute format('grant connect on database %I to %I', current_database(), v.door);
  -- A stop is of the agreement, not of one version: a newer text does not lift it.
  update inquiry.standing n set (stopped_at, stopped_why, resumes_at) = (
      select s.stopped_at, s.stopped_why, s.resumes_at from inquiry.standing s where s.agreement = agreement_code and s.agreement_version < v.version
      order by s.agreement_version desc limit 1)
    where n.agreement = agreement_code and n.agreement_version = v.version;
  -- The older version answers until the newer one begins, and not a moment longer.
  update inquiry.standing s set ended_at = greatest(v.starts_at, now_at), ended_why = 'superseded'
    where s.agreement = agreement_code and s.agreement_version < v.version and s.ends_at > greatest(v.starts_at, now_at)
      and (s.ended_at is null or s.ended_at > greatest(v.starts_at, now_at));
  entry := agreement.write_entry('agreement.activated',
    jsonb_build_object('agreement', agreement_code, 'agreementVersion', v.version, 'termsHash', encode(r.terms_hash, 'hex'), 'wallsHash', encode(agreement.walls_hash(), 'hex'),
      'ballots', to_jsonb(numbers), 'acceptance', case when accepted.entry_id is null then null else (agreement.numbers_of(array[accepted.entry_id]))[1] end,
      'startsAt', to_char(v.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'endsAt', to_char(v.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
    array[null::pg_catalog.text]);
  insert into agreement.activation (resolution_id, agreement_id, version, terms_hash, sql_hash, action, choice, ballot_one, seat_one, ballot_two, seat_two,
      acceptance_id, decision, starts_at, ends_at, made_at, entry_id)
    values (r.resolution_id, r.agreement_id, r.version, r.terms_hash, r.sql_hash, r.action, 'for', ballots[1], seats[1], ballots[2], seats[2],
      accepted.acceptance_id, accepted.decision, v.starts_at, v.ends_at, journal.time_of(entry), entry);
  return v.door;
end
$$;

-- The credential of a role that activation or registration made: a SCRAM verifier, so that no password ever passes here.
create or replace function agreement.set_credential(role_name name, verifier text) returns void
language plpgsql volatile security definer as $$
begin
  if set_credential.role_name::pg_catalog.text !~ '^(agr|ptn)_[0-9a-f]{12}$' or set_credential.verifier !~ '^SCRAM-SHA-256\$\d+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' then
    raise exception 'not a partner''s role or not a verifier' using errcode = 'PA057';
  end if;
  execute format('alter role %I password %L', set_credential.role_name, set_credential.verifier);
end
$$;
