-- Proofs for who has no other right to the journal: a partner's receipts of its own inquiries, and audit packages for either side.

-- An inquiry of its own, answered or refused, with the slots that hold what it asked itself. Never `ground`, `answer` or `person`: a
-- receipt is given after the end too, and tells no more than the answer did. Of one unit, or of all. No number: the sequencer comes yet.
create or replace function partner.find_receipt(entry_id uuid, unit text) returns table (
  number bigint, leaf bytea, names text[], salts bytea[], texts text[], commitments bytea[])
language sql stable security definer as $$
  select p.number, p.leaf, o.names, o.salts, o.texts, coalesce(c.commitments, journal.commit_slots(c.names, c.salts, c.texts))
  from inquiry.asked a join agreement.agreement g on g.code = a.agreement join journal.content c on c.entry_id = a.entry_id
    left join journal.place p on p.entry_id = a.entry_id
    cross join lateral (
      select array_agg(u.name order by u.n) as names, array_agg(u.salt order by u.n) as salts, array_agg(u.content order by u.n) as texts
      from unnest(c.names, c.salts, c.texts) with ordinality u (name, salt, content, n)
      where u.name = any ('{officer,behalf,case,predicate,request}') and u.content is not null) o
  where a.entry_id = find_receipt.entry_id and g.partner_id = partner.own() and (find_receipt.unit is null or a.unit_code = find_receipt.unit)
$$;

-- Whether a cosigner's word counts under a checkpoint of this size: its seat had appointed it by then, and no other since. So never two of one seat.
create or replace function journal.counts_at(cosigner text, size bigint) returns boolean
language sql stable as $$
  select exists (
    select from journal.cosigner c join journal.place p on p.entry_id = c.entry_id
    where c.name = counts_at.cosigner and p.number <= counts_at.size and not exists (
      select from journal.cosigner n join journal.place q on q.entry_id = n.entry_id where n.seat = c.seat and q.number > p.number and q.number <= counts_at.size))
$$;

-- The first signed head that counts and holds an entry: with two cosignatures once any seat has appointed a cosigner, and then exactly the two
-- that came first, so that whoever asks later gets the same bytes.
create or replace function journal.find_counted_head(number bigint) returns table (size bigint, note text, cosigners text[])
language plpgsql stable security definer as $$
declare
  counted pg_catalog.int8;
begin
  if not exists (select from journal.cosigner) then
    return query select c.size, c.note, '{}'::pg_catalog.text[] from journal.checkpoint c where c.size >= find_counted_head.number order by c.size limit 1;
    return;
  end if;
  select s.size into counted from journal.cosignature s where s.size >= find_counted_head.number and journal.counts_at(s.cosigner, s.size)
    group by s.size having count(*) >= 2 order by s.size limit 1;
  return query
    select c.size, c.note || string_agg(f.line || e'\n', '' order by f.made_at, f.cosigner), array_agg(f.vkey order by f.made_at, f.cosigner)
    from journal.checkpoint c cross join lateral (
      select s.line, s.made_at, s.cosigner, o.vkey from journal.cosignature s join journal.cosigner o on o.name = s.cosigner
      where s.size = c.size and journal.counts_at(s.cosigner, s.size) order by s.made_at, s.cosigner limit 2) f
    where c.size = counted group by c.size, c.note;
end
$$;
create or replace function journal.newest_counted() returns bigint
language sql stable security definer as $$
  select case when exists (select from journal.cosigner)
    then (select s.size from journal.cosignature s where journal.counts_at(s.cosigner, s.size) group by s.size having count(*) >= 2 order by s.size desc limit 1)
    else (select max(c.size) from journal.checkpoint c) end
$$;

-- Public under /log as well: that head, and the tiles that lead to it.
create or replace function partner.find_checkpoint(number bigint) returns table (size bigint, note text)
language sql stable security definer as $$ select h.size, h.note from journal.find_counted_head(find_checkpoint.number) h $$;
create or replace function partner.find_tile(level integer, index bigint) returns table (width integer, bytes bytea)
language sql stable security definer as $$
  select t.width, t.bytes from journal.tile t where t.level = find_tile.level and t.index = find_tile.index
$$;

-- The newest audit, as its leaf says it to everybody.
create or replace function journal.find_newest_audit() returns table (number bigint, leaf bytea)
language sql stable security definer as $$
  select p.number, p.leaf from journal.entry e join journal.place p on p.entry_id = e.entry_id
  where e.kind = 'audit.completed' order by e.made_at desc limit 1
$$;

-- What an audit package is made of: the same for a custodian and for the partner, so that both export the same bytes. Nothing of it is
-- about a person: keys that sign, votes, texts that were voted on, letters of both sides, and public leaves.

