import type { AnswerOf, listLitigationHolds, listRecordOrders, recipientView } from '@pars/contract'
import {
  type ArrestId,
  formatId,
  type Instant,
  mayDo,
  type OrderGround,
  type RecordOrderId,
  type SealReader,
  type Seat,
} from '@pars/domain'
import type { z } from 'zod'
import type { Actor } from '../actor.ts'
import { wordsOfName } from '../arrests/present-report.ts'
import { jsonInstants } from '../db/json-instants.ts'
import type { Snapshot } from '../db/transaction.ts'
import { uuidOf } from '../db/transaction.ts'
import { acceptance } from './order-may.ts'
import { arrestOfOrder, type HoldRow, type MadeRow, type OrderRow, standingOfOrder } from './order-rows.ts'
import { selectLitigationHolds, selectOrders, selectRecipients } from './orders.sql.ts'

type OrderView = AnswerOf<typeof listRecordOrders>['orders'][number]
type HoldView = AnswerOf<typeof listLitigationHolds>['holds'][number]
type RecipientView = z.infer<typeof recipientView>

const made = ({ madeBy, madeAt, entryId, number }: MadeRow) => ({
  madeBy,
  madeAt,
  entryId: formatId('ent', entryId),
  number,
})
const presentHold = ({ holdId, seat, matter, reason, madeBy, madeAt }: HoldRow) => ({
  holdId: formatId('lth', holdId),
  seat: seat as Seat,
  matter,
  reason,
  madeBy,
  madeAt,
})

const presentOrder = (row: OrderRow, actor: Actor | undefined): OrderView => ({
  orderId: formatId('ord', row.order_id),
  arrestId: arrestOfOrder(row),
  person: row.person && wordsOfName(row.person),
  orderNumber: row.order_number,
  orderedOn: row.ordered_on as OrderView['orderedOn'],
  judge: row.judge,
  act: row.act,
  ground: row.ground as OrderGround,
  charges: row.charges?.length ?? null,
  readers: row.readers as SealReader[],
  standing: standingOfOrder(row),
  entered: made(row.entered),
  checked: row.checked && { ...made(row.checked), decision: row.checked.decision, reason: row.checked.reason },
  done: row.done && { ...made(row.done), slots: row.done.slots, rows: row.done.rows, papers: row.done.papers },
  holds: row.holds.map(presentHold),
  may: actor ? acceptance(row, actor) : [],
})

/** Orders about records, newest first. */
export const loadRecordOrders = async (
  read: Snapshot,
  actor: Actor | undefined,
): Promise<AnswerOf<typeof listRecordOrders>> => {
  const rows = await read.rows<{ [member in keyof OrderRow]: OrderRow[member] }>(selectOrders(null))
  return {
    orders: rows.map(row => presentOrder(jsonInstants(row), actor)),
    may: actor && mayDo(actor, 'record-order.enter') ? ['record-order.enter'] : [],
  }
}

interface RecipientRow {
  notice_id: string
  cause: RecipientView['cause']
  inquiries: (number | string)[]
  due_at: Instant | null
  served_at: Instant
  agreement_id: string
  code: string
  partner: string
  acknowledged_at: Instant | null
}

/** Who was told, and whether it confirmed: of one order or correction, or of all. */
export const loadRecipients = async (read: Snapshot, causeEntry: string | null): Promise<RecipientView[]> => {
  const rows = await read.rows<{ [member in keyof RecipientRow]: RecipientRow[member] }>(selectRecipients(causeEntry))
  return rows.map(row => ({
    noticeId: formatId('ntc', row.notice_id),
    cause: row.cause,
    agreementId: formatId('agm', row.agreement_id),
    agreement: row.code,
    partner: row.partner,
    inquiries: row.inquiries.map(Number),
    toldAt: row.served_at,
    dueAt: row.due_at,
    acknowledgedAt: row.acknowledged_at,
    overdue: row.acknowledged_at === null && row.due_at !== null && row.due_at <= read.now,
  }))
}

/** One order with its recipients; undefined where there is none. */
export const loadRecordOrder = async (read: Snapshot, actor: Actor | undefined, orderId: RecordOrderId) => {
  const row = await read.find<{ [member in keyof OrderRow]: OrderRow[member] }>(selectOrders(uuidOf('ord', orderId)))
  if (!row) return undefined
  return { ...presentOrder(jsonInstants(row), actor), recipients: await loadRecipients(read, row.entry_id) }
}

interface LitigationRow {
  hold_id: string
  arrest_id: string
  seat: Seat
  matter: string
  reason: string
  set: MadeRow
  ended: (MadeRow & { reason: string }) | null
}

/** Litigation holds, those in force first; of one record, or all. */
export const loadLitigationHolds = async (
  read: Snapshot,
  actor: Actor | undefined,
  arrestId: ArrestId | null,
): Promise<AnswerOf<typeof listLitigationHolds>> => {
  const rows = await read.rows<{ [member in keyof LitigationRow]: LitigationRow[member] }>(
    selectLitigationHolds(arrestId && uuidOf('arr', arrestId)),
  )
  const holds = rows.map(jsonInstants).map(
    (row): HoldView => ({
      holdId: formatId('lth', row.hold_id),
      arrestId: formatId('arr', row.arrest_id),
      seat: row.seat,
      matter: row.matter,
      reason: row.reason,
      set: made(row.set),
      ended: row.ended && { ...made(row.ended), reason: row.ended.reason },
      may:
        actor && row.ended === null && actor.party === row.seat && mayDo(actor, 'litigation-hold.end')
          ? ['litigation-hold.end']
          : [],
    }),
  )
  return { holds, may: actor && mayDo(actor, 'litigation-hold.set') ? ['litigation-hold.set'] : [] }
}
