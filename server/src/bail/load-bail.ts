import type { DocketView } from '@pars/contract'
import { type ArrestId, type BailOrder, bailWords, formatId } from '@pars/domain'
import { jsonInstants } from '../db/json-instants.ts'
import type { Read } from '../db/statement.ts'
import { uuidOf } from '../db/transaction.ts'
import { selectBail } from './bail.sql.ts'

export type Bail = DocketView['bail']
type Ask = NonNullable<Bail['request']>
type Order = NonNullable<Bail['order']>

interface Row {
  docket_id: string
  request: Ask | null
  defense_request: Ask | null
  guideline: Ask | null
  bail_order: Omit<Order, 'words'> | null
}

/** The order as the rules know it. */
export const orderOf = (order: Omit<Order, 'words'>): BailOrder =>
  order.kind === 'refused'
    ? { kind: 'refused-bail', reasons: order.reasons, reasonNote: order.reasonNote ?? '' }
    : {
        kind: 'set',
        types: order.types,
        amountCents: order.amountCents,
        depositPercent: order.depositPercent,
        conditions: order.conditions,
        reasons: order.reasons,
        reasonNote: order.reasonNote,
        abilityToPayConsidered: order.abilityToPayConsidered ?? false,
        abilityToPayNote: order.abilityToPayNote,
        dangerFound: order.dangerFound ?? false,
      }

const withId = <M extends { entryId: string }>(row: M): M => ({ ...row, entryId: formatId('ent', row.entryId) })

/** The four facts about bail of each docket of an arrest, by docket. */
export const loadBail = async (read: Read, arrestId: ArrestId, asOf: number | null): Promise<Map<string, Bail>> => {
  const rows = await read.rows<Row>(selectBail(uuidOf('arr', arrestId), asOf))
  return new Map(
    rows.map(jsonInstants).map(row => [
      formatId('dkt', row.docket_id),
      {
        request: row.request && withId(row.request),
        defenseRequest: row.defense_request && withId(row.defense_request),
        guideline: row.guideline && withId(row.guideline),
        order: row.bail_order && { ...withId(row.bail_order), words: bailWords(orderOf(row.bail_order)) },
      },
    ]),
  )
}