-- The first entry numbered at or after an instant; one more than there are where none was. Batch times never go back, so halving finds it.
create or replace function journal.first_number_at(at timestamptz) returns bigint
language plpgsql stable as $$
declare
  low bigint := 1;
  high bigint;
  middle bigint;
begin
  select h.size + 1 into high from journal.head h;
  while low < high loop
    middle := (low + high) / 2;
    if (select p.batch_at from journal.place p where p.number = middle) >= first_number_at.at then
      high := middle;
    else
      low := middle + 1;
    end if;
  end loop;
  return low;
end
$$;

-- Which entries a range of instants holds, of those that a signed head holds: the first and last numbered then; null where there is none.
create or replace function agreement.find_range(since timestamptz, before timestamptz) returns table (first bigint, last bigint)
language plpgsql stable security definer as $$
declare
  counted bigint := coalesce(journal.newest_counted(), 0);
begin
  first := journal.first_number_at(find_range.since);
  last := least(journal.first_number_at(find_range.before) - 1, counted);
  if first > counted then
    first := null;
  end if;
  if last < 1 then
    last := null;
  end if;
  return next;
end
$$;

create or replace function agreement.find_head(through bigint) returns table (size bigint, note text, cosigners text[])
language sql stable security definer as $$ select h.size, h.note, h.cosigners from journal.find_counted_head(find_head.through) h $$;

create or replace function agreement.find_tile(level integer, index bigint) returns table (bytes bytea)
language sql stable security definer as $$
  select t.bytes from journal.tile t where t.level = find_tile.level and t.index = find_tile.index
$$;

-- Never a leaf that no signed head holds; by pages of 2,000.
create or replace function agreement.read_leaves(first bigint, last bigint) returns table (number bigint, leaf bytea)
language sql stable security definer as $$
  select p.number, p.leaf from journal.place p
  where p.number between read_leaves.first and least(read_leaves.last, read_leaves.first + 1999, journal.newest_counted()) order by p.number
$$;

-- The entries on which a range rests, in it and before it: the beginning of the log, keys, votes about the agreement, and of letters those in
-- the range. `slot` is the one laid open, where it was not erased; `statement` what a ballot's or an acceptance's key signed.
create or replace function agreement.read_basis(code text, first bigint, last bigint, size bigint) returns table (
  number bigint, leaf bytea, slot text, salt bytea, content text, commitments bytea[], statement text)
language sql stable security definer as $$
  select p.number, p.leaf, o.slot, o.salt, o.content, case when o.salt is not null then coalesce(c.commitments, journal.commit_slots(c.names, c.salts, c.texts)) end,
    coalesce(b.statement, x.statement)
  from journal.entry e join journal.place p on p.entry_id = e.entry_id join journal.content c on c.entry_id = e.entry_id
    left join agreement.ballot b on b.entry_id = e.entry_id left join agreement.acceptance x on x.entry_id = e.entry_id and x.decision = 'accepted'
    left join lateral (
      select u.slot, u.salt, u.content from unnest(c.names, c.salts, c.texts) u (slot, salt, content)
      where u.salt is not null and u.content is not null and u.slot = case
        when e.kind in ('key.registered', 'key.revoked') and e.clear ->> 'use' in ('ballot', 'partner') then 'key'
        when e.kind in ('ballot.cast', 'agreement.accepted') then 'signature'
        when e.kind = 'notice.served' then 'text' end) o on true
  -- As the index has it, word by word.
  where e.kind in ('journal.created', 'key.registered', 'key.revoked', 'resolution.opened', 'resolution.lapsed', 'ballot.cast', 'agreement.accepted',
    'agreement.rejected', 'agreement.activated', 'agreement.suspended', 'agreement.resumed', 'agreement.ended', 'notice.served')
    and case
      when e.kind = 'journal.created' then true
      when e.kind in ('key.registered', 'key.revoked') and e.clear ->> 'use' = 'cosigner' then p.number <= read_basis.size
      when e.kind in ('key.registered', 'key.revoked') then p.number <= read_basis.last and (e.clear ->> 'use' <> 'partner' or e.clear ->> 'unit' in (
        select u.code from partner.unit u join agreement.agreement g on g.partner_id = u.partner_id where g.code = read_basis.code))
      when e.kind = 'notice.served' then p.number between read_basis.first and read_basis.last and e.clear ->> 'agreement' = read_basis.code
      else p.number <= read_basis.last and e.clear ->> 'agreement' = read_basis.code end
  order by p.number
$$;

