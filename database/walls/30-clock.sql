-- The one clock for authority. Whole milliseconds, as on the wire. Never earlier than any numbered entry, so a clock that
-- falls behind stands still until it has caught up. Only a rehearsal may run on a shifted or faster clock.
create or replace function pars.instant() returns timestamptz
language plpgsql volatile security definer as $$
declare
  wall_time pg_catalog.timestamptz := clock_timestamp();
  rehearsal_time pg_catalog.timestamptz;
  latest pg_catalog.timestamptz;
begin
  -- One look: this is asked a dozen times for one inquiry. Seconds, not days: a day is 23 hours long once a year.
  select h.latest_at, case when k.rehearsal then least(wall_time, c.horizon, c.base_sim + make_interval(secs => extract(epoch from wall_time - c.base_wall) * c.rate)) end
    into latest, rehearsal_time
    from pars.creation k left join pars.clock c on true left join journal.head h on true;
  return date_trunc('milliseconds', greatest(coalesce(rehearsal_time, wall_time), latest));
end
$$;

-- The time of an act, which its rows say too: what the caller took from the clock in this transaction. Nobody moves an act to before the
-- transaction began or past the present: outside of these it is the nearer end.
create or replace function pars.instant_in_transaction(act_at timestamptz) returns timestamptz
language plpgsql volatile as $$
declare
  latest pg_catalog.timestamptz := pars.instant();
  earliest pg_catalog.timestamptz;
begin
  if instant_in_transaction.act_at is null then
    return latest;
  end if;
  select least(now(), c.horizon, c.base_sim + make_interval(secs => extract(epoch from now() - c.base_wall) * c.rate))
    into earliest
    from pars.clock c join pars.creation k on k.rehearsal;
  return least(greatest(instant_in_transaction.act_at, date_trunc('milliseconds', coalesce(earliest, now()))), latest);
end
$$;

-- Sets a rehearsal's clock: it shows base_sim now, runs rate times as fast as the wall's, and stops at the horizon and at
-- the present. PA030 outside a rehearsal, PA031 when a value is missing or impossible.
create or replace function pars.set_clock(base_sim timestamptz, rate double precision, horizon timestamptz) returns timestamptz
language plpgsql volatile security definer as $$
begin
  if not exists (select from pars.creation k where k.rehearsal) then
    raise exception 'only a rehearsal''s clock can be set' using errcode = 'PA030';
  end if;
  if set_clock.base_sim is null or set_clock.rate is null or not (set_clock.rate > 0 and set_clock.rate <= 100000)
    or not isfinite(set_clock.base_sim) or set_clock.base_sim > clock_timestamp() then
    raise exception 'a clock needs a start that is not in the future and a rate above 0, at most 100000' using errcode = 'PA031';
  end if;
  insert into pars.clock as c (base_sim, base_wall, rate, horizon)
    values (set_clock.base_sim, clock_timestamp(), set_clock.rate, set_clock.horizon)
    on conflict on constraint clock_pk do update set base_sim = excluded.base_sim, base_wall = excluded.base_wall,
      rate = excluded.rate, horizon = excluded.horizon;
  return pars.instant();
end
$$;
