import type { Client } from 'pg'

const zones = `('pars', 'journal', 'common', 'staff', 'police', 'prosecutor', 'court', 'defense', 'narrative', 'victim', 'secret',
  'disclosure', 'partner', 'agreement', 'inquiry')`

export interface TableColumns {
  table: string
  columns: string[]
}
/** Every table of every zone, `schema.table`, with its columns in order. */
export const listTables = async (client: Client): Promise<TableColumns[]> => {
  const { rows } = await client.query<TableColumns>(
    `select n.nspname || '.' || c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname in ${zones} group by 1 order by 1`,
  )
  return rows
}

/** Columns of one table that a role may select, insert or update. */
export const listRights = async (client: Client, table: string, role: string) => {
  const { rows } = await client.query<{ select: string[]; insert: string[]; update: string[] }>(
    `select coalesce(array_agg(a.attname::text order by a.attnum) filter (where has_column_privilege($2, $1::regclass, a.attnum, 'select')), '{}') as select,
       coalesce(array_agg(a.attname::text order by a.attnum) filter (where has_column_privilege($2, $1::regclass, a.attnum, 'insert')), '{}') as insert,
       coalesce(array_agg(a.attname::text order by a.attnum) filter (where has_column_privilege($2, $1::regclass, a.attnum, 'update')), '{}') as update
     from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`,
    [table, role],
  )
  const rights = rows[0]
  if (rights === undefined) throw new Error(`no table ${table}`)
  return rights
}

export interface RoutineRow {
  name: string
  definer: boolean
  owner: string
  settings: string[] | null
  source: string
  language: string
  grantees: string[]
}
/** Every function of every zone, with who may execute it besides its owner (`-` is everybody). */
export const listRoutines = async (client: Client): Promise<RoutineRow[]> => {
  const { rows } = await client.query<RoutineRow>(
    `select p.oid::regprocedure::text as name, p.prosecdef as definer, p.proowner::regrole::text as owner,
       p.proconfig as settings, p.prosrc as source, l.lanname as language,
       array(select a.grantee::regrole::text from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
         where a.grantee <> p.proowner order by 1) as grantees
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
     where n.nspname in ${zones} order by 1`,
  )
  return rows
}

/** Functions in PL/pgSQL that run as their owner or are called by those that do, in every zone there is. */
export const listOwnersPrograms = async (client: Client): Promise<{ name: string; source: string }[]> => {
  const { rows } = await client.query<{ name: string; source: string }>(
    `select p.oid::regprocedure::text as name, p.prosrc as source from pg_proc p join pg_language l on l.oid = p.prolang
     where p.proowner = 'pars_owner'::regrole and l.lanname = 'plpgsql' order by 1`,
  )
  return rows
}

export interface RoleRow {
  name: string
  attributes: string
  members: string[]
  owned: string
}
/** Attributes, memberships in both directions and number of owned objects of each role of PARS. */
export const listRoles = async (client: Client): Promise<RoleRow[]> => {
  const { rows } = await client.query<RoleRow>(
    `select r.rolname as name,
       concat_ws(' ', case when r.rolcanlogin then 'login' end, case when r.rolsuper then 'super' end,
         case when r.rolcreatedb then 'createdb' end, case when r.rolcreaterole then 'createrole' end,
         case when r.rolreplication then 'replication' end, case when r.rolbypassrls then 'bypassrls' end,
         case when r.rolinherit then 'inherit' end) as attributes,
       array(select m.member::regrole || ' in ' || m.roleid::regrole from pg_auth_members m
         where (m.member = r.oid or m.roleid = r.oid)
           -- Since 16, whoever makes a role may administer it, which is no use of it: neither inherited nor set.
           and coalesce(to_jsonb(m) ->> 'inherit_option', 'true') || coalesce(to_jsonb(m) ->> 'set_option', 'true') <> 'falsefalse'
         order by 1) as members,
       (select count(*) from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o')::text as owned
     from pg_roles r where r.rolname like 'pars\\_%' order by 1`,
  )
  return rows
}

/** Tables of all zones with another owner than pars_owner. */
export const listStrayTables = async (client: Client): Promise<string[]> => {
  const { rows } = await client.query<{ table: string }>(
    `select c.oid::regclass::text as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ${zones} and c.relowner <> 'pars_owner'::regrole`,
  )
  return rows.map(row => row.table)
}

/** Schemas in which a role may create something. */
export const listCreatable = async (client: Client, role: string): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname as name from pg_namespace n where has_schema_privilege($1, n.oid, 'create') order by 1`,
    [role],
  )
  return rows.map(row => row.name)
}

/** Tables with a row policy for a role and without one for it although row security is on. */
export const listWalledTables = async (client: Client): Promise<string[]> => {
  const { rows } = await client.query<{ table: string }>(
    `select n.nspname || '.' || c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relrowsecurity and n.nspname in ${zones} order by 1`,
  )
  return rows.map(row => row.table)
}
