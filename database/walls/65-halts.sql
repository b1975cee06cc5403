-- Stops of an agreement, each by whom the terms let stop it, and the acts of the calendar. All through the keeper but the emergency
-- stop, which a seat does at its own door.
create or replace function agreement.halt_standing(agreement_code text, why text, at timestamptz, void_at timestamptz) returns void
language plpgsql volatile as $$
begin
  update inquiry.standing s set stopped_at = halt_standing.at, stopped_why = halt_standing.why, resumes_at = halt_standing.void_at
    where s.agreement = halt_standing.agreement_code and s.ends_at > halt_standing.at
      and (s.stopped_at is null or s.stopped_why not in ('superseded', 'terminated'));
end
$$;

-- Carries out a resolution to suspend, resume or terminate: two ballots of different seats, and nothing of the partner's.
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
  done pg_catalog.text;
  entry pg_catalog.uuid;
begin
  select x.* into r from agreement.resolution x where x.resolution_id = carry_out.resolution and x.action in ('suspend', 'resume', 'terminate') for update;
  if not found then
    raise exception 'no such resolution' using errcode = 'PA050';
  end if;
  select a.code into agreement_code from agreement.agreement a where a.agreement_id = r.agreement_id;
  select array_agg(b.ballot_id order by b.seat), array_agg(b.seat order by b.seat), array_agg(b.entry_id order by b.seat) into ballots, seats, entries
    from agreement.find_ballots(r.resolution_id) b;
  if coalesce(cardinality(ballots), 0) < 2 then
    raise exception 'a resolution is carried by two ballots of different seats' using errcode = 'PA051';
  end if;
  if now_at >= r.closes_at then
    raise exception 'the resolution has lapsed' using errcode = 'PA055';
  end if;
  numbers := agreement.numbers_of(entries);
  done := case r.action when 'suspend' then 'suspended' when 'resume' then 'resumed' else 'terminated' end;
  if done = 'resumed' then
    update inquiry.standing s set stopped_at = null, stopped_why = null, resumes_at = null
      where s.agreement = agreement_code and s.stopped_why in ('suspended', 'emergency-stopped', 'obligation-overdue');
  else
    perform agreement.halt_standing(agreement_code, done, now_at, null);
  end if;
  entry := agreement.write_entry(case done when 'suspended' then 'agreement.suspended' when 'resumed' then 'agreement.resumed' else 'agreement.ended' end,
    jsonb_build_object('agreement', agreement_code, 'agreementVersion', r.version, 'cause', 'resolution', 'ballots', to_jsonb(numbers)), array[null, r.reason]);
  insert into agreement.halt (halt_id, agreement_id, kind, resolution_id, action, choice, version, terms_hash, sql_hash, ballot_one, seat_one, ballot_two, seat_two,
      reason, effective_at, made_at, entry_id)
    values (gen_random_uuid(), r.agreement_id, done, r.resolution_id, r.action, 'for', r.version, r.terms_hash, r.sql_hash, ballots[1], seats[1], ballots[2], seats[2],
      r.reason, now_at, now_at, entry);
  return done;
end
$$;

-- One seat stops an agreement where its terms name that seat; void after the agreed days unless two seats suspend it meanwhile.
create or replace function agreement.stop_in_emergency(agreement uuid, reason text) returns timestamptz
language plpgsql volatile security definer as $$
declare
  own_seat pg_catalog.text;
  agreement_code pg_catalog.text;
  v agreement.version;
  clause pg_catalog.jsonb;
  now_at pg_catalog.timestamptz := pars.instant();
  until_at pg_catalog.timestamptz;
  entry pg_catalog.uuid;
begin
  select d.party into own_seat from journal.door d where d.door = session_user and d.party in ('police', 'prosecutor', 'court');
  select x.* into v from agreement.version x join agreement.activation t on t.agreement_id = x.agreement_id and t.version = x.version
    where x.agreement_id = stop_in_emergency.agreement and now_at < x.ends_at order by x.version desc limit 1;
  clause := v.terms::pg_catalog.jsonb -> 'emergencyStop';
  if own_seat is null or clause is null or jsonb_typeof(clause) <> 'object' or not (clause -> 'seats') ? own_seat then
    raise exception 'these terms give this seat no emergency stop' using errcode = 'PA060';
  end if;
  if coalesce(length(stop_in_emergency.reason), 0) < 1 then
    raise exception 'an emergency stop needs its reason' using errcode = 'PA061';
  end if;
  until_at := now_at + make_interval(secs => (clause ->> 'confirmDays')::integer * 86400);
  select a.code into agreement_code from agreement.agreement a where a.agreement_id = v.agreement_id;
  perform agreement.halt_standing(agreement_code, 'emergency-stopped', now_at, until_at);
  entry := agreement.write_entry('agreement.suspended',
    jsonb_build_object('agreement', agreement_code, 'agreementVersion', v.version, 'cause', 'emergency-stop', 'ballots', '[]'::pg_catalog.jsonb), array[own_seat, stop_in_emergency.reason]);
  insert into agreement.halt (halt_id, agreement_id, kind, version, seat, reason, effective_at, void_at, made_at, entry_id)
    values (gen_random_uuid(), v.agreement_id, 'emergency-stopped', v.version, own_seat, stop_in_emergency.reason, now_at, until_at, now_at, entry);
  return until_at;
