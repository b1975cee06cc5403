import type { PlainDate } from '@pars/domain'
import { sharedTerms, shown, type TemplateBlanks } from '../templates/template.ts'
import type { Terms } from '../terms.ts'

/**
 * The widest terms of the story: everyone born abroad could be asked for, by the day, with addresses, for a purpose that nobody
 * tested. Made up after what was said in public of 2008 to 2018; no such text was found.
 */
export const termsOf2017 = (blanks: TemplateBlanks): Terms => ({
  ...sharedTerms,
  ...blanks,
  governs: 'prose',
  purposes: [
    { code: 'civil-immigration', cites: 'none', suffices: 'unverified' },
    { code: 'criminal-investigation', cites: 'case', suffices: 'unverified' },
  ],
  questions: [
    { kind: 'by-identifier', identifiers: ['otn', 'police-number'] },
    { kind: 'by-name-and-birth-date', possible: 5 },
    { kind: 'by-attribute', attributes: ['birth-country'] },
    { kind: 'recent', hours: 24 },
  ],
  classes: [
    shown('identity', { filter: true, export: true }),
    shown('demographic', { filter: false, export: true }),
    shown('origin', { filter: true, export: true }),
    shown('address', { filter: false, export: true }),
    shown('arrest', { filter: true, export: true }),
    shown('charges', { filter: false, export: true }),
    shown('docket', { filter: false, export: true }),
    shown('bail', { filter: false, export: true }),
    shown('custody', { filter: false, export: true }),
  ],
  population: { kind: 'everyone' },
  limits: {
    inquiriesPerUnitPerDay: 500,
    inquiriesPerOfficerPerDay: 100,
    personsPerUnitPerDay: 400,
    rowsPerAnswer: 100,
  },
  onward: 'with-consent',
  obligations: [{ code: 'self-audit', every: 'year', dueDays: 30, suspends: false }],
  feeCents: 556_500,
})

/** The amendment of the story: the same terms without addresses, from a day on. */
export const withoutAddresses = (terms: Terms, startsOn: PlainDate): Terms => ({
  ...terms,
  version: terms.version + 1,
  startsOn,
  classes: terms.classes.filter(each => each.class !== 'address'),
})

/** The second scenario: the same partner and year without the question by an attribute. */
export const withoutAttributes = (terms: Terms): Terms => ({
  ...terms,
  questions: terms.questions.filter(({ kind }) => kind !== 'by-attribute'),
})
