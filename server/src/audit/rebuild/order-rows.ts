import { type ActEntry, listOf, type Members, orNull, type Row, uuidIn } from '../act-entry.ts'

const made = (entry: ActEntry): Members => ({ made_by: entry.by, made_at: entry.at })

const enteredOf = (entry: ActEntry): Row[] => {
  const { act } = entry
  return [
    {
      table: 'court.record_order',
      fixed: {
        order_id: uuidIn(act['orderId']),
        order_number: orNull(act['orderNumber']),
        ordered_on: orNull(act['orderedOn']),
        judge: orNull(act['judge']),
        act: orNull(act['act']),
        ground: orNull(act['ground']),
        arrest_id: entry.arrestId,
        charges: Array.isArray(act['charges']) ? listOf(act['charges']).map(uuidIn) : null,
        readers: orNull(act['readers']),
        ...made(entry),
      },
    },
  ]
}

/** Orders about records, who verified them, and what keeps a record from them. */
export const orderRows = {
  'record-order.entered': enteredOf,
  'record-order.checked': (entry: ActEntry): Row[] => [
    {
      table: 'court.record_order_check',
      fixed: {
        order_id: uuidIn(entry.act['orderId']),
        decision: orNull(entry.act['decision']),
        reason: orNull(entry.act['reason']),
        ...made(entry),
      },
    },
  ],
  'litigation-hold.set': (entry: ActEntry): Row[] => [
    {
      table: 'court.litigation_hold',
      fixed: {
        hold_id: uuidIn(entry.act['holdId']),
        arrest_id: entry.arrestId,
        matter: orNull(entry.act['matter']),
        reason: orNull(entry.act['reason']),
        seat: entry.party,
        ...made(entry),
      },
    },
  ],
  'litigation-hold.ended': (entry: ActEntry): Row[] => [
    {
      table: 'court.litigation_hold_end',
      fixed: {
        hold_id: uuidIn(entry.act['holdId']),
        reason: orNull(entry.act['reason']),
        seat: entry.party,
        ...made(entry),
      },
    },
  ],
}