end
$$;

-- What the calendar does, each once: agreements that ended, resolutions that lapsed, duties missed. Answers how many entries it made.
create or replace function agreement.keep_calendar() returns integer
language plpgsql volatile security definer as $$
declare
  now_at pg_catalog.timestamptz := pars.instant();
  today pg_catalog.date := (now_at at time zone 'America/New_York')::pg_catalog.date;
  due record;
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
  loop
    entry := agreement.write_entry('agreement.ended',
      jsonb_build_object('agreement', due.code, 'agreementVersion', due.version, 'cause', 'end-date', 'ballots', '[]'::pg_catalog.jsonb), array[null::pg_catalog.text, null]);
    insert into agreement.halt (halt_id, agreement_id, kind, version, reason, effective_at, made_at, entry_id)
      values (gen_random_uuid(), due.agreement_id, 'expired', due.version, 'the end date of its terms', due.ends_at, now_at, entry);
    made := made + 1;
  end loop;
  for due in
    select r.resolution_id, r.code, a.code as agreement_code, r.version from agreement.resolution r join agreement.agreement a on a.agreement_id = r.agreement_id
    where now_at >= r.closes_at and not exists (select from agreement.activation t where t.resolution_id = r.resolution_id)
      and not exists (select from agreement.halt h where h.resolution_id = r.resolution_id)
      and not exists (select from agreement.lapse l where l.resolution_id = r.resolution_id)
  loop
    entry := agreement.write_entry('resolution.lapsed',
      jsonb_build_object('agreement', due.agreement_code, 'agreementVersion', due.version, 'resolution', due.code), array[null::pg_catalog.text]);
    insert into agreement.lapse (resolution_id, made_at, entry_id) values (due.resolution_id, now_at, entry);
    made := made + 1;
  end loop;
  for due in
    select o.obligation_id, o.agreement_id, o.code, o.version, o.due_on, o.suspends, a.code as agreement_code from agreement.obligation o
      join agreement.agreement a on a.agreement_id = o.agreement_id
    where today > o.due_on and not exists (select from agreement.fulfilment f where f.obligation_id = o.obligation_id)
      and not exists (select from agreement.missed_obligation m where m.obligation_id = o.obligation_id)
  loop
    entry := agreement.write_entry('obligation.missed',
      jsonb_build_object('agreement', due.agreement_code, 'agreementVersion', due.version, 'obligation', due.code, 'dueOn', due.due_on), array[null::pg_catalog.text, null]);
    insert into agreement.missed_obligation (obligation_id, found_at, entry_id) values (due.obligation_id, now_at, entry);
    made := made + 1;
    if due.suspends then
      entry := agreement.write_entry('agreement.suspended',
        jsonb_build_object('agreement', due.agreement_code, 'agreementVersion', due.version, 'cause', 'obligation-overdue', 'ballots', '[]'::pg_catalog.jsonb), array[null::pg_catalog.text, due.code]);
      insert into agreement.halt (halt_id, agreement_id, kind, version, reason, effective_at, made_at, entry_id)
        values (gen_random_uuid(), due.agreement_id, 'obligation-overdue', due.version, due.code, now_at, now_at, entry);
      perform agreement.halt_standing(due.agreement_code, 'obligation-overdue', now_at, null);
      made := made + 1;
    end if;
  end loop;
  return made;
end
$$;
revoke execute on all functions in schema agreement, inquiry, disclosure from public;
grant execute on function agreement.carry_out(uuid), agreement.keep_calendar() to pars_keeper;
grant execute on function agreement.stop_in_emergency(uuid, text) to pars_police, pars_prosecutor, pars_court;
grant insert on agreement.obligation to pars_keeper;
