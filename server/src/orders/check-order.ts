import { acceptOrderCheck, isRefused, type RecordOrderId, type RejectionReason } from '@pars/domain'
import { insertRow } from '../db/insert-row.sql.ts'
import { lockCase } from '../db/lock-case.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { arrestOfOrder, enteredBy, findOrder, noSuchOrder, standingOfOrder } from './order-rows.ts'

interface Given {
  orderId: RecordOrderId
  decision: 'verified' | 'rejected'
  reason: RejectionReason | null
}

/** A second person of the court verifies or rejects what was entered. */
export const checkRecordOrder = verb('record-order.check', async (tx: Tx, ctx: VerbContext, given: Given) => {
  const before = await findOrder(tx, given.orderId)
  if (!before) return noSuchOrder
  await lockCase(tx, arrestOfOrder(before))
  const order = await findOrder(tx, given.orderId)
  if (!order) return noSuchOrder
  const decision = acceptOrderCheck(
    { enteredBy: enteredBy(order), standing: standingOfOrder(order) },
    ctx.actor.accountId,
    given,
  )
  if (isRefused(decision)) return decision
  const entry = await appendEntry(tx, ctx.actor, {
    kind: 'record-order.checked',
    arrestId: arrestOfOrder(order),
    act: jsonOf(given),
  })
  await tx.write(
    insertRow('court.record_order_check', {
      order_id: order.order_id,
      decision: given.decision,
      reason: given.reason,
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { orderId: given.orderId, receipt: { entryId: entry, number: null } }
})
