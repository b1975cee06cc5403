import {
  type ArrestReportInput,
  addListing,
  type BodyOf,
  decideCharges,
  fileComplaint,
  holdArraignment,
  makeComplaint,
  nextDocketNumber,
  openCourtSession,
  reportArrest,
  setBail,
  takeCharging,
  viewArrest,
} from '@pars/contract'
import { madeUpReport } from './made-up-report.ts'
import type { TestServer } from './start-test-server.ts'

type Held = BodyOf<typeof holdArraignment>
type Counsel = BodyOf<typeof fileComplaint>['counsel']
export type Order = BodyOf<typeof setBail>

/** Days from now, as an instant. */
export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString() as Held['heldAt']
const now = () => inDays(0)

export const complaintOf = (chargeIds: string[]): BodyOf<typeof makeComplaint> => ({
  chargeIds,
  affiant: 'Det. R. Farrow',
  affiantAgency: 'Philadelphia Police Department',
  offenseDateText: 'on or about yesterday',
  offensePlace: '2900 block Example Avenue',
  facts: 'The person took a bag from the store by force and ran one block.',
  peaceAndDignity: true,
  labServices: false,
  fingerprinted: true,
  processRequested: 'none-arrested',
  verifiedAt: now(),
})

/** An arraignment as Rule 540 wants it after an arrest on sight, with defense counsel present. */
export const arraignmentOf = (change: Partial<Held> = {}): Held => ({
  heldAt: now(),
  mode: 'video',
  checklist: [
    'complaint-given',
    'complaint-read',
    'counsel-advised',
    'hearing-advised',
    'bail-advised',
    'counsel-consulted',
  ],
  probableCause: 'found',
  interpreter: null,
  prosecutorName: 'A. Made-Up',
  defenseName: 'D. Made-Up',
  nextListing: { hearing: 'preliminary-hearing', at: inDays(14), room: '803' },
  ...change,
})

export const orderOf = (change: Partial<Order> = {}): Order => ({
  types: ['ror'],
  amountCents: null,
  depositPercent: null,
  conditions: [],
  reasons: ['residence'],
  reasonNote: null,
  abilityToPayConsidered: false,
  abilityToPayNote: null,
  dangerFound: false,
  ...change,
})
export const moneyOrder = (change: Partial<Order> = {}): Order =>
  orderOf({
    types: ['monetary'],
    amountCents: 2_500_000,
    depositPercent: 10,
    abilityToPayConsidered: true,
    abilityToPayNote: 'Works part time; rent stated.',
    ...change,
  })

/** What police and prosecutor do about one arrest through the API, each step by whose it is. */
const chargingSteps = (server: TestServer) => {
  const report = async (change: Partial<ArrestReportInput> = {}): Promise<string> =>
    (await (await server.as('booking-officer')).call(reportArrest, { body: madeUpReport(change) })).arrestId

  const decide = async (arrestId: string, kind: 'approved' | 'declined' = 'approved'): Promise<string[]> => {
    const attorney = await server.as('charging-attorney')
    await attorney.call(takeCharging, { params: { arrestId } })
    const record = await attorney.call(viewArrest, { params: { arrestId } })
    const decisions = record.report.charges.map(({ policeChargeId }) =>
      kind === 'approved'
        ? { kind, policeChargeId }
        : { kind, policeChargeId, reason: 'insufficient-evidence' as const, note: null },
    )
    const body = { arrestVersion: record.version, decisions }
    return (await attorney.call(decideCharges, { params: { arrestId }, body })).chargeIds
  }

  const complain = async (arrestId: string, chargeIds: string[]): Promise<string> => {
    const attorney = await server.as('charging-attorney')
    return (await attorney.call(makeComplaint, { params: { arrestId }, body: complaintOf(chargeIds) })).complaintId
  }
  return { report, decide, complain }
}

/** What the court does. */
const courtSteps = (server: TestServer) => {
  const file = async (complaintId: string, counsel: Counsel = 'defender'): Promise<string> => {
    const clerk = await server.as('court-clerk')
    const { docketNumber } = await clerk.call(nextDocketNumber)
    const body = { docketNumber, certified: true, counsel }
    return (await clerk.call(fileComplaint, { params: { complaintId }, body })).docketId
  }
  let sittings = 0
  const openSession = async (): Promise<string> => {
    sittings += 1
    // A room has one session at a time.
    const startsAt = new Date(Date.now() + sittings * 1000).toISOString() as Held['heldAt']
    const body = { room: 'B-08', startsAt, magistrateId: null }
    return (await (await server.as('court-clerk')).call(openCourtSession, { body })).courtSessionId
  }
  const list = async (docketId: string, session?: string) => {
    const courtSessionId = session ?? (await openSession())
    const clerk = await server.as('court-clerk')
    return clerk.call(addListing, { params: { courtSessionId }, body: { docketId, slot: null } })
  }
  const arraign = async (docketId: string, change: Partial<Held> = {}) =>
    (await server.as('magistrate')).call(holdArraignment, { params: { docketId }, body: arraignmentOf(change) })
  const order = async (docketId: string, body: Order = orderOf()) =>
    (await server.as('magistrate')).call(setBail, { params: { docketId }, body })
  return { file, openSession, list, arraign, order }
}

/** The way of one arrest through the API, step by step, and as far as each step from the report on. */
export const arrestWay = (server: TestServer) => {
  const steps = { ...chargingSteps(server), ...courtSteps(server) }
  const toComplaint = async (change: Partial<ArrestReportInput> = {}) => {
    const arrestId = await steps.report(change)
    return { arrestId, complaintId: await steps.complain(arrestId, await steps.decide(arrestId)) }
  }
  const toDocket = async (change: Partial<ArrestReportInput> = {}, counsel: Counsel = 'defender') => {
    const { arrestId, complaintId } = await toComplaint(change)
    return { arrestId, docketId: await steps.file(complaintId, counsel) }
  }
  const toListing = async (change: Partial<ArrestReportInput> = {}) => {
    const docket = await toDocket(change)
    return { ...docket, listingId: (await steps.list(docket.docketId)).listingId }
  }
  const toArraignment = async (change: Partial<ArrestReportInput> = {}, held: Partial<Held> = {}) => {
    const listed = await toListing(change)
    await steps.arraign(listed.docketId, held)
    return listed
  }
  const toOrder = async (body: Order = orderOf(), change: Partial<ArrestReportInput> = {}) => {
    const arraigned = await toArraignment(change)
    await steps.order(arraigned.docketId, body)
    return arraigned
  }
  return { ...steps, toComplaint, toDocket, toListing, toArraignment, toOrder }
}
export type ArrestWay = ReturnType<typeof arrestWay>
