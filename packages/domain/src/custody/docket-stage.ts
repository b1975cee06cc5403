import type { Instant } from '../time/instant.ts'
import type { DocketFacts } from './custody-facts.ts'

/** From the earliest to the last; the arrest stands where its hindmost docket stands. */
export const docketStages = [
  'complaint-made',
  'complaint-filed',
  'not-produced',
  'listed',
  'arraigned',
  'discharged',
  'bail-set',
  'bail-refused',
] as const
export type DocketStage = (typeof docketStages)[number]

/** The stage of one docket and since when. */
export const stageOfDocket = (docket: DocketFacts): { stage: DocketStage; since: Instant } => {
  const { arraignment, order, listing, filedAt, madeAt } = docket
  if (order) return { stage: order.kind === 'set' ? 'bail-set' : 'bail-refused', since: order.madeAt }
  if (arraignment)
    return {
      stage: arraignment.probableCause === 'not-found' ? 'discharged' : 'arraigned',
      since: arraignment.heldAt,
    }
  if (listing?.notProducedAt) return { stage: 'not-produced', since: listing.notProducedAt }
  if (listing) return { stage: 'listed', since: listing.listedAt }
  return filedAt ? { stage: 'complaint-filed', since: filedAt } : { stage: 'complaint-made', since: madeAt }
}

/** Nothing more is decided on this docket before the person leaves. */
export const isFinal = (docket: DocketFacts): boolean =>
  ['discharged', 'bail-set', 'bail-refused'].includes(stageOfDocket(docket).stage)
