import { type QuestionOf, visibleClasses } from '../../terms.ts'
import { populationSql } from '../population.sql.ts'
import { integerLiteral, textArray } from '../quote.ts'
import { type Compiling, purposeHolds } from './find-rows.sql.ts'
import { argument, kept, type Question } from './question.sql.ts'

const cursor = argument('feed', 'cursor')
const request = argument('feed', 'request')

/**
 * What changed since a cursor, about persons whom the unit named before in an answered inquiry for the same purpose and case. A change
 * is told only where it shows: a class of fields that is visible changed, or the record came into reach. What is hidden may change as
 * it will, and nothing stirs.
 */
export const feed = (compiling: Compiling, granted: QuestionOf<'feed'>): Question => {
  const { terms, record } = compiling
  const population = populationSql(terms.population, { column: column => `c.was_${column}`, now: 'since' })
  const wasInReach = terms.directFile ? population : `c.was_adult and ${population}`
  return {
    name: 'feed',
    kind: 'feed',
    args: [['cursor', 'pg_catalog.text']],
    declares: ['since pg_catalog.timestamptz', 'after bigint', 'reached bigint'],
    refusals: [[`inquiry.read_cursor(${cursor}, ${request} ->> 'unit') is null`, 'cursor-not-valid']],
    find: `since := pars.instant();
after := inquiry.read_cursor(${cursor}, ${request} ->> 'unit');
select jsonb_agg(x.given order by x.number, x.arrest_id), array_agg(distinct x.person_id),
    case when count(*) < opened.row_cap then inquiry.last_number() else max(x.number) end into given, persons, reached from (
  select r.given, r.person_id, r.arrest_id, max(c.number) as number
  from inquiry.list_changes(${request}, ${integerLiteral(granted.days)}, after) c
    join ${record} r on r.arrest_id = c.arrest_id and r.person_id = c.person_id
  where (c.classes && ${textArray(visibleClasses(terms).sort())} or not coalesce(c.was_arrested_at is not null and ${wasInReach}, false))
    and ${purposeHolds}
  group by r.given, r.person_id, r.arrest_id
  order by max(c.number) fetch first (opened.row_cap) rows with ties) x;
if given is null then
  ground := 'nobody-found';
end if;
cursor_after := inquiry.seal_cursor(reached, ${request} ->> 'unit');`,
    filters: "array['cursor']",
    predicate: `jsonb_build_object('cursor', ${kept(cursor)})`,
  }
}
