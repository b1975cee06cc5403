import type { PlainDate } from '@pars/domain'
import { type Terms, templates } from '@pars/terms'
import { shown } from '../../../packages/terms/src/templates/template.ts'
import type { DisclosureRecord } from '../terms/records.ts'

const day = (text: string): PlainDate => text as PlainDate

/** The clock of both databases stands still here, unless a program moves it. */
export const startOfStory = '2018-08-31T16:00:00.000Z'
export const startsAt = '2017-09-01T04:00:00.000Z'
export const endsAt = '2018-09-01T04:00:00.000Z'
export const windowHours = 720

export type Column = keyof DisclosureRecord
export interface Profile {
  name: string
  terms: Terms
  /** Columns whose values this partner may not learn, not even of a record that it sees. */
  hidden: readonly Column[]
  /** Makes a record one that the partner may see. */
  admit(record: DisclosureRecord): DisclosureRecord
  /** Each makes it one that the partner may not know of. */
  hide: readonly ((record: DisclosureRecord) => DisclosureRecord)[]
}

const hoursAgo = (hours: number, milliseconds = 0): DisclosureRecord['arrested_at'] =>
  new Date(Date.parse(startOfStory) - hours * 3_600_000 + milliseconds).toISOString() as DisclosureRecord['arrested_at']
const isRecent = ({ arrested_at }: DisclosureRecord): boolean =>
  Date.parse(arrested_at) >= Date.parse(startOfStory) - windowHours * 3_600_000
const recently = (record: DisclosureRecord): DisclosureRecord =>
  isRecent(record) ? record : { ...record, arrested_at: hoursAgo(windowHours) }

const shared = (code: string): Terms => ({
  ...templates['one-person-at-a-time']({
    agreement: code,
    version: 1,
    partner: 'Test Agency',
    units: [{ code: `u-${code}`, name: 'Test Unit', function: 'Tests' }],
    startsOn: day('2017-09-01'),
    endsOn: day('2018-08-31'),
  }),
  limits: { inquiriesPerUnitPerDay: 60, inquiriesPerOfficerPerDay: 50, personsPerUnitPerDay: 40, rowsPerAnswer: 2 },
})
const filtered = (name: Parameters<typeof shown>[0], visible: boolean) => ({
  ...shown(name, { filter: true, export: false }),
  visible,
})

/** Time is shown and orders; a population of three parts; bail without its docket. */
const narrow = (code: string): Profile => ({
  name: 'narrow',
  terms: {
    ...shared(code),
    purposes: [
      { code: 'criminal-investigation', cites: 'incident', suffices: 'found-here' },
      { code: 'warrant-service', cites: 'warrant', suffices: 'registered' },
      { code: 'prosecution', cites: 'case', suffices: 'unverified' },
    ],
    questions: [
      { kind: 'by-identifier', identifiers: ['otn', 'police-number'] },
      { kind: 'by-name-and-birth-date', possible: 2 },
      { kind: 'by-incident' },
      { kind: 'by-attribute', attributes: ['district'] },
      { kind: 'recent', hours: 744 },
    ],
    classes: [filtered('identity', true), filtered('arrest', true), filtered('charges', true), filtered('bail', true)],
    population: {
      kind: 'all',
      of: [
        { kind: 'charged' },
        { kind: 'within-days', days: windowHours / 24 },
        { kind: 'in', column: 'district', values: ['25', '26'] },
      ],
    },
  },
  hidden: [
    'race',
    'ethnicity',
    'birth_country_system',
    'birth_country_code',
    'addresses',
    'dockets',
    'custody',
    'photo_reference',
    'worst_grade',
    'bail_ordered',
  ],
  admit: record => ({
    ...recently(record),
    charged: true,
    adult: true,
    district_code: record.district_code === '26' ? '26' : '25',
  }),
  hide: [
    record => ({ ...record, charged: false }),
    record => ({ ...record, adult: false }),
    record => ({ ...record, arrested_at: hoursAgo(windowHours, -1) }),
    record => ({ ...record, arrested_at: hoursAgo(windowHours + 0.5) }),
    record => ({ ...record, district_code: '77' }),
    record => ({ ...record, limited: true }),
  ],
})

