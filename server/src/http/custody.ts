import {
  acknowledgeDeparture,
  confirmDeparture,
  departureDesk,
  liftHold,
  proposeDeparture,
  recordHold,
  withdrawDeparture,
} from '@pars/contract'
import type { ArrestId, DepartureId, HoldId } from '@pars/domain'
import * as departures from '../custody/depart.ts'
import { loadDepartureDesk } from '../custody/load-departure-desk.ts'
import * as holds from '../custody/record-hold.ts'
import { lookAt } from './look-at.ts'
import { act, type Route } from './route.ts'

const arrestOf = (params: { arrestId: string }): ArrestId => params.arrestId as ArrestId
const departureOf = (params: { departureId: string }): DepartureId => params.departureId as DepartureId

/** The release desk: holds of other authorities, and the three acts by which a person leaves. */
export const custodyRoutes: readonly Route[] = [
  act(recordHold, holds.recordHold, ({ params, body }) => ({ arrestId: arrestOf(params), ...body })),
  act(liftHold, holds.liftHold, ({ params, body }) => ({ holdId: params.holdId as HoldId, ...body })),
  act(proposeDeparture, departures.proposeDeparture, ({ params, body }) => ({ arrestId: arrestOf(params), ...body })),
  act(confirmDeparture, departures.confirmDeparture, ({ params, body }) => ({
    departureId: departureOf(params),
    ...body,
  })),
  act(withdrawDeparture, departures.withdrawDeparture, ({ params, body }) => ({
    departureId: departureOf(params),
    ...body,
  })),
  act(acknowledgeDeparture, departures.acknowledgeDeparture, ({ params, body }) => ({
    departureId: departureOf(params),
    ...body,
  })),
  lookAt(departureDesk, 'departure.propose', loadDepartureDesk),
]
