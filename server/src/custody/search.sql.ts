import type { Statement } from '../db/statement.ts'

/** What a search asks, each as it is stored; a name is the beginning of one. */
export interface Criteria {
  readonly lastName?: string
  readonly firstName?: string
  readonly otn?: string
  readonly dcNumber?: string
  readonly docketNumber?: string
  readonly policeNumber?: string
}

/**
 * The range of one prefix in the order of code units, which an index knows whatever the plan: `like` with a parameter it does not. The
 * last code point of Unicode ends it.
 */
const begins = (column: string, value: string): string =>
  `lower(${column}) ~>=~ lower(${value}) and lower(${column}) ~<=~ (lower(${value}) || U&'\\+10FFFF')`

const conditions: { readonly [C in keyof Criteria]-?: (value: string) => string } = {
  lastName: value => begins('a.last_name', value),
  firstName: value => begins('a.first_name', value),
  otn: value => `a.otn = ${value}`,
  dcNumber: value =>
    `exists (select from police.arrest_incident i where i.dc_number = ${value} and i.arrest_id = a.arrest_id and i.version = a.version)`,
  docketNumber: value => `a.arrest_id in (select d.arrest_id from court.docket d where d.docket_number = ${value})`,
  policeNumber: value => `a.person_id in (select p.person_id from police.person p where p.police_number = ${value})`,
}
const names = Object.keys(conditions) as (keyof Criteria)[]

/**
 * The arrests that fit every criterion given, newest first, one more than a page. The fitting ones are found first: with the limit in
 * sight the planner would walk the arrests by time. `after` is the last arrest of the page before.
 */
export const selectFound = (criteria: Criteria, after: string | null, limit: number): Statement => {
  const given = names.filter(name => criteria[name] !== undefined)
  const fits = given.map((name, index) => conditions[name](`$${index + 3}::text`)).join(' and ')
  return {
    name: `select-found-${given.join('-').toLowerCase()}`,
    text: `with fitting as materialized (select a.arrest_id, a.arrested_at from police.arrest a where ${fits}),
      last as (select a.arrested_at, a.arrest_id from police.arrest a where a.arrest_id = $1)
    select f.arrest_id from fitting f
    where $1::uuid is null or (f.arrested_at, f.arrest_id) < (select l.arrested_at, l.arrest_id from last l)
    order by f.arrested_at desc, f.arrest_id desc limit $2`,
    values: [after, limit, ...given.map(name => criteria[name])],
  }
}