-- The texts of each version that somebody had voted on or accepted by then.
create or replace function agreement.read_voted_texts(code text, last bigint) returns table (version integer, terms text, sql text, prose text)
language sql stable security definer as $$
  select v.version, v.terms, v.sql, v.prose from agreement.version v join agreement.agreement g on g.agreement_id = v.agreement_id
  where g.code = read_voted_texts.code and exists (
    select from agreement.ballot b join journal.place p on p.entry_id = b.entry_id
    where b.agreement_id = v.agreement_id and b.version = v.version and p.number <= read_voted_texts.last)
  order by v.version
$$;

-- What the slots of an agreement's inquiries held, for a custodian who lays them open on record. Nothing of a slot that was erased.
create or replace function agreement.read_openings(code text, first bigint, last bigint) returns table (
  number bigint, slot text, salt bytea, content text, commitments bytea[])
language sql stable security definer as $$
  select p.number, u.slot, u.salt, u.content, m.commitments
  from inquiry.asked a join journal.place p on p.entry_id = a.entry_id join journal.content c on c.entry_id = a.entry_id
    cross join lateral (select coalesce(c.commitments, journal.commit_slots(c.names, c.salts, c.texts)) as commitments) m
    cross join lateral unnest(c.names, c.salts, c.texts) u (slot, salt, content)
  where a.agreement = read_openings.code and p.number between read_openings.first and read_openings.last
    and u.salt is not null and u.content is not null and array_position(m.commitments, null) is null
  order by p.number, u.slot collate pg_catalog."C"
$$;

-- The same for a partner, about its own agreements.
create or replace function partner.own_code(code text) returns text
language sql stable security definer as $$
  select g.code from agreement.agreement g where g.code = own_code.code and g.partner_id = partner.own()
$$;
create or replace function partner.find_range(since timestamptz, before timestamptz) returns table (first bigint, last bigint)
language sql stable security definer as $$ select r.first, r.last from agreement.find_range(find_range.since, find_range.before) r $$;
create or replace function partner.find_head(through bigint) returns table (size bigint, note text, cosigners text[])
language sql stable security definer as $$ select h.size, h.note, h.cosigners from agreement.find_head(find_head.through) h $$;
create or replace function partner.read_leaves(first bigint, last bigint) returns table (number bigint, leaf bytea)
language sql stable security definer as $$ select l.number, l.leaf from agreement.read_leaves(read_leaves.first, read_leaves.last) l $$;
create or replace function partner.read_basis(code text, first bigint, last bigint, size bigint) returns table (
  number bigint, leaf bytea, slot text, salt bytea, content text, commitments bytea[], statement text)
language sql stable security definer as $$
  select b.number, b.leaf, b.slot, b.salt, b.content, b.commitments, b.statement
  from agreement.read_basis(partner.own_code(read_basis.code), read_basis.first, read_basis.last, read_basis.size) b
$$;
create or replace function partner.read_voted_texts(code text, last bigint) returns table (version integer, terms text, sql text, prose text)
language sql stable security definer as $$
  select t.version, t.terms, t.sql, t.prose from agreement.read_voted_texts(partner.own_code(read_voted_texts.code), read_voted_texts.last) t
$$;

-- That a partner exported a range, on record like a custodian's export.
create or replace function partner.export_package(code text, first bigint, last bigint, officer text) returns uuid
language plpgsql volatile security definer as $$
declare
  newest integer;
begin
  if partner.own_code(export_package.code) is null then
    raise exception 'no such agreement of yours' using errcode = 'PA071';
  end if;
  select coalesce(max(t.version), 1) into newest from agreement.activation t join agreement.agreement g on g.agreement_id = t.agreement_id where g.code = export_package.code;
  return agreement.write_entry('package.exported', jsonb_build_object('agreement', export_package.code, 'agreementVersion', newest, 'from', export_package.first, 'through',
    export_package.last), array[export_package.officer]);
end
$$;

revoke execute on all functions in schema agreement, partner from public;
revoke execute on function journal.commit_slots(text[], bytea[], text[]), journal.find_counted_head(bigint), journal.newest_counted(), journal.counts_at(text, bigint), journal.find_newest_audit(), journal.first_number_at(timestamptz) from public;
grant execute on function journal.find_counted_head(bigint), journal.find_newest_audit() to pars_portal;
grant execute on function agreement.find_range(timestamptz, timestamptz), agreement.find_head(bigint), agreement.find_tile(integer, bigint),
  agreement.read_leaves(bigint, bigint), agreement.read_basis(text, bigint, bigint, bigint), agreement.read_voted_texts(text, bigint), agreement.read_openings(text, bigint, bigint)
  to pars_police, pars_prosecutor, pars_court;
