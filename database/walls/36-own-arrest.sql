-- A row that names an arrest is about the arrest of its entry: what changes a record stands in that record's history, and no entry
-- of one record serves for another.
create or replace function journal.require_own_arrest() returns trigger
language plpgsql security definer as $$
begin
  if not exists (select from journal.arrest_entry x where x.entry_id = new.entry_id and x.arrest_id = new.arrest_id) then
    raise exception '%.% is about another arrest than its entry', tg_table_schema, tg_table_name using errcode = 'PA015';
  end if;
  return new;
end
$$;
do $$
declare
  owned regclass;
begin
  for owned in
    select c.oid::regclass from pg_catalog.pg_class c
      join pg_catalog.pg_attribute e on e.attrelid = c.oid and e.attname = 'entry_id'
      join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'arrest_id'
    where c.relnamespace in ('police'::regnamespace, 'prosecutor'::regnamespace, 'court'::regnamespace, 'defense'::regnamespace,
        'narrative'::regnamespace, 'victim'::regnamespace, 'secret'::regnamespace)
      and c.relkind = 'r'
  loop
    -- After require_entry, by its name: a row without a good entry fails for that.
    execute format('create or replace trigger require_own_arrest before insert or update on %s for each row
      when (new.arrest_id is not null) execute function journal.require_own_arrest()', owned);
  end loop;
end
$$;