/** Everybody of age, by attributes too; time is not shown, so it may not order. */
const sweep = (code: string): Profile => ({
  name: 'sweep',
  terms: {
    ...shared(code),
    purposes: [
      { code: 'civil-immigration', cites: 'none', suffices: 'unverified' },
      { code: 'criminal-investigation', cites: 'case', suffices: 'unverified' },
      { code: 'warrant-service', cites: 'warrant', suffices: 'found-here' },
    ],
    questions: [
      { kind: 'by-name-and-birth-date', possible: 3 },
      { kind: 'by-incident' },
      { kind: 'by-attribute', attributes: ['birth-country', 'sex'] },
    ],
    classes: [
      filtered('identity', true),
      filtered('origin', true),
      filtered('arrest', false),
      { ...filtered('custody', true), filterable: false },
    ],
    population: { kind: 'not', of: { kind: 'within-days', days: windowHours / 24 } },
  },
  hidden: [
    'race',
    'ethnicity',
    'addresses',
    'charges',
    'dockets',
    'bail',
    'photo_reference',
    'place',
    'district_code',
    'basis',
    'otn',
    'charged',
    'bail_ordered',
    'worst_grade',
  ],
  admit: record => ({ ...record, adult: true, arrested_at: hoursAgo(windowHours, -1 - (record.incidents.length % 2)) }),
  hide: [
    record => ({ ...record, adult: false, arrested_at: hoursAgo(windowHours, -1) }),
    record => ({ ...record, adult: true, arrested_at: hoursAgo(windowHours) }),
    record => ({ ...record, adult: true, arrested_at: hoursAgo(1) }),
    record => ({ ...record, limited: true }),
  ],
})

/** Persons under 18 too; by docket, and told of changes. */
const watching = (code: string): Profile => ({
  name: 'watching',
  terms: {
    ...shared(code),
    purposes: [
      { code: 'pretrial-supervision', cites: 'docket', suffices: 'found-here' },
      { code: 'prosecution', cites: 'case', suffices: 'unverified' },
    ],
    questions: [
      { kind: 'by-identifier', identifiers: ['docket-number', 'police-number'] },
      { kind: 'by-name-and-birth-date', possible: 0 },
      { kind: 'feed', days: 30 },
    ],
    classes: [filtered('identity', true), filtered('docket', true)],
    population: { kind: 'any', of: [{ kind: 'on-warrant' }, { kind: 'bail-ordered' }] },
    directFile: true,
  },
  hidden: [
    'race',
    'ethnicity',
    'birth_country_system',
    'birth_country_code',
    'addresses',
    'charges',
    'custody',
    'photo_reference',
    'arrested_at',
    'place',
    'district_code',
    'otn',
    'warrant_number',
    'incidents',
    'adult',
    'charged',
    'worst_grade',
    'bail',
  ],
  admit: record => (record.basis === 'warrant' ? record : { ...record, bail_ordered: true }),
  hide: [record => ({ ...record, basis: 'sight', bail_ordered: false }), record => ({ ...record, limited: true })],
})

export const profilesOf = (code: string): Profile[] => [narrow(`${code}-a`), sweep(`${code}-b`), watching(`${code}-c`)]

/** Another agency's: it sees everything, and what it does is none of the partner's business. */
export const othersTerms = (code: string): Terms => ({
  ...shared(`${code}-o`),
  purposes: [{ code: 'criminal-investigation', cites: 'none', suffices: 'unverified' }],
  questions: [
    { kind: 'by-identifier', identifiers: ['otn', 'police-number', 'docket-number'] },
    { kind: 'by-name-and-birth-date', possible: 5 },
    { kind: 'by-incident' },
    { kind: 'recent', hours: 744 },
    { kind: 'feed', days: 30 },
  ],
  classes: [filtered('identity', true), filtered('arrest', true), filtered('address', true), filtered('docket', true)],
  population: { kind: 'everyone' },
  directFile: true,
  limits: {
    inquiriesPerUnitPerDay: 1000,
    inquiriesPerOfficerPerDay: 1000,
    personsPerUnitPerDay: 1000,
    rowsPerAnswer: 1000,
  },
})
