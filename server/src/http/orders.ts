import * as contract from '@pars/contract'
import type { ArrestId, LitigationHoldId, RecordOrderId } from '@pars/domain'
import { carryOutRecordOrder } from '../orders/carry-out-order.ts'
import { checkRecordOrder } from '../orders/check-order.ts'
import type { EndingRegister } from '../orders/ending-register.ts'
import { enterRecordOrder } from '../orders/enter-order.ts'
import { endLitigationHold, setLitigationHold } from '../orders/litigation-holds.ts'
import { loadLitigationHolds, loadRecipients, loadRecordOrder, loadRecordOrders } from '../orders/load-orders.ts'
import { lookAt } from './look-at.ts'
import { HttpProblem } from './problem.ts'
import { act, type Route } from './route.ts'

const arrestOf = (params: { arrestId: string }): ArrestId => params.arrestId as ArrestId
const orderOf = (params: { orderId: string }): RecordOrderId => params.orderId as RecordOrderId

/** The act is done when the register outside the database says so too: no backup brings the record back. */
const registered = (route: Route, register: EndingRegister): Route => ({
  endpoint: route.endpoint,
  async handle(asked) {
    const answer = await route.handle(asked)
    await register.keep()
    return answer
  },
})

export const orderRoutes = (register: EndingRegister): Route[] => [
  lookAt(contract.listRecordOrders, 'record-order.view', (read, { actor }) => loadRecordOrders(read, actor)),
  lookAt(contract.viewRecordOrder, 'record-order.view', async (read, { actor }, { params }) => {
    const found = await loadRecordOrder(read, actor, orderOf(params))
    if (found) return found
    throw new HttpProblem(404, 'not-found', 'There is no such order. Look for it in the list of orders.')
  }),
  lookAt(contract.listRecipients, 'recipient.view', async read => ({ recipients: await loadRecipients(read, null) })),
  lookAt(contract.listLitigationHolds, 'litigation-hold.view', (read, { actor }, { query }) =>
    loadLitigationHolds(read, actor, (query.arrestId ?? null) as ArrestId | null),
  ),
  act(contract.enterRecordOrder, enterRecordOrder, ({ params, body }) => ({ arrestId: arrestOf(params), ...body })),
  act(contract.checkRecordOrder, checkRecordOrder, ({ params, body }) => ({ orderId: orderOf(params), ...body })),
  registered(
    act(contract.carryOutRecordOrder, carryOutRecordOrder, ({ params }) => ({ orderId: orderOf(params) })),
    register,
  ),
  act(contract.setLitigationHold, setLitigationHold, ({ params, body }) => ({ arrestId: arrestOf(params), ...body })),
  act(contract.endLitigationHold, endLitigationHold, ({ params, body }) => ({
    holdId: params.litigationHoldId as LitigationHoldId,
    ...body,
  })),
]
