import type { Statement } from '../db/statement.ts'
import { spellingsOf } from './spellings.ts'

/** What a search asks, each as it is stored; a name is the beginning of one. */
export interface Criteria {
  readonly lastName?: string
  readonly firstName?: string
  readonly otn?: string
  readonly dcNumber?: string
  readonly docketNumber?: string
  readonly policeNumber?: string
  readonly intakeNumber?: string
}

/**
 * The range of a prefix in the order of code units, which an index knows whatever the plan: `like` with a parameter it does not. The last
 * code point of Unicode ends it.
 */
const begins =
  (column: string) =>
  (values: readonly string[]): string =>
    `(${values.map(value => `lower(${column}) ~>=~ ${value} and lower(${column}) ~<=~ (${value} || U&'\\+10FFFF')`).join(' or ')})`

const is =
  (sql: (value: string) => string) =>
  ([value]: readonly string[]): string =>
    sql(value ?? 'null')

const conditions: { readonly [C in keyof Criteria]-?: (values: readonly string[]) => string } = {
  lastName: begins('a.last_name'),
  firstName: begins('a.first_name'),
  otn: is(value => `a.otn = ${value}`),
  dcNumber: is(
    value =>
      `exists (select from police.arrest_incident i where i.dc_number = ${value} and i.arrest_id = a.arrest_id and i.version = a.version)`,
  ),
  docketNumber: is(value => `a.arrest_id in (select d.arrest_id from court.docket d where d.docket_number = ${value})`),
  policeNumber: is(
    value => `a.person_id in (select p.person_id from police.person p where p.police_number = ${value})`,
  ),
  intakeNumber: is(value => `a.intake_number = ${value}`),
}

/** The tombstone of the record that police had sent under this number. Only its keyed hash is kept. */
export const selectErased = (intakeNumber: string): Statement => ({
  name: 'select-erased-by-intake-number',
  text: `select t.arrest_id, t.made_at, p.number from court.tombstone t left join journal.place p using (entry_id)
    where t.arrest_id = court.find_erased($1)`,
  values: [intakeNumber],
})

const names = Object.keys(conditions) as (keyof Criteria)[]

const valuesOf = (criteria: Criteria, name: keyof Criteria): string[] => {
  const value = criteria[name]
  if (value === undefined) return []
  return name === 'lastName' || name === 'firstName' ? spellingsOf(value) : [value]
}

/**
 * The arrests that fit every criterion given, newest first. The fitting ones are found first: with the limit in sight the planner would
 * walk the arrests by time. `after` is the last arrest of the page before.
 */
export const selectFound = (criteria: Criteria, after: string | null, limit: number): Statement => {
  const values: unknown[] = [after, limit]
  const given = names.map(name => ({ name, texts: valuesOf(criteria, name) })).filter(({ texts }) => texts.length > 0)
  const fits = given.map(({ name, texts }) => conditions[name](texts.map(text => `$${values.push(text)}::text`)))
  return {
    name: `select-found-${given.map(({ name, texts }) => `${name}${texts.length}`.toLowerCase()).join('-')}`,
    text: `with fitting as materialized (select a.arrest_id, a.arrested_at from police.arrest a where ${fits.join(' and ')}
      and a.arrest_id <> all ((select court.sealed_here())::uuid[]))
    select f.arrest_id from fitting f
    where $1::uuid is null or (f.arrested_at, f.arrest_id) < (select l.arrested_at, l.arrest_id from police.arrest l where l.arrest_id = $1)
    order by f.arrested_at desc, f.arrest_id desc limit $2`,
    values,
  }
}
