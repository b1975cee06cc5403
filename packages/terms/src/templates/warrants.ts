import type { Terms } from '../terms.ts'
import { sharedTerms, shown, type TemplateBlanks } from './template.ts'

/** For a neighboring police department that serves warrants: whether the person of a warrant was arrested on it. */
export const warrants = (blanks: TemplateBlanks): Terms => ({
  ...sharedTerms,
  ...blanks,
  purposes: [{ code: 'warrant-service', cites: 'warrant', suffices: 'found-here' }],
  questions: [
    { kind: 'by-identifier', identifiers: ['otn', 'police-number'] },
    { kind: 'by-name-and-birth-date', possible: 0 },
  ],
  classes: [
    shown('identity', { filter: true, export: false }),
    shown('arrest', { filter: true, export: false }),
    shown('custody', { filter: false, export: false }),
  ],
  population: { kind: 'all', of: [{ kind: 'on-warrant' }, { kind: 'within-days', days: 90 }] },
  limits: {
    inquiriesPerUnitPerDay: 100,
    inquiriesPerOfficerPerDay: 20,
    personsPerUnitPerDay: 50,
    rowsPerAnswer: 5,
  },
})
