import type { QuestionOf } from '../../terms.ts'
import { textArray } from '../quote.ts'
import { type Compiling, findGround, findRows, type RowSource } from './find-rows.sql.ts'
import { argument, isMalformed, kept, type Question } from './question.sql.ts'

/** One person, by a number that the unit already has. */
export const byIdentifier = (compiling: Compiling, granted: QuestionOf<'by-identifier'>): Question => {
  const name = 'by_identifier'
  const asked = argument(name, 'identifier')
  const value = argument(name, 'value')
  const isGranted = `coalesce(${asked} = any (${textArray(granted.identifiers)}), false)`
  const source: RowSource = {
    from: `disclosure.identifier i join ${compiling.record} r on r.arrest_id = i.arrest_id`,
    where: `i.kind = ${asked} and i.value = ${value}`,
  }
  return {
    name,
    kind: 'by-identifier',
    args: [
      ['identifier', 'pg_catalog.text'],
      ['value', 'pg_catalog.text'],
    ],
    refusals: [
      [`not ${isGranted}`, 'filter-not-granted'],
      [isMalformed(value), 'filter-malformed'],
    ],
    find: `${findRows(compiling, source)}\n${findGround('by-identifier', source)}`,
    filters: `array[case when ${isGranted} then ${asked} else 'other' end]`,
    predicate: `jsonb_build_object('identifier', ${kept(asked)}, 'value', ${kept(value)})`,
  }
}
