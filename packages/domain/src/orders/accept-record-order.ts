import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { type RequiredTextReason, requireLine } from '../text/check-text.ts'
import type { PlainDate } from '../time/instant.ts'
import {
  isGroundOf,
  isLifting,
  liftedBy,
  type OrderAct,
  type OrderGround,
  type RecordInForce,
  type SealReader,
} from './record-order.ts'

export interface RecordOrderOffered {
  orderNumber: string
  orderedOn: PlainDate
  judge: string
  act: OrderAct
  ground: OrderGround
  /** Ids of charges; null means the whole case. */
  charges: readonly string[] | null
  readers: readonly SealReader[]
}

export interface RecordOrderFacts {
  /** Numbers by which the case is known: docket numbers, OTN, incidents, the number under which police sent it. */
  numbersOfCase: readonly string[]
  /** Each charge of the case by the ids that it has: the prosecutor's, and that of what police recommended. */
  charges: readonly (readonly string[])[]
  /** An order of this number about this case is on file. */
  numberUsed: boolean
  /** A limit or a seal that is on the record. */
  inForce: RecordInForce
  today: PlainDate
}

export type RecordOrderReason =
  | RequiredTextReason
  | 'order-exists'
  | 'order-number-names-the-case'
  | 'ordered-in-the-future'
  | 'ground-of-another-act'
  | 'charges-unknown'
  | 'charges-are-the-whole-case'
  | 'seal-is-whole'
  | 'readers-of-a-seal'
  | 'lifting-is-whole'
  | 'nothing-to-lift'

const folded = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

const checkNumber = (facts: RecordOrderFacts, { orderNumber }: RecordOrderOffered) => {
  if (facts.numberUsed)
    return refuse('order-exists', 'This order is on file for this case already; open it in the list.', 'orderNumber')
  const number = folded(orderNumber)
  return facts.numbersOfCase.some(known => folded(known) !== '' && number.includes(folded(known)))
    ? refuse(
        'order-number-names-the-case',
        'This number holds a number of the case and would outlive it. Enter the number that the clerk gave the order itself.',
        'orderNumber',
      )
    : undefined
}

/** Refuses to lift what is not there. */
export const checkInForce = (
  act: OrderAct,
  inForce: RecordInForce,
  at?: string,
): Refused<'nothing-to-lift'> | undefined =>
  isLifting(act) && !inForce[liftedBy[act]]
    ? refuse(
        'nothing-to-lift',
        act === 'unseal'
          ? 'This record is not sealed: there is nothing to lift.'
          : 'This record is not limited: there is nothing to lift.',
        at,
      )
    : undefined

const checkScope = (facts: RecordOrderFacts, { act, charges }: RecordOrderOffered) => {
  if (charges === null) return undefined
  if (act === 'seal')
    return refuse('seal-is-whole', 'A seal closes the whole record; leave the charges out.', 'charges')
  if (isLifting(act))
    return refuse('lifting-is-whole', 'What is lifted is lifted of the whole record; leave the charges out.', 'charges')
  if (charges.length === 0 || charges.some(id => !facts.charges.some(ids => ids.includes(id))))
    return refuse('charges-unknown', 'Choose charges of this case; reload it when it has changed.', 'charges')
  return facts.charges.every(ids => ids.some(id => charges.includes(id)))
    ? refuse(
        'charges-are-the-whole-case',
        'These are all charges of the case; enter an order about the whole case.',
        'charges',
      )
    : undefined
}

/** An order comes in: on paper, with number, date, judge and law. It does nothing yet. */
export const acceptRecordOrder = (
  facts: RecordOrderFacts,
  offered: RecordOrderOffered,
): { kind: 'accepted' } | Refused<RecordOrderReason> =>
  firstRefusal<RecordOrderReason>([
    () => requireLine(offered.orderNumber, { label: 'number of the order', at: 'orderNumber' }),
    () => requireLine(offered.judge, { label: 'name of the judge', at: 'judge' }),
    () =>
      offered.orderedOn > facts.today
        ? refuse('ordered-in-the-future', 'The order is dated after today; type the date that it bears.', 'orderedOn')
        : undefined,
    () =>
      isGroundOf(offered.ground, offered.act)
        ? undefined
        : refuse('ground-of-another-act', 'This law gives no such order; choose the one that it cites.', 'ground'),
    () =>
      offered.act !== 'seal' && offered.readers.length > 0
        ? refuse('readers-of-a-seal', 'Only a sealing order names who reads on; leave them out.', 'readers')
        : undefined,
    () => checkInForce(offered.act, facts.inForce, 'act'),
    () => checkNumber(facts, offered),
    () => checkScope(facts, offered),
  ]) ?? { kind: 'accepted' }
