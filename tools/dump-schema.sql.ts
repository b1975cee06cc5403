import type { Client } from 'pg'

const zones = `('pars', 'journal', 'common', 'staff', 'police', 'prosecutor', 'court', 'defense', 'narrative', 'victim', 'secret',
  'disclosure', 'partner', 'agreement', 'inquiry')`

/** Each query gives lines of text in a fixed order; comments of the catalog's own wording differ between versions and are left out. */
const parts: readonly [title: string, sql: string][] = [
  [
    'Tables',
    `select format(E'create table %I.%I (\n%s\n);', n.nspname, c.relname,
        string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
          coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')), E',\n' order by a.attnum)) as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relkind = 'r' and n.nspname in ${zones} group by n.nspname, c.relname order by n.nspname, c.relname`,
  ],
  [
    'Constraints',
    `select format('alter table %s add constraint %I %s;', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as line
      from pg_constraint c join pg_namespace n on n.oid = c.connamespace
      where n.nspname in ${zones} and c.conrelid <> 0 and c.contype in ('p', 'u', 'f', 'c', 'x') order by c.conrelid::regclass::text, c.conname`,
  ],
  [
    'Indexes',
    `select pg_get_indexdef(i.indexrelid) || ';' as line from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ${zones} and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by 1`,
  ],
  [
    'Sequences',
    `select format('create sequence %s;', c.oid::regclass) as line from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and n.nspname in ${zones} order by 1`,
  ],
  [
    'Functions, by the hash of their text',
    `select format('%s(%s) %s sha256 %s', p.oid::regproc, pg_get_function_identity_arguments(p.oid), case when p.prosecdef then 'security definer' else 'invoker' end,
        encode(sha256(convert_to(p.prosrc, 'UTF8')), 'hex')) as line
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ${zones} order by 1`,
  ],
  [
    'Triggers',
    `select pg_get_triggerdef(t.oid) || case t.tgenabled when 'A' then '; -- always' else ';' end as line
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where not t.tgisinternal and n.nspname in ${zones} order by n.nspname, c.relname, t.tgname`,
  ],
  [
    'Row policies',
    `select format('create policy %I on %I.%I as %s for %s to %s using (%s)%s;', policyname, schemaname, tablename, lower(permissive), lower(cmd), array_to_string(roles, ', '), coalesce(qual, ''),
        coalesce(' with check (' || with_check || ')', '')) as line
      from pg_policies where schemaname in ${zones} order by schemaname, tablename, policyname`,
  ],
  [
    'Grants on tables',
    `select format('grant %s on %s to %s;', string_agg(lower(a.privilege_type), ', ' order by a.privilege_type), c.oid::regclass, r.rolname) as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
      where n.nspname in ${zones} and r.rolname <> 'pars_owner' and c.relkind in ('r', 'S') group by c.oid, r.rolname order by c.oid::regclass::text, r.rolname`,
  ],
  [
    'Grants on columns',
    `select format('grant %s (%s) on %s to %s;', lower(x.privilege_type), string_agg(x.attname, ', ' order by x.attnum), x.relation, x.rolname) as line
      from (select a.privilege_type, t.attname, t.attnum, t.attrelid::regclass::text as relation, r.rolname
        from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace
          cross join lateral aclexplode(t.attacl) a join pg_roles r on r.oid = a.grantee
        where n.nspname in ${zones} and r.rolname <> 'pars_owner' and not t.attisdropped) x
      group by x.relation, x.rolname, x.privilege_type order by x.relation, x.rolname, x.privilege_type`,
  ],
  [
    'Grants on functions and schemas',
    `select format('grant execute on function %s to %s;', p.oid::regprocedure, coalesce(r.rolname, 'public')) as line
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace cross join lateral aclexplode(p.proacl) a left join pg_roles r on r.oid = a.grantee
      where n.nspname in ${zones} and coalesce(r.rolname, 'public') <> 'pars_owner'
      union all
      select format('grant %s on schema %I to %s;', lower(a.privilege_type), n.nspname, coalesce(r.rolname, 'public'))
      from pg_namespace n cross join lateral aclexplode(n.nspacl) a left join pg_roles r on r.oid = a.grantee
      where n.nspname in ${zones} and coalesce(r.rolname, 'public') <> 'pars_owner' order by 1`,
  ],
]

/** The schema as text: what there is and who may, in a fixed order. */
export const listSchema = async (client: Client): Promise<string> => {
  const chapters: string[] = []
  for (const [title, sql] of parts) {
    const { rows } = await client.query<{ line: string }>(sql)
    chapters.push(`-- ${title}\n${rows.map(row => row.line).join('\n')}`)
  }
  return `-- Generated by tools/dump-schema.ts from a fresh database; never edited.\n\n${chapters.join('\n\n')}\n`
}
