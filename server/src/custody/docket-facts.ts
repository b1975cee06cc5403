import type { ArrestRecord } from '@pars/contract'
import type { ComplaintId, DocketFacts, DocketId } from '@pars/domain'
import type { Docket } from '../arraignments/load-dockets.ts'
import type { Bail } from '../bail/load-bail.ts'

/** What the custody rules want of one complaint and, once filed, its docket. */
export const docketFactsOf = (
  complaint: ArrestRecord['charging']['complaints'][number],
  docket: (Docket & { bail: Bail }) | undefined,
): DocketFacts => {
  const listing = docket?.listings.at(-1)
  const arraignment = docket?.arraignment
  const order = docket?.bail.order
  return {
    complaintId: complaint.complaintId as ComplaintId,
    docketId: (docket?.docketId as DocketId | undefined) ?? null,
    madeAt: complaint.madeAt,
    filedAt: docket?.filedAt ?? null,
    listing: listing
      ? { listedAt: listing.madeAt, startsAt: listing.startsAt, notProducedAt: listing.notProduced?.madeAt ?? null }
      : null,
    arraignment: arraignment ? { heldAt: arraignment.heldAt, probableCause: arraignment.probableCause } : null,
    order: order
      ? { madeAt: order.madeAt, kind: order.kind === 'set' ? 'set' : 'refused-bail', types: order.types }
      : null,
  }
}
