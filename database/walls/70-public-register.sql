-- The public register reads what decides about an agreement, what was carried out or lapsed, and whether duties were met: never evidence.
grant usage on schema inquiry to pars_portal;
grant select (agreement, agreement_version, starts_at, ends_at, ended_at, ended_why, stopped_at, stopped_why, resumes_at) on inquiry.standing to pars_portal;
grant select (resolution_id) on agreement.halt to pars_portal;
grant select (resolution_id, made_at) on agreement.lapse to pars_portal;
grant select (obligation_id, fulfilled_at) on agreement.fulfilment to pars_portal;
-- The number by which a vote is found in the public log.
grant select (entry_id) on journal.place to pars_portal;
-- When a released letter was first answered. The answer itself may not be released; that there is one must not be hidden, or "no reply on
-- file" would be a false word about whoever replied.
create or replace function agreement.replied_at(notice uuid) returns timestamptz
language sql stable security definer as $$
  select min(n.served_at) from agreement.notice n
  where n.replies_to = replied_at.notice and exists (select from agreement.notice o where o.notice_id = replied_at.notice and o.released)
$$;
revoke execute on function agreement.replied_at(uuid) from public;
grant execute on function agreement.replied_at(uuid) to pars_portal;
