import { randomUUID } from 'node:crypto'
import { grades, type Instant, instantOf } from '@pars/domain'
import { foldName, type PopulationFacts } from '@pars/terms'
import fc from 'fast-check'
import { districts } from '../../../packages/terms/tests/arbitraries.ts'

/** A row of disclosure.record, in the words of its columns. */
export interface DisclosureRecord {
  arrest_id: string
  person_id: string
  last_name: string
  first_name: string | null
  middle_name: string | null
  suffix: string | null
  born_on: string | null
  sex: string
  police_number: string | null
  race: string
  ethnicity: string
  birth_country_system: string | null
  birth_country_code: string | null
  addresses: readonly unknown[]
  arrested_at: Instant
  district_code: string
  place: string
  basis: 'sight' | 'warrant'
  otn: string | null
  warrant_number: string | null
  incidents: string[]
  charges: readonly unknown[]
  dockets: { docketNumber: string; nextRoom: string | null }[]
  bail: { docketNumber: string; kind: string; amountCents: number }[]
  custody: object
  photo_reference: string | null
  last_key: string
  first_key: string
  adult: boolean
  charged: boolean
  bail_ordered: boolean
  worst_grade: string | null
  /** By a court's order for criminal justice agencies alone. */
  limited?: boolean
}

const orNull = <T>(values: readonly T[]): fc.Arbitrary<T | null> => fc.constantFrom(...values, null)
const uuid = fc.constant(null).map(() => randomUUID())
const persons = Array.from({ length: 8 }, () => randomUUID())
export const lastNames = ['Müller', 'Muller', "O'Neil", '李', '王', 'Smith', 'Grace']
export const firstNames = ['Grace', 'Ánna', 'Anna', '明', '芳', 'Smith']
export const birthDates = [
  '1990-05-06',
  '1990-06-05',
  '1990-05-07',
  '1991-05-06',
  '2000-02-29',
  '2001-02-28',
  '1990-05-05',
]
export const births: [system: string, code: string][] = [
  ['genc', 'MEX'],
  ['genc', 'USA'],
  ['genc', 'PRI'],
  ['genc', 'COL'],
  ['ncic', 'CO'],
  ['ncic', 'NE'],
  ['ncic', 'MX'],
]
export const otns = ['Q3333330', 'Q3333331', 'N2391911']
export const policeNumbers = ['0000417', '0000418']
export const incidentNumbers = ['201825000123', '201825000124', '201826000001']
export const warrantNumbers = ['W-1', 'W-2']
export const docketNumbers = ['MC-51-CR-0000001-2018', 'MC-51-CR-0000002-2018']

const dockets = fc
  .subarray(docketNumbers)
  .chain(numbers =>
    fc.tuple(
      ...numbers.map(docketNumber =>
        fc.record({ docketNumber: fc.constant(docketNumber), nextRoom: orNull(['B-08']) }),
      ),
    ),
  )
const bailOrder = fc.record({
  docketNumber: fc.constantFrom(...docketNumbers),
  kind: fc.constantFrom('set', 'refused-bail'),
  amountCents: fc.constantFrom(0, 100_000, 500_000),
})

/** Records that often meet one another, and the populations and questions of random terms. */
export const recordsAround = (now: Instant, times: readonly Instant[]): fc.Arbitrary<DisclosureRecord> =>
  fc
    .record({
      arrest_id: uuid,
      person_id: fc.constantFrom(...persons),
      last_name: fc.constantFrom(...lastNames),
      first_name: orNull(firstNames),
      middle_name: orNull(['Q.']),
      suffix: orNull(['Jr.']),
      born_on: orNull(birthDates),
      sex: fc.constantFrom('female', 'male', 'nonbinary', 'unknown'),
      police_number: orNull(policeNumbers),
      race: fc.constantFrom('asian', 'black', 'white', 'unknown'),
      ethnicity: fc.constantFrom('hispanic', 'not-hispanic', 'unknown'),
      birth: orNull(births),
      addresses: fc.constantFrom([], [{ line: '1 Test St', city: 'Testville', state: 'PA', zip: '19000' }]),
      arrested_at: fc.oneof(
        fc.constantFrom(...times),
        fc.integer({ min: 1, max: 400 * 24 }).map(hours => instantOf(Date.parse(now) - hours * 3_600_000 - 1_800_000)),
      ),
      district_code: fc.constantFrom(...districts),
      place: fc.constantFrom('1 Test St', '2 Test St'),
      basis: fc.constantFrom('sight' as const, 'warrant' as const),
      otn: orNull(otns),
      warrant_number: orNull(warrantNumbers),
      incidents: fc.subarray(incidentNumbers),
      charges: fc.constantFrom([], [{ statute: '18 § 907', grade: 'M1', counts: 1 }]),
      dockets,
      bail: fc.array(bailOrder, { maxLength: 2 }),
      custody: fc.constantFrom({}, { leftAt: '2018-01-01T00:00:00+00:00', basis: 'bail-without-money' }),
      photo_reference: orNull(['P-1']),
      adult: fc.boolean(),
      charged: fc.boolean(),
      bail_ordered: fc.boolean(),
      worst_grade: orNull(grades.filter(grade => grade !== null)),
    })
    .map(({ birth, ...row }) => ({
      ...row,
      birth_country_system: birth?.[0] ?? null,
      birth_country_code: birth?.[1] ?? null,
      last_key: foldName(row.last_name),
      first_key: foldName(row.first_name),
    }))

export interface Identifier {
  kind: string
  value: string
}

export const identifiersOf = (record: DisclosureRecord): Identifier[] => [
  ...(record.otn === null ? [] : [{ kind: 'otn', value: record.otn }]),
  ...(record.police_number === null ? [] : [{ kind: 'police-number', value: record.police_number }]),
  ...(record.warrant_number === null ? [] : [{ kind: 'warrant', value: record.warrant_number }]),
  ...record.incidents.map(value => ({ kind: 'incident', value })),
  ...record.dockets.map(({ docketNumber }) => ({ kind: 'docket-number', value: docketNumber })),
]

export const factsOf = (record: DisclosureRecord): PopulationFacts => ({
  district: record.district_code,
  basis: record.basis,
  grade: record.worst_grade,
  arrestedAt: record.arrested_at,
  charged: record.charged,
  adult: record.adult,
  bailOrdered: record.bail_ordered,
})
