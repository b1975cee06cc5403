import { orderActs, orderGroundNames, rejectionReasons, sealReaders, seats } from '@pars/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, instant, made, plainDate, receipt, required } from '../shapes.ts'

const tag = 'orders'
const orderParams = z.strictObject({ orderId: id('ord') })
const chargeId = z.string().regex(/^(chg|pch)_[0-9a-f]{32}$/, 'must be the id of a charge')

const hold = {
  holdId: id('lth'),
  seat: z.enum(seats),
  matter: z.string(),
  reason: z.string(),
}
export const recordOrderView = z
  .strictObject({
    orderId: id('ord'),
    arrestId: id('arr'),
    /** Null once the record is erased. */
    person: z.string().nullable(),
    orderNumber: z.string(),
    orderedOn: plainDate,
    judge: z.string(),
    act: z.enum(orderActs),
    ground: z.enum(orderGroundNames),
    /** How many charges it is about; null means the whole case. */
    charges: z.int().nullable(),
    readers: z.array(z.enum(sealReaders)),
    standing: z.enum(['entered', 'verified', 'rejected', 'held', 'carried-out']),
    entered: z.strictObject(made),
    checked: z
      .strictObject({ ...made, decision: z.enum(['verified', 'rejected']), reason: z.string().nullable() })
      .nullable(),
    /** What was destroyed: slots of the journal, rows of tables; and how often a paper of the case had been taken. */
    done: z.strictObject({ ...made, slots: z.int(), rows: z.int(), papers: z.int() }).nullable(),
    holds: z.array(z.strictObject({ ...hold, madeBy: z.string(), madeAt: instant })),
    may: z.array(z.string()),
  })
  .meta({ id: 'RecordOrder' })
export const recipientView = z
  .strictObject({
    noticeId: id('ntc'),
    cause: z.enum([...orderActs, 'correct']),
    agreementId: id('agm'),
    agreement: z.string(),
    partner: z.string(),
    /** Journal numbers of the inquiries by which it was given the record. */
    inquiries: z.array(z.int()),
    toldAt: instant,
    /** Null where nothing is to be confirmed: the letter says that the record is open again, or one after it does. */
    dueAt: instant.nullable(),
    acknowledgedAt: instant.nullable(),
    overdue: z.boolean(),
  })
  .meta({ id: 'Recipient' })

