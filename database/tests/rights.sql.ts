/** Statements that fail with 42501 exactly where a role lacks the right; whatever else they do is rolled back. */
export const statements = {
  select: (table: string) => `select count(*) from ${table} where false`,
  insert: (table: string) => `insert into ${table} default values`,
  update: (table: string, column: string) => `update ${table} set ${column} = ${column} where false`,
  delete: (table: string) => `delete from ${table} where false`,
  truncate: (table: string) => `truncate ${table}`,
}

export const refusedPrograms: Record<string, string> = {
  'a DO block': 'do $$ begin perform 1; end $$',
  'a table of its own': 'create table public.own (i integer)',
  'a temporary table': 'create temporary table own (i integer)',
  'a schema of its own': 'create schema own',
  'a large object of its own': 'select pg_catalog.lo_create(0)',
  'a type of its own': `create type public.own as enum ('a')`,
  'an operator of its own': 'create operator public.=== (leftarg = text, rightarg = text, function = texteq)',
  'a trigger of its own': 'create trigger own before insert on journal.entry execute function journal.refuse_change()',
  'a rule of its own': 'create rule own as on insert to journal.entry do instead nothing',
  'a policy of its own': 'create policy own on journal.entry using (true)',
  'a role of its own': 'create role own',
  'a function of its own': `create function pars.own() returns integer language sql as 'select 1'`,
  'becoming the owner': 'set role pars_owner',
  'becoming another door': 'set role pars_court',
  'becoming the superuser': 'set session authorization postgres',
  'switching triggers off': `set session_replication_role = 'replica'`,
  'disabling a trigger': 'alter table journal.entry disable trigger all',
  'dropping a policy': 'drop policy defense on court.docket',
  'owning what the owner owns': 'alter table journal.entry owner to current_user',
  'joining another door': 'grant pars_court to pars_police',
  'going around row policies': 'alter table court.docket disable row level security',
  'locking the journal': 'lock table journal.entry in share mode',
  'locking a case for a whole session': 'select pg_catalog.pg_advisory_lock(1)',
  'writing into the log of the server': `select pg_catalog.pg_logical_emit_message(false, 'own', 'text')`,
  'changing another door': 'alter role pars_sequencer nologin',
  'reading a file of the server': `select pg_read_file('PG_VERSION')`,
  'reading passwords': 'select rolpassword from pg_authid',
  'running a program': `copy (select 1) to program 'true'`,
}

/** PostgreSQL lets a role that holds some right on a table "grant" what it holds without grant option: that grants nothing. */
export const emptyGrant = 'grant select (last_four) on secret.ssn to pars_board'
export const boardReadsSsn = `select has_column_privilege('pars_board', 'secret.ssn', 'last_four', 'select') as granted`
