/** Objects by which a door would get its own code run in a function that runs as the owner. */
export const shadow = {
  letMakeTemporary: (door: string) =>
    `do $do$ begin execute format('grant temporary on database %I to ${door}', current_database()); end $do$`,
  // A sequence counts on when its transaction is rolled back, so that no failure hides who ran the check of a domain.
  prepare: [
    'create temporary sequence has_run_as_owner',
    'grant usage on sequence pg_temp.has_run_as_owner to public',
    `create function pg_temp.tell() returns pg_catalog.bool language sql volatile as
       'select case when current_user = session_user then true else pg_catalog.nextval(''pg_temp.has_run_as_owner'') > 0 end'`,
    'grant execute on function pg_temp.tell() to public',
  ],
  hasRun: 'select is_called as has_run from pg_temp.has_run_as_owner',
  type: (name: string) => `create domain pg_temp.${name} as pg_catalog.${name} check (pg_temp.tell())`,
  table: (name: string) =>
    `create temporary table if not exists ${name} (entry_id pg_catalog.uuid, kind pg_catalog.text)`,
  view: (name: string) => `create temporary view ${name} as select 'arrest.reported'::pg_catalog.text as kind`,
  routine: `create function pg_temp.gen_random_uuid() returns uuid language sql as 'select null::uuid'`,
  operator: 'create operator pg_temp.= (leftarg = text, rightarg = text, function = textne)',
  searchIn: (path: string) => `set search_path = ${path}`,
  searchAsUsual: 'reset search_path',
}
