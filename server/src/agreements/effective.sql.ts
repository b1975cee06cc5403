import type { Statement } from '../db/statement.ts'

export interface EffectiveRow {
  door: string
  in_place: boolean
  functions: string[]
  readable: string[]
  view: string | null
  columns: string[]
  policies: { name: string; restrictive: boolean; condition: string }[]
  standing: {
    startsAt: string
    endsAt: string
    units: string[]
    purposes: Record<string, { cites: string; suffices: string }>
    limits: Record<string, number>
    outage: { minutes: number; stops: boolean }
  } | null
}

/** What the catalog itself says, whatever was voted: asked of each role by `has_…_privilege`, not of what somebody once granted. */
export const selectEffective = (agreementId: string, version: number): Statement => ({
  name: 'select-effective',
  text: `select v.door::text as door, door.oid is not null as in_place,
    coalesce((select array_agg(n.nspname || '.' || p.proname order by n.nspname, p.proname) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where door.oid is not null and n.nspname not in ('pg_catalog', 'information_schema') and has_function_privilege(door.oid, p.oid, 'execute')
        and has_schema_privilege(door.oid, n.oid, 'usage')), '{}') as functions,
    coalesce((select array_agg(n.nspname || '.' || c.relname order by n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where door.oid is not null and c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
        and has_schema_privilege(door.oid, n.oid, 'usage') and has_any_column_privilege(door.oid, c.oid, 'select')), '{}') as readable,
    (select pg_get_viewdef(c.oid) from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = v.door and c.relname = 'record' and c.relkind = 'v') as view,
    coalesce((select array_agg(a.attname::text order by a.attname) from pg_attribute a
      where definer.oid is not null and a.attrelid = record.oid and a.attnum > 0 and not a.attisdropped
        and has_column_privilege(definer.oid, a.attrelid, a.attnum, 'select')), '{}') as columns,
    coalesce((select jsonb_agg(jsonb_build_object('name', o.polname, 'restrictive', not o.polpermissive, 'condition', pg_get_expr(o.polqual, o.polrelid)) order by o.polname)
      from pg_policy o where definer.oid = any (o.polroles) and o.polrelid = record.oid), '[]') as policies,
    (select jsonb_build_object('startsAt', s.starts_at, 'endsAt', s.ends_at, 'units', to_jsonb(s.units), 'purposes', s.purposes,
        'limits', jsonb_build_object('inquiriesPerUnitPerDay', s.inquiries_per_unit_per_day, 'inquiriesPerOfficerPerDay', s.inquiries_per_officer_per_day,
          'personsPerUnitPerDay', s.persons_per_unit_per_day, 'rowsPerAnswer', s.rows_per_answer),
        'outage', jsonb_build_object('minutes', s.outage_minutes, 'stops', s.outage_stops))
      from inquiry.standing s where s.door = v.door) as standing
  from agreement.version v
    cross join (select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'disclosure' and c.relname = 'record') record
    left join pg_roles door on door.rolname = v.door
    left join pg_roles definer on definer.rolname = 'def_' || substr(v.door::text, 5)
  where v.agreement_id = $1 and v.version = $2`,
  values: [agreementId, version],
})

export interface UseRow {
  kind: string
  name: string
  count: number
  last_at: string
}

/** How often each power of one version was used in so many days, and when last. Refused inquiries count by the term that refused. */
export const selectUses = (agreementId: string, version: number, days: number): Statement => ({
  name: 'select-uses',
  text: `with asked as materialized (
      select i.* from inquiry.asked i join agreement.version v on v.door = i.door where v.agreement_id = $1 and v.version = $2
        and i.asked_at >= pars.instant() - make_interval(days => $3))
    select u.kind, u.name, count(*)::int as count, max(u.asked_at) as last_at from (
      select 'question' as kind, question as name, asked_at from asked where outcome = 'answered'
      union all select 'purpose', purpose, asked_at from asked where outcome = 'answered'
      union all select 'unit', unit_code, asked_at from asked where outcome = 'answered'
      union all select 'filter', f, asked_at from asked, unnest(filters) f where outcome = 'answered'
      union all select 'class', c, asked_at from asked, unnest(classes) c where outcome = 'answered' and row_count > 0
      union all select 'refusal', term, asked_at from asked where outcome = 'refused') u
    group by u.kind, u.name order by u.kind, u.name`,
  values: [agreementId, version, days],
})
