import type { Party } from '../seats.ts'

/** What of a record not every custodian reads. The grants of the database say the same; everything else of it all three read. */
export const narrowReads = {
  /** Narrative, victims and witnesses. */
  narrative: ['police', 'prosecutor'],
  /** The last four digits of a Social Security number; nobody reads the others. */
  'last-four': ['police'],
} as const satisfies Record<string, readonly Party[]>
export type NarrowRead = keyof typeof narrowReads

export const mayRead = (party: string, what: NarrowRead): boolean => narrowReads[what].some(each => each === party)
