import { type BodyOf, carryOutRecordOrder, checkRecordOrder, enterRecordOrder, viewRecordOrder } from '@pars/contract'
import type { TestServer } from '../testing/start-test-server.ts'

export type OrderBody = BodyOf<typeof enterRecordOrder>

let given = 0

export const orderOf = (change: Partial<OrderBody> = {}): OrderBody => {
  given += 1
  return {
    orderNumber: `EXP-2026-${String(given).padStart(6, '0')}`,
    orderedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
    judge: 'Hon. A. Made-Up',
    act: 'expunge',
    ground: change.act === 'limit' ? 'clean-slate' : 'court-order',
    charges: null,
    readers: [],
    ...change,
  } as OrderBody
}

/** An order's way: entered by the clerk, verified by the manager, carried out by the clerk. */
export const orderWay = (server: TestServer) => {
  const enter = async (arrestId: string, change: Partial<OrderBody> = {}): Promise<string> => {
    const clerk = await server.as('court-clerk')
    return (await clerk.call(enterRecordOrder, { params: { arrestId }, body: orderOf(change) })).orderId
  }
  const verify = async (orderId: string, subject = 'court-manager') =>
    (await server.as(subject)).call(checkRecordOrder, {
      params: { orderId },
      body: { decision: 'verified', reason: null },
    })
  const carryOut = async (orderId: string, subject = 'court-clerk') =>
    (await server.as(subject)).call(carryOutRecordOrder, { params: { orderId } })
  const see = async (orderId: string) => (await server.as('court-clerk')).call(viewRecordOrder, { params: { orderId } })
  const done = async (arrestId: string, change: Partial<OrderBody> = {}) => {
    const orderId = await enter(arrestId, change)
    await verify(orderId)
    return carryOut(orderId)
  }
  return { enter, verify, carryOut, see, done }
}
