-- Proofs for who has no other right to the journal: a partner's receipts of its own inquiries.

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

-- Public under /log as well: the first signed head that holds an entry, and the tiles that lead to it.
create or replace function partner.find_checkpoint(number bigint) returns table (size bigint, note text)
language sql stable security definer as $$
  select c.size, c.note from journal.checkpoint c where c.size >= find_checkpoint.number order by c.size limit 1
$$;
create or replace function partner.find_tile(level integer, index bigint) returns table (width integer, bytes bytea)
language sql stable security definer as $$
  select t.width, t.bytes from journal.tile t where t.level = find_tile.level and t.index = find_tile.index
$$;
revoke execute on function journal.commit_slots(text[], bytea[], text[]), partner.find_receipt(uuid, text), partner.find_checkpoint(bigint),
  partner.find_tile(integer, bigint) from public;
