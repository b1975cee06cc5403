import type { Terms } from '../../terms.ts'
import { isOrderedByTime } from '../needed-columns.ts'
import { literal } from '../quote.ts'

/** What the questions of one agreement have in common. */
export interface Compiling {
  terms: Terms
  /** The masking view, with its schema. */
  record: string
}

export interface RowSource {
  /** From what, with the masking view as `r`. */
  from: string
  where: string
}

/** Newest first where the time is shown, else by the random key: an order betrays what it is by. */
export const orderOf = ({ terms }: Compiling, alias: string): string =>
  isOrderedByTime(terms) ? `${alias}.arrested_at desc, ${alias}.arrest_id` : `${alias}.arrest_id`

/** The purpose is tested with the rows themselves: the cited case is found with each record, where that is what suffices. */
export const purposeHolds = `(not opened.must_find or exists (select from disclosure.identifier cited
    where cited.arrest_id = r.arrest_id and cited.kind = cited_kind and cited.value = cited_value))`

/** Rows under the policies, ordered and capped after them. `given`: what of a row is given. */
export const findRows = (compiling: Compiling, source: RowSource, given = 'r.given'): string => {
  const time = isOrderedByTime(compiling.terms) ? ', r.arrested_at' : ''
  return `select jsonb_agg(x.given order by ${orderOf(compiling, 'x')}), array_agg(distinct x.person_id) into given, persons from (
  select ${given}, r.person_id, r.arrest_id${time}
  from ${source.from}
  where ${source.where}
    and ${purposeHolds}
  order by ${orderOf(compiling, 'r')} limit opened.row_cap) x;`
}

/** Why nobody was found, for the custodians: found but for the cited case, on record but out of reach, or nobody. */
export const findGround = (kind: string, source: RowSource): string => `if given is null then
  ground := case when opened.must_find and exists (select from ${source.from} where ${source.where})
    then 'purpose-not-found' else inquiry.find_ground(${literal(kind)}, asked) end;
end if;`
