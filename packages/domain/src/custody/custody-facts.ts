import type { ProbableCause } from '../arraignments/arraignment.ts'
import type { ArrestReport, Grade } from '../arrests/arrest-report.ts'
import type { BailOrder, BailType } from '../bail/bail-order.ts'
import type { AccountId, ComplaintId, DepartureId, DocketId, HoldId } from '../ids.ts'
import type { Instant } from '../time/instant.ts'
import type { DepartureBasis, HoldKind } from './departure.ts'

/** One complaint and, once filed, its docket. */
export interface DocketFacts {
  complaintId: ComplaintId
  docketId: DocketId | null
  madeAt: Instant
  filedAt: Instant | null
  /** The newest listing; null before any. */
  listing: { listedAt: Instant; startsAt: Instant; notProducedAt: Instant | null } | null
  arraignment: { heldAt: Instant; probableCause: ProbableCause } | null
  order: { madeAt: Instant; kind: BailOrder['kind']; types: readonly BailType[] } | null
}

export interface HoldFacts {
  holdId: HoldId
  kind: HoldKind
  liftedAt: Instant | null
}

/** The newest departure that was not withdrawn. */
export interface DepartureFacts {
  departureId: DepartureId
  basis: DepartureBasis
  proposedAt: Instant
  proposedBy: AccountId
  confirmedAt: Instant | null
  confirmedBy: AccountId | null
  /** When the person left, as acknowledged; null until then. */
  leftAt: Instant | null
  /** Rule 519(B) only. */
  complaintDueAt: Instant | null
}

/** What three custodians know of one arrest, in one place; stage, clock, next act and possible acts all follow from it. */
export interface CustodyFacts {
  draftedAt: Instant
  /** When the newest version that went to charging was sent; null for a draft. */
  sentAt: Instant | null
  /** When the report was sent for the first time; absent where it was sent once at most. */
  firstSentAt?: Instant
  arrestedAt: Instant
  /** Earlier versions of the report. An alarm that passed under one of them has passed; versions alike in both may be left out. */
  earlierVersions: readonly { arrestedAt: Instant; basis: ArrestReport['basis']; replacedAt: Instant }[]
  basis: ArrestReport['basis']
  charging: {
    /** The newest taking since the arrest was last sent. */
    taken: { at: Instant; by: AccountId } | null
    /** When the newest sent version was sent back; null when it was not, or was sent again. */
    sentBackAt: Instant | null
    decidedAt: Instant | null
  }
  /** The prosecutor's charges once decided (none: declined), the police's before. */
  charges: readonly { statute: string; grade: Grade }[]
  /** Charges that the prosecutor brings and that are in no complaint yet. */
  chargesWithoutComplaint: number
  dockets: readonly DocketFacts[]
  holds: readonly HoldFacts[]
  departure: DepartureFacts | null
}

/** The holds that bind: recorded and not lifted. Every kind that can be recorded binds; a mere request is no kind of hold. */
export const openHolds = (facts: Pick<CustodyFacts, 'holds'>): HoldFacts[] =>
  facts.holds.filter(({ liftedAt }) => liftedAt === null)

export const isDeclined = ({ charging, charges }: CustodyFacts): boolean =>
  charging.decidedAt !== null && charges.length === 0
