-- Stops of an agreement, each by whom the terms let stop it, and the acts of the calendar. All through the keeper but the emergency
-- stop, which a seat does at its own door. Codes: PA060 no emergency stop, PA061 no reason, PA063 stopped before.
-- Stops every version that has not ended. A stop without an end is not shortened by one that is void after some days.
create or replace function agreement.halt_standing(agreement_code text, why text, at timestamptz, void_at timestamptz) returns void
language plpgsql volatile as $$
begin
  update inquiry.standing s set stopped_at = halt_standing.at, stopped_why = halt_standing.why, resumes_at = halt_standing.void_at
    where s.agreement = halt_standing.agreement_code and s.ends_at > halt_standing.at
      and (halt_standing.void_at is null or s.stopped_at is null or s.resumes_at is not null);
end
$$;

-- The instant at which a termination takes effect: at once, or after the notice that the terms in force name. PA064 without notice.
create or replace function agreement.termination_at(resolution uuid) returns timestamptz
language plpgsql stable as $$
declare
  days integer;
  ends_at pg_catalog.timestamptz;
begin
  select (v.terms::pg_catalog.jsonb #>> '{notice,terminationDays}')::integer into days
    from agreement.resolution r join agreement.activation t on t.agreement_id = r.agreement_id
      join agreement.version v on v.agreement_id = t.agreement_id and v.version = t.version
    where r.resolution_id = termination_at.resolution order by v.version desc limit 1;
  if days = 0 then
    return '-infinity';
  end if;
  ends_at := agreement.notice_ends_at(termination_at.resolution, 'termination', days);
  if ends_at is null then
    raise exception 'a termination needs its notice' using errcode = 'PA064';
  end if;
  return ends_at;
end
$$;

-- Carries out a resolution to suspend, resume or terminate: two ballots of different seats, and nothing of the partner's. A termination
-- whose notice still runs sets the end of what is in force, and is entered when that instant has come: it answers `terminating` until then.
create or replace function agreement.carry_out(resolution uuid) returns text
language plpgsql volatile security definer as $$
declare
  r agreement.resolution;
  agreement_code pg_catalog.text;
  ballots pg_catalog.uuid[];
  seats pg_catalog.text[];
  entries pg_catalog.uuid[];
  numbers bigint[];
  now_at pg_catalog.timestamptz := pars.instant();
  effective pg_catalog.timestamptz := now_at;
  done pg_catalog.text;
  halt agreement.halt;
begin
  select x.* into r from agreement.resolution x where x.resolution_id = carry_out.resolution and x.action in ('suspend', 'resume', 'terminate') for update;
  if not found then
    raise exception 'no such resolution' using errcode = 'PA050';
  end if;
  select a.code into agreement_code from agreement.agreement a where a.agreement_id = r.agreement_id;
  if not exists (select from agreement.activation t where t.agreement_id = r.agreement_id)
    or exists (select from agreement.halt h where h.agreement_id = r.agreement_id and h.kind in ('terminated', 'expired')) then
    raise exception 'the agreement is not in force' using errcode = 'PA056';
  end if;
  select array_agg(b.ballot_id order by b.seat), array_agg(b.seat order by b.seat), array_agg(b.entry_id order by b.seat) into ballots, seats, entries
    from agreement.find_ballots(r.resolution_id) b;
  if coalesce(cardinality(ballots), 0) < 2 then
    raise exception 'a resolution is carried by two ballots of different seats' using errcode = 'PA051';
  end if;
  if now_at >= r.closes_at and not (r.action = 'terminate' and agreement.is_terminating(r.resolution_id)) then
    raise exception 'the resolution has lapsed' using errcode = 'PA055';
  end if;
  numbers := agreement.numbers_of(entries);
  done := case r.action when 'suspend' then 'suspended' when 'resume' then 'resumed' else 'terminated' end;
  if done = 'resumed' then
    update inquiry.standing s set stopped_at = null, stopped_why = null, resumes_at = null where s.agreement = agreement_code and s.stopped_at is not null;
  elsif done = 'suspended' then
    perform agreement.halt_standing(agreement_code, done, now_at, null);
  else
    effective := greatest(agreement.termination_at(r.resolution_id), now_at);
    update inquiry.standing s set ended_at = effective, ended_why = done
      where s.agreement = agreement_code and s.ends_at > effective and (s.ended_at is null or s.ended_at > effective);
    select coalesce(min(s.ended_at), effective) into effective from inquiry.standing s where s.agreement = agreement_code and s.ended_why = 'terminated';
    if now_at < effective then
      return 'terminating';
    end if;
  end if;
  halt.agreement_id := r.agreement_id;
  halt.kind := done;
  halt.resolution_id := r.resolution_id;
  halt.action := r.action;
  halt.choice := 'for';
  halt.version := r.version;
  halt.terms_hash := r.terms_hash;
  halt.sql_hash := r.sql_hash;
  halt.ballot_one := ballots[1];
  halt.seat_one := seats[1];
  halt.ballot_two := ballots[2];
  halt.seat_two := seats[2];
  halt.reason := r.reason;
  halt.effective_at := effective;
  perform agreement.enter_halt(case done when 'suspended' then 'agreement.suspended' when 'resumed' then 'agreement.resumed' else 'agreement.ended' end,
    jsonb_build_object('agreement', agreement_code, 'agreementVersion', r.version, 'cause', 'resolution', 'ballots', to_jsonb(numbers)), halt, null);
  return done;
end
$$;

-- Whether a carried termination has set the end already, and only its instant is waited for.
create or replace function agreement.is_terminating(resolution uuid) returns boolean
language sql stable security definer as $$
  select exists (
    select from agreement.resolution r join agreement.agreement a on a.agreement_id = r.agreement_id join inquiry.standing s on s.agreement = a.code
    where r.resolution_id = is_terminating.resolution and r.action = 'terminate' and s.ended_why = 'terminated'
      and (select count(*) from agreement.find_ballots(r.resolution_id)) = 2)
$$;

-- One seat stops an agreement where its terms name that seat; void after the agreed days unless two seats suspend it meanwhile. Once
-- under one version: a seat that could begin again each time would hold an end of its own.
create or replace function agreement.stop_in_emergency(agreement uuid, reason text, officer text, out void_at timestamptz, out entry_id uuid)
language plpgsql volatile security definer as $$
declare
  own_seat pg_catalog.text;
  agreement_code pg_catalog.text;
  v agreement.version;
  clause pg_catalog.jsonb;
  halt agreement.halt;
  now_at pg_catalog.timestamptz := pars.instant();
begin
  select d.party into own_seat from journal.door d where d.door = session_user and d.party in ('police', 'prosecutor', 'court');
  -- Two stops of one seat at once: the second waits, and finds the first.
  perform from agreement.agreement a where a.agreement_id = stop_in_emergency.agreement for update;
  select x.* into v from agreement.version x join agreement.activation t on t.agreement_id = x.agreement_id and t.version = x.version
    where x.agreement_id = stop_in_emergency.agreement and now_at >= x.starts_at and now_at < x.ends_at order by x.version desc limit 1;
  clause := v.terms::pg_catalog.jsonb -> 'emergencyStop';
  if own_seat is null or clause is null or jsonb_typeof(clause) <> 'object' or not (clause -> 'seats') ? own_seat then
    raise exception 'these terms give this seat no emergency stop' using errcode = 'PA060';
  end if;
  if coalesce(length(stop_in_emergency.reason), 0) < 1 then
    raise exception 'an emergency stop needs its reason' using errcode = 'PA061';
  end if;
  if exists (select from agreement.halt h where h.agreement_id = v.agreement_id and h.kind in ('terminated', 'expired')) then
    raise exception 'the agreement is not in force' using errcode = 'PA056';
  end if;
  if exists (select from agreement.halt h where h.agreement_id = v.agreement_id and h.version = v.version and h.kind = 'emergency-stopped' and h.seat = own_seat) then
    raise exception 'this seat has stopped this version before' using errcode = 'PA063';
  end if;
  void_at := now_at + make_interval(secs => (clause ->> 'confirmDays')::integer * 86400);
  select a.code into agreement_code from agreement.agreement a where a.agreement_id = v.agreement_id;
  perform agreement.halt_standing(agreement_code, 'emergency-stopped', now_at, stop_in_emergency.void_at);
  halt.agreement_id := v.agreement_id;
  halt.kind := 'emergency-stopped';
  halt.version := v.version;
  halt.seat := own_seat;
  halt.reason := stop_in_emergency.reason;
  halt.effective_at := now_at;
  halt.void_at := stop_in_emergency.void_at;
  entry_id := agreement.enter_halt('agreement.suspended',
    jsonb_build_object('agreement', agreement_code, 'agreementVersion', v.version, 'cause', 'emergency-stop', 'ballots', '[]'::pg_catalog.jsonb), halt,
    stop_in_emergency.officer);
end
$$;

-- What the calendar does, each once: agreements that ended, emergency stops that are void, resolutions that lapsed, duties missed.
-- Answers how many entries it made.
create or replace function agreement.keep_calendar() returns integer
language plpgsql volatile security definer as $$
declare
  now_at pg_catalog.timestamptz := pars.instant();
  today pg_catalog.date := (now_at at time zone 'America/New_York')::pg_catalog.date;
  due pg_catalog.record;
  halt agreement.halt;
  entry pg_catalog.uuid;
  made integer := 0;
begin
  for due in
    select v.agreement_id, a.code, v.version, v.ends_at from agreement.activation t
      join agreement.version v on v.agreement_id = t.agreement_id and v.version = t.version join agreement.agreement a on a.agreement_id = v.agreement_id
    where now_at >= v.ends_at
      -- The newest version's end is the agreement's.
      and v.version = (select max(n.version) from agreement.activation n where n.agreement_id = v.agreement_id)
      and not exists (select from agreement.halt h where h.agreement_id = v.agreement_id and h.kind in ('expired', 'terminated'))
      -- Its termination came first, and is about to be entered.
      and not exists (select from inquiry.standing s where s.agreement = a.code and s.ended_why = 'terminated')
  loop
    halt := null;
    halt.agreement_id := due.agreement_id;
    halt.kind := 'expired';
    halt.version := due.version;
    halt.reason := 'the end date of its terms';
    halt.effective_at := due.ends_at;
    perform agreement.enter_halt('agreement.ended',
      jsonb_build_object('agreement', due.code, 'agreementVersion', due.version, 'cause', 'end-date', 'ballots', '[]'::pg_catalog.jsonb), halt, null);
    made := made + 1;
  end loop;
  for due in
    select h.agreement_id, a.code, h.version, h.void_at from agreement.halt h join agreement.agreement a on a.agreement_id = h.agreement_id
    where h.kind = 'emergency-stopped' and now_at >= h.void_at
      -- Nothing came between: neither two seats' word nor another stop.
      and not exists (select from agreement.halt n where n.agreement_id = h.agreement_id and n.made_at > h.made_at)
  loop
    halt := null;
    halt.agreement_id := due.agreement_id;
    halt.kind := 'emergency-void';
    halt.version := due.version;
    halt.reason := 'no two seats confirmed the emergency stop';
    halt.effective_at := due.void_at;
    perform agreement.enter_halt('agreement.resumed',
      jsonb_build_object('agreement', due.code, 'agreementVersion', due.version, 'cause', 'emergency-void', 'ballots', '[]'::pg_catalog.jsonb), halt, null);
    made := made + 1;
  end loop;
  for due in
    select r.resolution_id, r.code, a.code as agreement_code, r.version from agreement.resolution r join agreement.agreement a on a.agreement_id = r.agreement_id
    where now_at >= r.closes_at and not exists (select from agreement.activation t where t.resolution_id = r.resolution_id)
      and not exists (select from agreement.halt h where h.resolution_id = r.resolution_id)
      and not agreement.is_terminating(r.resolution_id)
      and not exists (select from agreement.lapse l where l.resolution_id = r.resolution_id)
  loop
    entry := agreement.write_entry('resolution.lapsed',
      jsonb_build_object('agreement', due.agreement_code, 'agreementVersion', due.version, 'resolution', due.code), array[null::pg_catalog.text]);
    insert into agreement.lapse (resolution_id, made_at, entry_id) values (due.resolution_id, journal.time_of(entry), entry);
    made := made + 1;
  end loop;
  for due in
    select o.obligation_id, o.agreement_id, o.code, o.version, o.due_on, o.suspends, a.code as agreement_code from agreement.obligation o
      join agreement.agreement a on a.agreement_id = o.agreement_id
    where today > o.due_on and agreement.is_owed(o) and not exists (select from agreement.fulfilment f where f.obligation_id = o.obligation_id)
      and not exists (select from agreement.missed_obligation m where m.obligation_id = o.obligation_id)
  loop
    entry := agreement.write_entry('obligation.missed',
      jsonb_build_object('agreement', due.agreement_code, 'agreementVersion', due.version, 'obligation', due.code, 'dueOn', due.due_on), array[null::pg_catalog.text, null]);
    insert into agreement.missed_obligation (obligation_id, found_at, entry_id) values (due.obligation_id, journal.time_of(entry), entry);
    made := made + 1;
    if due.suspends and exists (select from inquiry.standing s where s.agreement = due.agreement_code and now_at < s.ends_at
      and (s.ended_at is null or now_at < s.ended_at)) then
      halt := null;
      halt.agreement_id := due.agreement_id;
      halt.kind := 'obligation-overdue';
      halt.version := due.version;
      halt.reason := due.code;
      halt.effective_at := now_at;
      perform agreement.enter_halt('agreement.suspended',
        jsonb_build_object('agreement', due.agreement_code, 'agreementVersion', due.version, 'cause', 'obligation-overdue', 'ballots', '[]'::pg_catalog.jsonb), halt, null);
      perform agreement.halt_standing(due.agreement_code, 'obligation-overdue', now_at, null);
      made := made + 1;
    end if;
  end loop;
  return made;
end
$$;
revoke execute on all functions in schema agreement, inquiry, disclosure from public;
grant execute on function agreement.carry_out(uuid), agreement.keep_calendar() to pars_keeper;
grant execute on function agreement.is_terminating(uuid) to pars_police, pars_prosecutor, pars_court, pars_keeper;
grant execute on function agreement.stop_in_emergency(uuid, text, text) to pars_police, pars_prosecutor, pars_court;
grant insert on agreement.obligation to pars_keeper;
