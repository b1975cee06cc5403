-- Whoever made an act sits in the seat whose door wrote it, and has not left it.
create or replace function journal.require_maker() returns trigger
language plpgsql security definer as $$
declare
  maker pg_catalog.uuid := (to_jsonb(new) ->> tg_argv[0])::pg_catalog.uuid;
begin
  if not exists (
    select from staff.account a join journal.entry e on e.party = a.party
    where a.account_id = maker and a.ended_at is null and e.entry_id = new.entry_id) then
    raise exception '%.% was not made by somebody of that seat', tg_table_schema, tg_table_name using errcode = 'PA014';
  end if;
  return new;
end
$$;
do $$
declare
  made pg_catalog.record;
begin
  for made in
    select c.oid::regclass as act_table, a.attname as maker
    from pg_catalog.pg_class c
      join pg_catalog.pg_attribute e on e.attrelid = c.oid and e.attname = 'entry_id'
      join pg_catalog.pg_attribute a on a.attrelid = c.oid
        and a.attname in ('made_by', 'drafted_by', 'taken_by', 'certified_by', 'approved_by')
    where c.relnamespace in ('police'::regnamespace, 'prosecutor'::regnamespace, 'court'::regnamespace, 'defense'::regnamespace,
        'partner'::regnamespace, 'agreement'::regnamespace)
      and c.relkind = 'r'
  loop
    execute format('create or replace trigger require_maker before insert on %s for each row
      when (new.%I is not null) execute function journal.require_maker(%L)', made.act_table, made.maker, made.maker);
  end loop;
end
$$;
