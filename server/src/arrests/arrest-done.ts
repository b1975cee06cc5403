import type { ArrestId, EntryId, PoliceCharge, PoliceChargeId } from '@pars/domain'

export interface ArrestDone {
  arrestId: ArrestId
  version: number
  receipt: { entryId: EntryId; number: number | null }
}

/** The answer of every act on a report. The number comes later, from the sequencer. */
export const doneWith = (arrestId: ArrestId, version: number, entryId: EntryId): ArrestDone => ({
  arrestId,
  version,
  receipt: { entryId, number: null },
})

export interface ArrestReported extends ArrestDone {
  /** In the order of the report. */
  policeChargeIds: PoliceChargeId[]
}

/** The answer to a report: whoever decides the charges names them by these ids. */
export const reportedWith = (done: ArrestDone, charges: readonly PoliceCharge[]): ArrestReported => ({
  ...done,
  policeChargeIds: charges.map(charge => charge.policeChargeId),
})
