import type { ArrestId, EntryId } from '@pars/domain'

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
