-- Whose confirmation counts, and for how long partners may ask without it. Codes: PA015 another seat's cosigner.
create or replace function journal.require_own_seat() returns trigger
language plpgsql security definer as $$
begin
  if not exists (select from journal.entry e where e.entry_id = new.entry_id and e.party = new.seat) then
    raise exception 'a seat appoints its own cosigner' using errcode = 'PA015';
  end if;
  -- The wall's own: a time that lies ahead would put off what is_unconfirmed enforces.
  new.appointed_at := clock_timestamp();
  return new;
end
$$;
create or replace trigger require_entry before insert or update on journal.cosigner for each row
  execute function journal.require_entry('key.registered');
create or replace trigger require_maker before insert on journal.cosigner for each row
  execute function journal.require_maker('made_by');
create or replace trigger require_own_seat before insert on journal.cosigner for each row
  execute function journal.require_own_seat();
create or replace trigger refuse_change before update or delete or truncate on journal.cosigner
  for each statement execute function journal.refuse_change();
alter table journal.cosigner enable always trigger refuse_change;
create or replace trigger refuse_change before update or delete or truncate on journal.cosignature
  for each statement execute function journal.refuse_change();
alter table journal.cosignature enable always trigger refuse_change;

-- What a cosigner confirmed, it confirmed: an older answer that comes late takes nothing back.
create or replace function journal.refuse_older_answer() returns trigger
language plpgsql as $$
begin
  if new.size < old.size then
    raise exception 'a cosigner''s confirmation only grows' using errcode = 'PA022';
  end if;
  return new;
end
$$;
create or replace trigger refuse_older_answer before update on journal.cosigner_state for each row
  execute function journal.refuse_older_answer();

-- Those who count: the newest of each seat.
create or replace function journal.counted_cosigners() returns table (name text, seat text, vkey text, appointed_at timestamptz)
language sql stable security definer as $$
  select distinct on (c.seat) c.name, c.seat, c.vkey, c.appointed_at from journal.cosigner c order by c.seat, c.appointed_at desc
$$;

-- How far two of them have confirmed the log, and since when neither said more. Each one's cosignature covers all before it; its time is
-- its own clock's, or that of the answer where that is earlier. No times where fewer than two ever did.
create or replace function journal.confirmed(out size bigint, out at timestamptz, out seats integer)
language plpgsql stable security definer as $$
begin
  select case when count(x.size) = 2 then min(x.size) end, case when count(x.size) = 2 then min(x.at) end,
      (select count(distinct c.seat) from journal.cosigner c)
    into confirmed.size, confirmed.at, confirmed.seats
    from (
      select s.size, least(s.cosigned_at, s.answered_at) as at from journal.cosigner_state s
      where s.size > 0 and s.cosigner in (select distinct on (c.seat) c.name from journal.cosigner c order by c.seat, c.appointed_at desc)
      order by s.size desc, at desc limit 2) x;
end
$$;

-- Whether two of three have not confirmed the log for so long, while something waits for it. By the wall's time, by which cosigners sign: a
-- rehearsal's clock may run a thousand times as fast, theirs does not. Only once each seat has appointed a cosigner: else one seat alone
-- could stop an agreement by staying away.
create or replace function inquiry.is_unconfirmed(minutes integer) returns boolean
language plpgsql stable as $$
declare
  -- Qualified: there is a disclosure.record.
  c pg_catalog.record;
  since pg_catalog.timestamptz;
begin
  select k.size, k.at, k.seats into c from journal.confirmed() k;
  if c.seats < 3 then
    return false;
  end if;
  select case when k.rehearsal then clock_timestamp() else pars.instant() end - make_interval(mins => is_unconfirmed.minutes) into since from pars.creation k;
  if coalesce(c.at, (select max(a.appointed_at) from journal.cosigner a)) > since then
    return false;
  end if;
  return exists (select from journal.head h where h.size > coalesce(c.size, 0)) or exists (select from journal.waiting);
end
$$;

-- The same for people who read of an agreement; it decides nothing.
create or replace function inquiry.is_version_confirmed(agreement text, version integer) returns boolean
language sql stable security definer as $$
  select inquiry.is_activation_confirmed(s) from inquiry.standing s
  where s.agreement = is_version_confirmed.agreement and s.agreement_version = is_version_confirmed.version
$$;

-- Lays open what proves a vote: the signature of a ballot and of a partner's acceptance, and the keys that sign these and checkpoints. No
-- other slot of any entry. terms: the text that an acceptance is about; it names the units that are the partner's. No row for another
-- entry, or where the slot was erased.
create or replace function journal.lay_open(number bigint)
returns table (slot text, salt bytea, content text, commitments bytea[], statement text, terms text)
language plpgsql stable security definer as $$
declare
  entry pg_catalog.record;
  place integer;
begin
  select e.entry_id, c.names, c.salts, c.texts,
      case when e.kind in ('ballot.cast', 'agreement.accepted') then 'signature'
        when e.kind in ('key.registered', 'key.revoked') and e.clear ->> 'use' in ('ballot', 'partner', 'cosigner') then 'key' end as open_slot
    into entry
    from journal.place p join journal.entry e using (entry_id) join journal.content c using (entry_id) where p.number = lay_open.number;
  place := array_position(entry.names, entry.open_slot);
  if place is null or entry.texts[place] is null or array_position(entry.salts, null) is not null then
    return;
  end if;
  return query select entry.open_slot, entry.salts[place], entry.texts[place],
    array(select sha256(convert_to('pars/slot/v1', 'UTF8') || '\x00' || convert_to(n.name, 'UTF8') || '\x00' || n.salt
        || case when n.content is null then '\x00'::pg_catalog.bytea else '\x01' || convert_to(n.content, 'UTF8') end)
      from unnest(entry.names, entry.salts, entry.texts) with ordinality n (name, salt, content, place) order by n.place),
    coalesce((select b.statement from agreement.ballot b where b.entry_id = entry.entry_id), a.statement), v.terms
    from (select) one left join agreement.acceptance a on a.entry_id = entry.entry_id and a.decision = 'accepted'
      left join agreement.version v on v.agreement_id = a.agreement_id and v.version = a.version;
end
$$;

grant select, insert on journal.cosigner to pars_police, pars_prosecutor, pars_court;
grant select on journal.cosigner, journal.cosignature, journal.cosigner_state, journal.outage to pars_portal, pars_keeper, pars_sequencer;
grant insert on journal.cosignature, journal.cosigner_state, journal.outage to pars_sequencer;
grant update (size, line, answered_at, trouble, trouble_since) on journal.cosigner_state to pars_sequencer;
grant update (ended_at) on journal.outage to pars_sequencer;
revoke execute on function journal.require_own_seat(), journal.refuse_older_answer(), journal.counted_cosigners(), journal.confirmed(),
  inquiry.is_unconfirmed(integer), inquiry.is_version_confirmed(text, integer), journal.lay_open(bigint), journal.time_of_cosignature(text) from public;
grant execute on function journal.counted_cosigners(), journal.confirmed() to pars_portal, pars_keeper, pars_sequencer;
grant execute on function journal.lay_open(bigint) to pars_portal;
grant execute on function inquiry.is_version_confirmed(text, integer) to pars_police, pars_prosecutor, pars_court, pars_keeper, pars_portal;
-- A generated column is computed as whoever writes the row.
grant execute on function journal.time_of_cosignature(text) to pars_sequencer;
