import type { FieldClass, Terms } from '@pars/terms'
import { templates } from '@pars/terms'
import type { TermsOf } from './made-up-partner.ts'

const classes: readonly FieldClass[] = ['identity', 'arrest', 'charges', 'docket', 'bail', 'custody']

/** Everything that a question can be asked by, for purposes of each test; wide quotas. `change` says what a test needs otherwise. */
export const wideTerms =
  (change: Partial<Terms> = {}): TermsOf =>
  blanks => ({
    ...templates['one-person-at-a-time'](blanks),
    purposes: [
      { code: 'criminal-investigation', cites: 'none', suffices: 'unverified' },
      { code: 'warrant-service', cites: 'warrant', suffices: 'found-here' },
      { code: 'prosecution', cites: 'case', suffices: 'registered' },
    ],
    questions: [
      { kind: 'by-identifier', identifiers: ['otn', 'police-number', 'docket-number'] },
      { kind: 'by-name-and-birth-date', possible: 3 },
      { kind: 'by-incident' },
      { kind: 'recent', hours: 48 },
      { kind: 'feed', days: 30 },
    ],
    classes: classes.map(name => ({ class: name, visible: true, filterable: true, exportable: name !== 'custody' })),
    population: { kind: 'everyone' },
    limits: {
      inquiriesPerUnitPerDay: 100_000,
      inquiriesPerOfficerPerDay: 100_000,
      personsPerUnitPerDay: 100_000,
      rowsPerAnswer: 500,
    },
    ...change,
  })
