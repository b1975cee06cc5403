-- What the audit needs beyond the keeper's reading. Each answers what differs, never what stands there.

-- The digest of a sealed number: two of them can be compared, and the sealed bytes come out for nobody.
create or replace function secret.digest_of(arrest uuid, version integer) returns bytea
language sql stable security definer as $$
  select sha256(s.ciphertext) from secret.ssn s where s.arrest_id = digest_of.arrest and s.version = digest_of.version
$$;

-- A page of arrests, by id, each with the first thing that is wrong of what was derived from the custodians' tables: null where all is
-- right. Of police.held only who is missing: it may hold somebody too long.
create or replace function disclosure.audit(after uuid, most integer) returns table (arrest_id uuid, wrong text)
language plpgsql stable security definer as $$
#variable_conflict use_column
begin
  return query
  select x.arrest_id, case
      when (select to_jsonb(c) from disclosure.compute(x.arrest_id) c)
        is distinct from (select to_jsonb(r) from disclosure.record r where r.arrest_id = x.arrest_id) then 'disclosure.record'
      when (select jsonb_agg(distinct jsonb_build_array(c.kind, c.value)) from disclosure.compute_identifiers(x.arrest_id) c
          where exists (select from disclosure.record r where r.arrest_id = x.arrest_id))
        is distinct from (select jsonb_agg(distinct jsonb_build_array(i.kind, i.value)) from disclosure.identifier i where i.arrest_id = x.arrest_id) then 'disclosure.identifier'
      -- Each act that changes what a record says has its one change; nothing of a sealed record changes for anybody.
      when exists (select from disclosure.change h where h.arrest_id = x.arrest_id
          and not exists (select from journal.arrest_entry k where k.entry_id = h.entry_id and k.arrest_id = x.arrest_id))
        or exists (select from (select e.made_at from journal.arrest_entry k join journal.entry e on e.entry_id = k.entry_id
          where k.arrest_id = x.arrest_id and e.kind in ('arrest.reported', 'arrest.corrected', 'charges.decided', 'complaint.filed', 'arraignment.held', 'bail.set',
            'bail.refused', 'departure.acknowledged')
            and not exists (select from disclosure.change h where h.entry_id = e.entry_id and h.arrest_id = x.arrest_id) offset 0) u
          where not exists (select from court.sealed_record z where z.arrest_id = x.arrest_id)
            -- Nor of one that was sealed then, and is open again.
            and not coalesce((select position('"effect":"lifted"' in c.texts[4]) = 0 from journal.arrest_entry y join journal.entry q on q.entry_id = y.entry_id
                join journal.content c on c.entry_id = q.entry_id
              where y.arrest_id = x.arrest_id and q.kind = 'record.sealed' and q.made_at <= u.made_at order by q.made_at desc limit 1), false)) then 'disclosure.change'
      when exists (select from police.arrest a where a.arrest_id = x.arrest_id)
        and not exists (select from police.held h where h.arrest_id = x.arrest_id)
        and not exists (select from police.departure d join police.departure_acknowledgment l on l.departure_id = d.departure_id
          where d.arrest_id = x.arrest_id and not exists (select from police.departure_withdrawal w where w.departure_id = d.departure_id)) then 'police.held'
      when not exists (select from police.arrest a where a.arrest_id = x.arrest_id)
        and exists (select from police.held h where h.arrest_id = x.arrest_id) then 'police.held'
    end
  from (select i.arrest_id from (
      (select a.arrest_id from police.arrest a where a.arrest_id > after order by a.arrest_id limit most)
      union (select r.arrest_id from disclosure.record r where r.arrest_id > after order by r.arrest_id limit most)
      union (select h.arrest_id from police.held h where h.arrest_id > after order by h.arrest_id limit most)) i
    order by i.arrest_id limit most) x;
end
$$;
revoke execute on function secret.digest_of(uuid, integer), disclosure.audit(uuid, integer) from public;
grant execute on function secret.digest_of(uuid, integer), disclosure.audit(uuid, integer) to pars_keeper;
