import type { Terms } from '../terms.ts'
import { sharedTerms, shown, type TemplateBlanks } from './template.ts'

/** For an agency that investigates: one person, known by number or by full name and birth date, for a case it registered. */
export const onePersonAtATime = (blanks: TemplateBlanks): Terms => ({
  ...sharedTerms,
  ...blanks,
  purposes: [
    { code: 'criminal-investigation', cites: 'incident', suffices: 'registered' },
    { code: 'prosecution', cites: 'docket', suffices: 'found-here' },
    { code: 'warrant-service', cites: 'warrant', suffices: 'registered' },
  ],
  questions: [
    { kind: 'by-identifier', identifiers: ['otn', 'police-number', 'docket-number'] },
    { kind: 'by-name-and-birth-date', possible: 0 },
  ],
  classes: [
    shown('identity', { filter: true, export: false }),
    shown('arrest', { filter: true, export: false }),
    shown('charges', { filter: false, export: false }),
    shown('docket', { filter: true, export: false }),
  ],
  population: { kind: 'all', of: [{ kind: 'charged' }, { kind: 'within-days', days: 365 }] },
  limits: {
    inquiriesPerUnitPerDay: 200,
    inquiriesPerOfficerPerDay: 40,
    personsPerUnitPerDay: 100,
    rowsPerAnswer: 10,
  },
})
