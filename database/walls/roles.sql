-- Cluster-wide, so run as the administrator at every migration, before and apart from the other walls.
-- A door is one login role: member of nothing, owner of nothing. Its password is set beside this.
do $$
declare
  door name;
  timeout text;
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'pars_owner') then
    create role pars_owner nologin noinherit nocreatedb createrole;
  end if;
  -- It makes the roles of an agreement, inside agreement.activate() and nowhere else: nobody can log in as it or become it.
  alter role pars_owner createrole;
  for door, timeout in
    values ('pars_police'::name, '15s'), ('pars_prosecutor', '15s'), ('pars_court', '15s'), ('pars_defense', '15s'),
      ('pars_signin', '5s'), ('pars_keeper', '60s'), ('pars_board', '10s'), ('pars_portal', '5s'), ('pars_sequencer', '30s')
  loop
    if not exists (select from pg_catalog.pg_roles where rolname = door) then
      execute format('create role %I login noinherit nocreatedb nocreaterole', door);
    end if;
    execute format('alter role %I set statement_timeout = %L', door, timeout);
    execute format('alter role %I set idle_in_transaction_session_timeout = %L', door, '15s');
    -- Every name in a door's SQL is written with its schema.
    execute format('alter role %I set search_path = pg_catalog', door);
    execute format('alter role %I set timezone = %L', door, 'UTC');
  end loop;
end
$$;
