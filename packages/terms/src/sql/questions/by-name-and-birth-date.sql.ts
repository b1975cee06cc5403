import type { QuestionOf } from '../../terms.ts'
import { integerLiteral } from '../quote.ts'
import { type Compiling, findGround, findRows, purposeHolds, type RowSource } from './find-rows.sql.ts'
import { argument, isMalformed, kept, type Question } from './question.sql.ts'

const name = 'by_name_and_birth_date'
const last = argument(name, 'last')
const first = argument(name, 'first')
const born = argument(name, 'born_on')

// A name of another script folds to nothing: then only the very same letters are the same name.
const sameLast = `r.last_key = last_folded and (last_folded <> '' or r.last_name = ${last})`
const sameFirst = `r.first_key = first_folded and (first_folded <> '' or coalesce(r.first_name, '') = coalesce(${first}, ''))`
const sameNames = `${sameLast} and ${sameFirst}`
const lastAlike = `(last_folded <> '' and r.last_key = last_folded)`
const firstAlike = `(first_folded <> '' and r.first_key = first_folded)`
const swapped = `(last_folded <> '' and first_folded <> '' and r.last_key = first_folded and r.first_key = last_folded)`

/** Alike, not the same: shown by identity only, labelled, ranked after the policies by what is shown, one row a person. */
const findPossible = (record: string, possible: number): string => `if given is null then
  select jsonb_agg(x.given order by x.closeness, x.arrest_id), array_agg(x.person_id) into given, persons from (
    select p.given, p.person_id, p.arrest_id, p.closeness from (
      select distinct on (r.person_id) jsonb_build_object('identity', r.given -> 'identity', 'match', 'possible') as given, r.person_id, r.arrest_id,
        case when r.born_on = turned then 1
          when r.born_on = ${born} then case when ${swapped} then 2 when ${lastAlike} then 3 else 4 end
          when r.born_on = any (array[${born} - 1, ${born} + 1]) then 5
          else 6 end as closeness
      from ${record} r
      where (r.born_on = ${born} and (${lastAlike} or ${firstAlike} or ${swapped})
          or r.born_on = any (near) and ${sameNames})
        and ${purposeHolds}
      order by r.person_id, closeness, r.arrest_id) p
    order by p.closeness, p.arrest_id limit least(${integerLiteral(possible)}, opened.row_cap)) x;
  if given is not null then
    classes := array['identity'];
    ground := 'possible-matches-only';
  end if;
end if;`

/** Exact folded names and birth date are a match; what is only alike is offered when nobody matches, and is never called one. */
export const byNameAndBirthDate = (compiling: Compiling, granted: QuestionOf<'by-name-and-birth-date'>): Question => {
  const source: RowSource = { from: `${compiling.record} r`, where: `r.born_on = ${born} and ${sameNames}` }
  const possible = granted.possible === 0 ? [] : [findPossible(compiling.record, granted.possible)]
  return {
    name,
    kind: 'by-name-and-birth-date',
    args: [
      ['last', 'pg_catalog.text'],
      ['first', 'pg_catalog.text'],
      ['born_on', 'pg_catalog.date'],
    ],
    declares: [
      'last_folded pg_catalog.text',
      'first_folded pg_catalog.text',
      'turned pg_catalog.date',
      'near pg_catalog.date[]',
    ],
    refusals: [
      [
        `(${isMalformed(last)} or length(${first}) > 200 or coalesce(${born} not between date '1850-01-01' and date '2199-12-31', true))`,
        'filter-malformed',
      ],
    ],
    find: [
      `last_folded := disclosure.fold(${last});`,
      `first_folded := disclosure.fold(${first});`,
      ...(granted.possible === 0 ? [] : nearDates),
      findRows(compiling, source, `r.given || '{"match": "exact"}'::pg_catalog.jsonb as given`),
      ...possible,
      findGround('by-name-and-birth-date', source),
    ].join('\n'),
    filters: "array['birth-date', 'name']",
    predicate: `jsonb_build_object('last', ${kept(last)}, 'first', ${kept(first)}, 'bornOn', ${born})`,
  }
}

/** Day and month the other way round, a day off, the year off by one. */
const nearDates = [
  `if extract(day from ${born}) <= 12 then
  turned := nullif(make_date(extract(year from ${born})::integer, extract(day from ${born})::integer, extract(month from ${born})::integer), ${born});
end if;`,
  `near := array[turned, ${born} - 1, ${born} + 1, (${born} - interval '1 year')::pg_catalog.date, (${born} + interval '1 year')::pg_catalog.date];`,
]
