import type { QuestionOf } from '../../terms.ts'
import { integerLiteral } from '../quote.ts'
import { type Compiling, findRows } from './find-rows.sql.ts'
import { argument, type Question } from './question.sql.ts'

/** Every arrest in reach of the last hours. */
export const recent = (compiling: Compiling, granted: QuestionOf<'recent'>): Question => {
  const hours = argument('recent', 'hours')
  const source = { from: `${compiling.record} r`, where: 'r.arrested_at >= since' }
  return {
    name: 'recent',
    kind: 'recent',
    args: [['hours', 'integer']],
    declares: ['since pg_catalog.timestamptz'],
    refusals: [
      [`${hours} > ${integerLiteral(granted.hours)}`, 'filter-not-granted'],
      [`coalesce(${hours} < 1, true)`, 'filter-malformed'],
    ],
    find: `since := pars.instant() - make_interval(hours => ${hours});
${findRows(compiling, source)}
if given is null then
  ground := 'nobody-found';
end if;`,
    filters: "array['hours']",
    predicate: `jsonb_build_object('hours', ${hours})`,
  }
}
