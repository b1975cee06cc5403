import type { Instant } from '../time/instant.ts'

/** Pa.R.Crim.P. 540 and 1003(D), in the order they are done. `parents-notified` only for direct-file cases under 18. */
export const checklistItems = [
  'complaint-given',
  'complaint-read',
  'counsel-advised',
  'hearing-advised',
  'bail-advised',
  'counsel-consulted',
  'warrant-papers-given',
  'parents-notified',
] as const
export type ChecklistItem = (typeof checklistItems)[number]

export const probableCauseFindings = ['found', 'not-found', 'warrant'] as const
export type ProbableCause = (typeof probableCauseFindings)[number]

export const nextHearingKinds = ['preliminary-hearing', 'municipal-court-trial', 'status'] as const
/** The next date, in a room that exists on that day (B27). */
export interface NextListing {
  hearing: (typeof nextHearingKinds)[number]
  at: Instant
  room: string
}

export interface PreliminaryArraignment {
  heldAt: Instant
  mode: 'video' | 'in-person'
  checklist: ChecklistItem[]
  probableCause: ProbableCause
  interpreter: { language: string; present: boolean } | null
  prosecutorName: string | null
  defenseName: string | null
  /** Null only when no probable cause was found: there is no next hearing after a discharge. */
  nextListing: NextListing | null
}

export const notProducedReasons = ['hospital', 'not-brought', 'refused-to-appear', 'other'] as const
export type NotProducedReason = (typeof notProducedReasons)[number]
