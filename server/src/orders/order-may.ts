import { acceptOrderCheck, decideCarryOut, isRefused, mayDo } from '@pars/domain'
import type { Actor } from '../actor.ts'
import { enteredBy, type OrderRow, standingOfOrder } from './order-rows.ts'

/** What an actor may do with an order now, by the rules that the acts ask. */
export const acceptance = (row: OrderRow, actor: Actor): string[] => {
  const check = acceptOrderCheck({ enteredBy: enteredBy(row), standing: standingOfOrder(row) }, actor.accountId, {
    decision: 'verified',
    reason: null,
  })
  const carry = decideCarryOut({
    act: row.act,
    decision: row.checked?.decision ?? null,
    done: row.done !== null,
    litigationHolds: row.holds,
    found: row.person !== null,
    inForce: row.in_force,
  })
  return [
    ...(mayDo(actor, 'record-order.check') && !isRefused(check) ? ['record-order.check'] : []),
    ...(mayDo(actor, 'record-order.carry-out') && !isRefused(carry) ? ['record-order.carry-out'] : []),
  ]
}
