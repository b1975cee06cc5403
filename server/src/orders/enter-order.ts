import {
  type ArrestId,
  acceptRecordOrder,
  cityDateOf,
  idPattern,
  isRefused,
  type RecordInForce,
  type RecordOrderId,
  type RecordOrderOffered,
  type Refused,
  refuse,
} from '@pars/domain'
import { noSuchCase } from '../custody/case-standing.ts'
import { findEnding } from '../custody/find-ending.ts'
import { insertRow } from '../db/insert-row.sql.ts'
import { lockCase } from '../db/lock-case.ts'
import { newId } from '../db/new-id.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { selectOrderFacts } from './orders.sql.ts'

interface Facts {
  numbers: string[]
  charges: string[][]
  used: boolean
  in_force: RecordInForce
  [column: string]: unknown
}

/** What an order destroyed no other order brings back. */
const notThere = async (tx: Tx, arrestId: ArrestId): Promise<Refused<'not-found' | 'erased-by-order'>> => {
  const ending = await findEnding(tx, arrestId)
  return ending ? refuse('erased-by-order', `${ending.say} No order brings it back.`) : noSuchCase
}

const uuidOfCharge = (id: string): string => uuidOf(idPattern('chg').test(id) ? 'chg' : 'pch', id)

/** Enters a court's order about a record. It does nothing before somebody else of the court has verified it. */
export const enterRecordOrder = verb(
  'record-order.enter',
  async (tx: Tx, ctx: VerbContext, given: RecordOrderOffered & { arrestId: ArrestId }) => {
    const { arrestId, ...order } = given
    await lockCase(tx, arrestId)
    const found = await tx.find<Facts>(selectOrderFacts(uuidOf('arr', arrestId), order.orderNumber))
    if (!found) return notThere(tx, arrestId)
    const charges = order.charges?.map(uuidOfCharge) ?? null
    const decision = acceptRecordOrder(
      {
        numbersOfCase: found.numbers,
        charges: found.charges,
        numberUsed: found.used,
        inForce: found.in_force,
        today: cityDateOf(ctx.now),
      },
      { ...order, charges },
    )
    if (isRefused(decision)) return decision
    const orderId = newId('ord') as RecordOrderId
    const entry = await appendEntry(tx, ctx.actor, {
      kind: 'record-order.entered',
      arrestId,
      act: jsonOf({ orderId, ...order }),
    })
    await tx.write(
      insertRow('court.record_order', {
        order_id: uuidOf('ord', orderId),
        order_number: order.orderNumber,
        ordered_on: order.orderedOn,
        judge: order.judge,
        act: order.act,
        ground: order.ground,
        arrest_id: uuidOf('arr', arrestId),
        charges,
        readers: order.readers,
        made_by: uuidOf('acc', ctx.actor.accountId),
        made_at: ctx.now,
        entry_id: uuidOf('ent', entry),
      }),
    )
    return { orderId, receipt: { entryId: entry, number: null } }
  },
)
