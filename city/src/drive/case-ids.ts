import type { ArrestRecord } from '@pars/contract'

/** What only the server knows of one arrest, as far as its answers have told. Lists are by the place in the plan. */
export interface CaseIds {
  arrestId: string | undefined
  version: number
  policeChargeIds: string[]
  chargeIds: string[]
  complaintIds: string[]
  docketIds: string[]
  listingIds: string[]
  holdId: string | undefined
  departureId: string | undefined
}

export const noCaseIds = (): CaseIds => ({
  arrestId: undefined,
  version: 0,
  policeChargeIds: [],
  chargeIds: [],
  complaintIds: [],
  docketIds: [],
  listingIds: [],
  holdId: undefined,
  departureId: undefined,
})

/** Everything that a record tells: after somebody else acted, or after an earlier run of this program. */
export const idsOfRecord = (record: ArrestRecord): CaseIds => {
  const { arrestId, version, report, charging, holds, departures } = record
  const dockets = charging.complaints.map(({ complaintId }) =>
    record.dockets.find(docket => docket.complaintId === complaintId),
  )
  return {
    arrestId,
    version,
    policeChargeIds: report.charges.map(({ policeChargeId }) => policeChargeId),
    chargeIds: charging.decision?.charges.map(({ chargeId }) => chargeId) ?? [],
    complaintIds: charging.complaints.map(({ complaintId }) => complaintId),
    docketIds: dockets.map(docket => docket?.docketId ?? ''),
    listingIds: dockets.map(docket => docket?.listings.at(-1)?.listingId ?? ''),
    holdId: holds.at(-1)?.holdId,
    departureId: departures.findLast(({ withdrawn }) => withdrawn === null)?.departureId,
  }
}

/** An act needs an id that no answer has given: an act before it was left out or done otherwise. */
export class IdNotKnown extends Error {
  constructor(what: string) {
    super(`no ${what} is known`)
    this.name = 'IdNotKnown'
  }
}

/** Throws IdNotKnown. */
export const known = (id: string | undefined, what: string): string => {
  if (id === undefined || id === '') throw new IdNotKnown(what)
  return id
}
