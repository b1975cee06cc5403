import { type Compiling, findGround, findRows, type RowSource } from './find-rows.sql.ts'
import { argument, isMalformed, kept, type Question } from './question.sql.ts'

/** Everyone in reach who was arrested for one incident. */
export const byIncident = (compiling: Compiling): Question => {
  const name = 'by_incident'
  const incident = argument(name, 'incident')
  const source: RowSource = {
    from: `disclosure.identifier i join ${compiling.record} r on r.arrest_id = i.arrest_id`,
    where: `i.kind = 'incident' and i.value = ${incident}`,
  }
  return {
    name,
    kind: 'by-incident',
    args: [['incident', 'pg_catalog.text']],
    refusals: [[isMalformed(incident), 'filter-malformed']],
    find: `${findRows(compiling, source)}\n${findGround('by-incident', source)}`,
    filters: "array['incident']",
    predicate: `jsonb_build_object('incident', ${kept(incident)})`,
  }
}
