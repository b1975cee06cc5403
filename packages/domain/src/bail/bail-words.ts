import type { nextHearingKinds } from '../arraignments/arraignment.ts'
import type { BailReason, conditionKinds } from './bail-order.ts'

/*
 * Said to the magistrate who ticks it and printed on what the magistrate signs: two wordings of one choice would make the
 * paper say what nobody ordered.
 */

export const reasonWords: Record<BailReason, string> = {
  'nature-of-offense': 'Nature of the offense',
  'employment-and-means': 'Employment and means',
  'family-ties': 'Family ties',
  residence: 'Residence',
  'age-character-health': 'Age, character, health',
  'past-bail-compliance': 'Compliance with past bail',
  'flight-record': 'Record of flight',
  'prior-record': 'Prior record',
  'false-identification': 'False identification',
  'danger-to-others': 'Danger to others',
  other: 'Other',
}

export const conditionWords: Record<(typeof conditionKinds)[number], string> = {
  reporting: 'Reporting',
  travel: 'Travel',
  'stay-away': 'Stay away',
  'no-new-offenses': 'No new offenses',
  'no-weapons': 'No weapons',
  treatment: 'Treatment',
  other: 'Other',
}

export const nextHearingWords: Record<(typeof nextHearingKinds)[number], string> = {
  'preliminary-hearing': 'Preliminary hearing',
  'municipal-court-trial': 'Municipal Court trial',
  status: 'Status listing',
}
