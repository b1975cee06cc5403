import { chargingQueue, decideCharges, makeComplaint, sendBack, takeCharging } from '@pars/contract'
import type { ArrestId, ChargeDecision, ChargeId } from '@pars/domain'
import { decideCharges as decide } from '../charges/decide-charges.ts'
import { makeComplaint as make } from '../charges/make-complaint.ts'
import { sendBack as back } from '../charges/send-back.ts'
import { takeCharging as take } from '../charges/take-charging.ts'
import { loadChargingQueue } from '../custody/load-charging-queue.ts'
import { lookAt } from './look-at.ts'
import { act, type Route } from './route.ts'

const idOf = (params: { arrestId: string }): ArrestId => params.arrestId as ArrestId

/** The prosecutor's desk: queue, decision, complaint. */
export const chargingRoutes: readonly Route[] = [
  lookAt(chargingQueue, 'charging.view', loadChargingQueue),
  act(takeCharging, take, ({ params }) => ({ arrestId: idOf(params) })),
  act(sendBack, back, ({ params, body }) => ({ arrestId: idOf(params), ...body })),
  act(decideCharges, decide, ({ params, body }) => ({
    arrestId: idOf(params),
    arrestVersion: body.arrestVersion,
    decisions: body.decisions as ChargeDecision[],
  })),
  act(makeComplaint, make, ({ params, body: { chargeIds, ...fields } }) => ({
    arrestId: idOf(params),
    chargeIds: chargeIds as ChargeId[],
    fields,
  })),
]
