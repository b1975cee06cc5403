import { firstRefusal, type Refused, refuse } from '../decision.ts'
import type { AccountId } from '../ids.ts'
import { checkInForce } from './accept-record-order.ts'
import type { OrderAct, OrderStanding, RecordInForce, RejectionReason } from './record-order.ts'

export interface OrderCheckFacts {
  enteredBy: AccountId
  standing: OrderStanding
}
export interface OrderCheckOffered {
  decision: 'verified' | 'rejected'
  reason: RejectionReason | null
}
export type OrderCheckReason = 'same-person' | 'already-checked' | 'reason-of-a-rejection'

/** A second person of the court compares what was entered with the order itself, and verifies or rejects it. */
export const acceptOrderCheck = (
  { enteredBy, standing }: OrderCheckFacts,
  by: AccountId,
  offered: OrderCheckOffered,
): { kind: 'accepted' } | Refused<OrderCheckReason> =>
  firstRefusal<OrderCheckReason>([
    () =>
      standing === 'entered' || standing === 'held'
        ? undefined
        : refuse('already-checked', 'This order was checked already; reload the list.'),
    () =>
      enteredBy === by
        ? refuse('same-person', 'You entered this order; somebody else of the court must verify it.')
        : undefined,
    () =>
      (offered.decision === 'rejected') === (offered.reason !== null)
        ? undefined
        : refuse('reason-of-a-rejection', 'A rejection needs its reason, and nothing else has one.', 'reason'),
  ]) ?? { kind: 'accepted' }

export interface CarryOutFacts {
  act: OrderAct
  decision: 'verified' | 'rejected' | null
  done: boolean
  /** Who keeps the record for a court, and why; empty where nobody does. */
  litigationHolds: readonly { seat: string; matter: string }[]
  /** The record is there. */
  found: boolean
  inForce: RecordInForce
}
export type CarryOutReason =
  | 'not-found'
  | 'not-verified'
  | 'order-rejected'
  | 'already-carried-out'
  | 'held-for-litigation'
  | 'nothing-to-lift'

const seatTitles: Readonly<Record<string, string>> = {
  police: 'Police',
  prosecutor: 'the District Attorney',
  court: 'the court',
}

/** Whether a verified order is carried out now. Destruction waits while somebody holds the record for litigation. */
export const decideCarryOut = (facts: CarryOutFacts): { kind: 'accepted' } | Refused<CarryOutReason> =>
  firstRefusal<CarryOutReason>([
    () =>
      facts.done ? refuse('already-carried-out', 'This order was carried out already; see what it did.') : undefined,
    () =>
      facts.decision === 'rejected'
        ? refuse('order-rejected', 'The second person rejected this order; enter it anew when it is right.')
        : undefined,
    () =>
      facts.decision === null
        ? refuse('not-verified', 'Nobody else has verified this order yet; ask a second person of the court.')
        : undefined,
    () =>
      facts.found ? undefined : refuse('not-found', 'There is no such record any more; reload the list of orders.'),
    () => checkInForce(facts.act, facts.inForce),
    () => {
      const [hold] = facts.litigationHolds
      return hold && facts.act === 'expunge'
        ? refuse(
            'held-for-litigation',
            `Nothing of this record may be destroyed: ${seatTitles[hold.seat] ?? hold.seat} holds it for "${hold.matter}". Ask that seat to end its hold.`,
          )
        : undefined
    },
  ]) ?? { kind: 'accepted' }
