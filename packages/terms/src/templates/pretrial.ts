import type { Terms } from '../terms.ts'
import { sharedTerms, shown, type TemplateBlanks } from './template.ts'

/** For an agency that supervises people on bail: whoever a magistrate has decided about, by the docket it was given. */
export const pretrial = (blanks: TemplateBlanks): Terms => ({
  ...sharedTerms,
  ...blanks,
  purposes: [{ code: 'pretrial-supervision', cites: 'docket', suffices: 'found-here' }],
  questions: [
    { kind: 'by-identifier', identifiers: ['otn', 'docket-number'] },
    { kind: 'by-name-and-birth-date', possible: 0 },
  ],
  classes: [
    shown('identity', { filter: true, export: true }),
    shown('arrest', { filter: true, export: false }),
    shown('charges', { filter: false, export: true }),
    shown('docket', { filter: true, export: true }),
    shown('bail', { filter: false, export: true }),
    shown('custody', { filter: false, export: true }),
  ],
  population: { kind: 'all', of: [{ kind: 'charged' }, { kind: 'bail-ordered' }, { kind: 'within-days', days: 730 }] },
  limits: {
    inquiriesPerUnitPerDay: 1000,
    inquiriesPerOfficerPerDay: 200,
    personsPerUnitPerDay: 500,
    rowsPerAnswer: 20,
  },
})
