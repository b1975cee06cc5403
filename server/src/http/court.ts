import {
  addListing,
  complaintsToFile,
  fileComplaint,
  holdArraignment,
  listCourtSessions,
  markNotProduced,
  nextDocketNumber,
  openCourtSession,
  recommendBail,
  refuseBail,
  requestBail,
  requestDefenseBail,
  setBail,
  viewCourtSession,
  viewHearing,
} from '@pars/contract'
import type { AccountId, ComplaintId, CourtSessionId, DocketId, ListingId } from '@pars/domain'
import { addListing as add } from '../arraignments/add-listing.ts'
import { fileComplaint as file } from '../arraignments/file-complaint.ts'
import { holdArraignment as hold } from '../arraignments/hold-arraignment.ts'
import { markNotProduced as markMissed } from '../arraignments/mark-not-produced.ts'
import { openCourtSession as openSession } from '../arraignments/open-court-session.ts'
import * as asks from '../bail/ask-bail.ts'
import * as orders from '../bail/order-bail.ts'
import { findCourtSession } from '../court/find-court-session.ts'
import { findFreeDocketNumber } from '../court/find-free-docket-number.ts'
import { loadCourtSessions } from '../court/load-court-sessions.ts'
import { loadFilingDesk } from '../court/load-filing-desk.ts'
import { openHearing } from '../court/open-hearing.ts'
import { inSnapshot } from '../db/transaction.ts'
import { lookAt, readerFor } from './look-at.ts'
import { HttpProblem } from './problem.ts'
import { act, look, open, type Route } from './route.ts'

const docketOf = (params: { docketId: string }): DocketId => params.docketId as DocketId
const sessionOf = (params: { courtSessionId: string }): CourtSessionId => params.courtSessionId as CourtSessionId

const docketNumber = look(nextDocketNumber, async asked => {
  const reader = await readerFor(asked, 'complaint.file')
  const { doors, city } = asked.runtime
  if (!city.rehearsal)
    throw new HttpProblem(
      409,
      'not-a-rehearsal',
      "Docket numbers are the court's own. Enter the one that the court's system gave.",
    )
  return { docketNumber: await inSnapshot(doors[reader.door], findFreeDocketNumber) }
})

const session = lookAt(viewCourtSession, 'court-session.view', async (read, _reader, { params }) => {
  const found = await findCourtSession(read, sessionOf(params))
  if (found) return found
  throw new HttpProblem(404, 'not-found', 'There is no such court session. Choose one from the list.')
})

/** The clerk's desk: filing, sessions, lists. */
const clerkRoutes: readonly Route[] = [
  act(fileComplaint, file, ({ params, body }) => ({ complaintId: params.complaintId as ComplaintId, ...body })),
  lookAt(complaintsToFile, 'court-session.view', loadFilingDesk),
  docketNumber,
  lookAt(listCourtSessions, 'court-session.view', loadCourtSessions),
  act(openCourtSession, openSession, ({ body }) => ({
    ...body,
    magistrateId: body.magistrateId as AccountId | null,
  })),
  session,
  act(addListing, add, ({ params, body }) => ({
    courtSessionId: sessionOf(params),
    docketId: body.docketId as DocketId,
    slot: body.slot,
  })),
  act(markNotProduced, markMissed, ({ params, body }) => ({ listingId: params.listingId as ListingId, ...body })),
]

/** The hearing: three requests, each by whose it is, the arraignment and the order. */
const hearingRoutes: readonly Route[] = [
  open(viewHearing, openHearing, ({ params, query }) => ({ docketId: docketOf(params), access: query })),
  act(requestBail, asks.requestBail, ({ params, body }) => ({ docketId: docketOf(params), ask: body })),
  act(requestDefenseBail, asks.requestDefenseBail, ({ params, body }) => ({ docketId: docketOf(params), ask: body })),
  act(recommendBail, asks.recommendBail, ({ params, body }) => ({ docketId: docketOf(params), ask: body })),
  act(holdArraignment, hold, ({ params, body }) => ({ docketId: docketOf(params), held: body })),
  act(setBail, orders.setBail, ({ params, body }) => ({ docketId: docketOf(params), order: body })),
  act(refuseBail, orders.refuseBail, ({ params, body }) => ({ docketId: docketOf(params), order: body })),
]

export const courtRoutes: readonly Route[] = [...clerkRoutes, ...hearingRoutes]