export const listRecordOrders = endpoint({
  name: 'record-order.list',
  permission: 'record-order.view',
  method: 'GET',
  path: '/api/record-orders',
  tag,
  summary:
    'Orders to expunge, limit or seal a record, or to take back a limit or a seal, newest first, and how each stands.',
  answer: z.strictObject({ orders: z.array(recordOrderView), may: z.array(z.string()) }),
})
export const viewRecordOrder = endpoint({
  name: 'record-order.view',
  permission: 'record-order.view',
  method: 'GET',
  path: '/api/record-orders/{orderId}',
  tag,
  summary: 'One order: what it did, who was told, and who has confirmed.',
  params: orderParams,
  answer: recordOrderView.extend({ recipients: z.array(recipientView) }),
})
export const enterRecordOrder = endpoint({
  name: 'record-order.enter',
  permission: 'record-order.enter',
  method: 'POST',
  path: '/api/arrests/{arrestId}/record-orders',
  tag,
  status: 201,
  summary: 'Enter a court’s order about a record. It does nothing before a second person of the court has verified it.',
  params: z.strictObject({ arrestId: id('arr') }),
  body: z.strictObject({
    orderNumber: required(60),
    orderedOn: plainDate,
    judge: required(200),
    act: z.enum(orderActs),
    ground: z.enum(orderGroundNames),
    charges: z.array(chargeId).max(200).nullable(),
    readers: z.array(z.enum(sealReaders)).max(3),
  }),
  answer: z.strictObject({ orderId: id('ord'), receipt }),
  refusals: [
    'order-exists',
    'order-number-names-the-case',
    'ordered-in-the-future',
    'ground-of-another-act',
    'charges-unknown',
    'charges-are-the-whole-case',
    'seal-is-whole',
    'readers-of-a-seal',
    'lifting-is-whole',
    'nothing-to-lift',
    'erased-by-order',
    'text-empty',
  ],
  example: {
    body: {
      orderNumber: 'EXP-2026-000123',
      orderedOn: '2026-11-20',
      judge: 'Hon. A. Made-Up',
      act: 'expunge',
      ground: 'court-order',
      charges: null,
      readers: [],
    },
  },
})
export const checkRecordOrder = endpoint({
  name: 'record-order.check',
  permission: 'record-order.check',
  method: 'POST',
  path: '/api/record-orders/{orderId}/check',
  tag,
  summary: 'Verify what somebody else entered against the order itself, or reject it.',
  params: orderParams,
  body: z.strictObject({
    decision: z.enum(['verified', 'rejected']),
    /** Of a rejection only. */
    reason: z.enum(rejectionReasons).nullable(),
  }),
  answer: z.strictObject({ orderId: id('ord'), receipt }),
  refusals: ['same-person', 'already-checked', 'reason-of-a-rejection'],
  example: { body: { decision: 'verified', reason: null } },
})
export const carryOutRecordOrder = endpoint({
  name: 'record-order.carry-out',
  permission: 'record-order.carry-out',
  method: 'POST',
  path: '/api/record-orders/{orderId}/carry-out',
  tag,
  summary: 'Carry out a verified order. What an expungement destroys nobody can bring back.',
  params: orderParams,
  answer: z.strictObject({
    orderId: id('ord'),
    slots: z.int(),
    rows: z.int(),
    papers: z.int(),
    /** How many partners were told. */
    told: z.int(),
    receipt,
  }),
  refusals: [
    'not-verified',
    'order-rejected',
    'already-carried-out',
    'held-for-litigation',
    'nothing-to-lift',
    'try-again',
  ],
})
export const listRecipients = endpoint({
  name: 'recipient.list',
  permission: 'recipient.view',
  method: 'GET',
  path: '/api/recipients',
  tag,
  summary: 'Who was told of orders and corrections, whose confirmation is due when, and which are overdue.',
  answer: z.strictObject({ recipients: z.array(recipientView) }),
})
export const listLitigationHolds = endpoint({
  name: 'litigation-hold.list',
  permission: 'litigation-hold.view',
  method: 'GET',
  path: '/api/litigation-holds',
  tag,
  summary: 'Records that are kept from destruction: by which seat, for which matter, why.',
  query: z.strictObject({ arrestId: id('arr').optional() }),
  answer: z.strictObject({
    holds: z.array(
      z.strictObject({
        ...hold,
        arrestId: id('arr'),
        set: z.strictObject(made),
        ended: z.strictObject({ ...made, reason: z.string() }).nullable(),
        may: z.array(z.string()),
      }),
    ),
    may: z.array(z.string()),
  }),
})
export const setLitigationHold = endpoint({
  name: 'litigation-hold.set',
  permission: 'litigation-hold.set',
  method: 'POST',
  path: '/api/arrests/{arrestId}/litigation-holds',
  tag,
  status: 201,
  summary: 'Keep a record from destruction, for a matter and a reason.',
  params: z.strictObject({ arrestId: id('arr') }),
  body: z.strictObject({ matter: required(200), reason: required(2000) }),
  answer: z.strictObject({ holdId: id('lth'), receipt }),
  refusals: ['text-empty'],
  example: {
    body: { matter: 'Civil action 26-0000', reason: 'Counsel asked that nothing be destroyed before trial.' },
  },
})
export const endLitigationHold = endpoint({
  name: 'litigation-hold.end',
  permission: 'litigation-hold.end',
  method: 'POST',
  path: '/api/litigation-holds/{litigationHoldId}/end',
  tag,
  summary: 'End a litigation hold of one’s own seat, with the reason.',
  params: z.strictObject({ litigationHoldId: id('lth') }),
  body: z.strictObject({ reason: required(2000) }),
  answer: z.strictObject({ holdId: id('lth'), receipt }),
  refusals: ['hold-ended', 'hold-of-another-seat', 'text-empty'],
  example: { body: { reason: 'The action was settled.' } },
})
