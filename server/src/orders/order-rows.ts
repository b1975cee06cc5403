import type {
  AccountId,
  ArrestId,
  Instant,
  OrderAct,
  OrderStanding,
  RecordInForce,
  RecordOrderId,
  Refused,
} from '@pars/domain'
import { formatId, refuse } from '@pars/domain'
import type { Read } from '../db/statement.ts'
import { uuidOf } from '../db/transaction.ts'
import { selectOrders } from './orders.sql.ts'

export interface MadeRow {
  madeBy: string
  madeAt: Instant
  entryId: string
  number: number | null
}
export interface HoldRow {
  holdId: string
  seat: string
  matter: string
  reason: string
  madeBy: string
  madeAt: Instant
}
export interface OrderRow {
  order_id: string
  order_number: string
  ordered_on: string
  judge: string
  act: OrderAct
  ground: string
  arrest_id: string
  charges: string[] | null
  readers: string[]
  made_by: string
  entry_id: string
  entered: MadeRow
  checked: (MadeRow & { decision: 'verified' | 'rejected'; reason: string | null }) | null
  done: (MadeRow & { slots: number; rows: number; papers: number }) | null
  person: { last: string; first: string | null; middle: string | null; suffix: string | null } | null
  in_force: RecordInForce
  holds: HoldRow[]
}

export const noSuchOrder: Refused<'not-found'> = refuse(
  'not-found',
  'There is no such order. Look for it in the list of orders.',
)

export const findOrder = (read: Read, orderId: RecordOrderId): Promise<OrderRow | undefined> =>
  read.find<{ [member in keyof OrderRow]: OrderRow[member] }>(selectOrders(uuidOf('ord', orderId)))

export const standingOfOrder = ({ act, checked, done, holds }: OrderRow): OrderStanding => {
  if (done) return 'carried-out'
  if (checked?.decision === 'rejected') return 'rejected'
  if (act === 'expunge' && holds.length > 0 && checked) return 'held'
  return checked ? 'verified' : 'entered'
}

export const arrestOfOrder = (row: OrderRow): ArrestId => formatId('arr', row.arrest_id)
export const enteredBy = (row: OrderRow): AccountId => formatId('acc', row.made_by)
