-- Why an answer is empty, for the custodians: committed with the inquiry, shown to no partner. The policies hide from a question
-- what is out of reach; this looks without them, and says a word that goes into the entry and nowhere else.
create or replace function inquiry.find_ground(question text, predicate jsonb) returns text
language plpgsql stable security definer as $$
declare
  is_on_record boolean;
begin
  if find_ground.question = 'by-identifier' then
    is_on_record := exists (select from disclosure.identifier i
      where i.kind = find_ground.predicate ->> 'identifier' and i.value = find_ground.predicate ->> 'value');
  elsif find_ground.question = 'by-incident' then
    is_on_record := exists (select from disclosure.identifier i where i.kind = 'incident' and i.value = find_ground.predicate ->> 'incident');
  elsif find_ground.question = 'by-name-and-birth-date' then
    is_on_record := exists (select from disclosure.record r
      where r.born_on = (find_ground.predicate ->> 'bornOn')::pg_catalog.date
        and r.last_key = disclosure.fold(find_ground.predicate ->> 'last') and (r.last_key <> '' or r.last_name = find_ground.predicate ->> 'last')
        and r.first_key = disclosure.fold(find_ground.predicate ->> 'first')
        and (r.first_key <> '' or coalesce(r.first_name, '') = coalesce(find_ground.predicate ->> 'first', '')));
  end if;
  return case when is_on_record then 'out-of-reach' else 'nobody-found' end;
end
$$;
revoke execute on all functions in schema inquiry from public;
