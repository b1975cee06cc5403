import {
  type ArraignmentFacts,
  type ArrestReport,
  type BailOrder,
  type Charge,
  type ChargingFacts,
  type ComplaintFields,
  type CustodyFacts,
  type DepartureFacts,
  type DocketFacts,
  type Instant,
  type PreliminaryArraignment,
  type Role,
  roles,
} from '../../src/index.ts'
import { accountId } from '../examples.ts'
import type { Who } from './story.ts'

interface Version {
  kind: 'drafted' | 'sent' | 'corrected'
  at: Instant
  report: ArrestReport
}
export interface Complaint {
  chargeIds: Charge['chargeId'][]
  fields: ComplaintFields
  facts: DocketFacts
  docketNumber: string | null
  held: PreliminaryArraignment | null
  order: BailOrder | null
}

/** What three custodians have on file about the one arrest of a story. */
export interface World {
  draftedAt: Instant | null
  versions: Version[]
  charging: CustodyFacts['charging']
  charges: Charge[]
  complaints: Complaint[]
  holds: CustodyFacts['holds']
  departure: DepartureFacts | null
}

export const emptyWorld: World = {
  draftedAt: null,
  versions: [],
  charging: { taken: null, sentBackAt: null, decidedAt: null },
  charges: [],
  complaints: [],
  holds: [],
  departure: null,
}

/** Each role's first person, second person, and so on, has an account of its own. */
export const accountOf = (who: Who) => {
  const [role, number = '1'] = who.split('/')
  return accountId(roles.indexOf(role as Role) * 100 + Number(number))
}

export const newestReport = (world: World): ArrestReport => {
  const newest = world.versions.at(-1)
  if (!newest) throw new Error('the story has no arrest yet')
  return newest.report
}

const sentVersions = (world: World): Version[] => world.versions.filter(({ kind }) => kind === 'sent')

export const chargingFactsOf = (world: World): ChargingFacts => ({
  sent: sentVersions(world).length > 0,
  sentBack: world.charging.sentBackAt !== null,
  takenBy: world.charging.taken?.by ?? null,
  decided: world.charging.decidedAt !== null,
})

/** The facts of custody, as a server would load them. */
export const custodyOf = (world: World): CustodyFacts => {
  const sent = sentVersions(world)
  const report = newestReport(world)
  const complained = new Set(world.complaints.flatMap(({ chargeIds }) => chargeIds))
  return {
    draftedAt: world.draftedAt ?? report.arrestedAt,
    sentAt: sent.at(-1)?.at ?? null,
    ...(sent[0] ? { firstSentAt: sent[0].at } : {}),
    arrestedAt: report.arrestedAt,
    basis: report.basis,
    earlierVersions: world.versions.flatMap((version, index) => {
      const next = world.versions[index + 1]
      return next ? [{ arrestedAt: version.report.arrestedAt, basis: version.report.basis, replacedAt: next.at }] : []
    }),
    charging: world.charging,
    charges: world.charging.decidedAt === null ? report.charges : world.charges,
    chargesWithoutComplaint: world.charges.filter(({ chargeId }) => !complained.has(chargeId)).length,
    dockets: world.complaints.map(({ facts }) => facts),
    holds: world.holds,
    departure: world.departure,
  }
}

export const complaintOf = (world: World, docket: number): Complaint => {
  const complaint = world.complaints[docket - 1]
  if (!complaint) throw new Error(`the story has no complaint ${docket} yet`)
  return complaint
}

export const isListed = ({ facts }: Complaint): boolean =>
  facts.listing !== null && facts.listing.notProducedAt === null && facts.arraignment === null

export const hearingFactsOf = (world: World, docket: number): Omit<ArraignmentFacts, 'rooms' | 'holidays'> => {
  const report = newestReport(world)
  const complaint = complaintOf(world, docket)
  return {
    filedAt: complaint.facts.filedAt,
    listed: isListed(complaint),
    arraigned: complaint.facts.arraignment !== null,
    left: world.departure?.leftAt != null,
    arrestedAt: report.arrestedAt,
    basis: report.basis,
    directFile: report.directFile !== null,
    interpreterLanguage: report.person.interpreterLanguage,
  }
}

/** The world with one complaint changed. */
export const withComplaint = (world: World, docket: number, change: Partial<Complaint>): World => ({
  ...world,
  complaints: world.complaints.map((complaint, index) =>
    index === docket - 1 ? { ...complaint, ...change } : complaint,
  ),
})
