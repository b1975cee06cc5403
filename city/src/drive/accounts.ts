import type { DeedKind } from '../plan/act.ts'

/** Demo accounts that the city acts through, by their subject at the local identity provider. */
export const subjects = [
  'booking-officer',
  'intake-system',
  'detective',
  'charging-attorney',
  'pretrial-officer',
  'court-clerk',
  'court-system',
  'court-manager',
  'magistrate',
  'defender',
  'release-desk',
  'release-desk-2',
  'city-driver',
] as const
export type Subject = (typeof subjects)[number]

/** Who does what. Leaving custody takes three people, of whom the second is another than the first. */
export const subjectOf: Readonly<Record<DeedKind, Subject>> = {
  draft: 'booking-officer',
  send: 'booking-officer',
  report: 'intake-system',
  hold: 'booking-officer',
  'lift-hold': 'release-desk',
  take: 'charging-attorney',
  'send-back': 'charging-attorney',
  correct: 'detective',
  decide: 'charging-attorney',
  complaint: 'charging-attorney',
  file: 'court-clerk',
  list: 'court-clerk',
  'not-produced': 'court-clerk',
  guideline: 'pretrial-officer',
  request: 'charging-attorney',
  'defense-request': 'defender',
  arraign: 'magistrate',
  order: 'magistrate',
  refuse: 'magistrate',
  propose: 'release-desk',
  confirm: 'release-desk-2',
  acknowledge: 'booking-officer',
}
