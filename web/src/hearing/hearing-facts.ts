import type { ArrestRecord, DocketView } from '@pars/contract'
import {
  actsOnDocket,
  type DocketFacts,
  type DocketId,
  type DocketStage,
  type Permission,
  stageOfDocket,
} from '@pars/domain'

export type Docket = DocketView
export type Listing = Docket['listings'][number]
type Decision = NonNullable<ArrestRecord['charging']['decision']>
export type Charge = Decision['charges'][number]

const factsOf = (docket: Docket): DocketFacts => {
  const { arraignment, bail, filedAt, docketId } = docket
  const listing = docket.listings.at(-1)
  return {
    complaintId: docket.complaintId as DocketFacts['complaintId'],
    docketId: docketId as DocketId,
    madeAt: filedAt,
    filedAt,
    listing: listing
      ? { listedAt: listing.madeAt, startsAt: listing.startsAt, notProducedAt: listing.notProduced?.madeAt ?? null }
      : null,
    arraignment,
    order: bail.order && {
      madeAt: bail.order.madeAt,
      kind: bail.order.kind === 'set' ? 'set' : 'refused-bail',
      types: bail.order.types,
    },
  }
}

export const docketStageOf = (docket: Docket): DocketStage => stageOfDocket(factsOf(docket)).stage

/** The newest listing, unless the person was not produced: then the docket waits for another. */
export const standingListing = (docket: Docket): Listing | undefined => {
  const newest = docket.listings.at(-1)
  return newest?.notProduced === null ? newest : undefined
}

/** The charges of this docket's own complaint; a record can hold several dockets. */
export const chargesOf = (record: ArrestRecord, docket: Docket): Charge[] => {
  const complaint = record.charging.complaints.find(({ complaintId }) => complaintId === docket.complaintId)
  const charges = record.charging.decision?.charges ?? []
  return complaint ? charges.filter(({ chargeId }) => complaint.chargeIds.includes(chargeId)) : charges
}

/**
 * The acts open to the reader on this docket. The record's `may` speaks of all its dockets: an act that another docket
 * allows must not show here.
 */
export const actsOpen = (record: Pick<ArrestRecord, 'may'>, docket: Docket): ReadonlySet<Permission> =>
  new Set(actsOnDocket[docketStageOf(docket)].filter(act => record.may.includes(act)))

/** Felonies and homicides go to a preliminary hearing, the rest to trial in Municipal Court. */
export const usualHearing = (charges: readonly Charge[]): 'preliminary-hearing' | 'municipal-court-trial' =>
  charges.some(({ grade }) => grade === null || /^[FH]/.test(grade)) ? 'preliminary-hearing' : 'municipal-court-trial'
