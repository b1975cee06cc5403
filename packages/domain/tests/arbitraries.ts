import fc from 'fast-check'
import {
  type ArrestReport,
  arrestBases,
  type BailOrder,
  type BailSet,
  bailReasons,
  bailTypes,
  conditionKinds,
  countryCodeSystems,
  ethnicities,
  grades,
  type Instant,
  instantOf,
  nameKinds,
  type PersonDetails,
  type PlainDate,
  partyKinds,
  races,
  sexes,
} from '../src/index.ts'
import { policeChargeId } from './examples.ts'

const oneOf = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null })
// Few and short, so that two reports are sometimes alike in a part.
const word = fc.oneof(fc.constantFrom('A', 'B', "O'Neil", '李'), fc.string({ unit: 'grapheme', maxLength: 4 }))
const few = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(arbitrary, { maxLength: 2 })

const millisecondsOfYear = (year: number): number => Date.UTC(year, 0, 1)
/** Any millisecond of the years in which this city's clock changes twice a year. */
export const instants: fc.Arbitrary<Instant> = fc
  .integer({ min: millisecondsOfYear(1990), max: millisecondsOfYear(2060) })
  .map(instantOf)

/** Any day of the calendar from 1850 to 2199. */
export const plainDates: fc.Arbitrary<PlainDate> = fc
  .integer({ min: millisecondsOfYear(1850) / 86_400_000, max: millisecondsOfYear(2200) / 86_400_000 - 1 })
  .map(days => instantOf(days * 86_400_000).slice(0, 10) as PlainDate)

const people: fc.Arbitrary<PersonDetails> = fc.record({
  names: few(
    fc.record({ kind: oneOf(nameKinds), last: word, first: orNull(word), middle: orNull(word), suffix: orNull(word) }),
  ),
  bornOn: orNull(plainDates),
  sex: oneOf(sexes),
  race: oneOf(races),
  ethnicity: oneOf(ethnicities),
  countryOfBirth: fc.oneof(
    fc.record({ kind: fc.constant('self-reported' as const), codeSystem: oneOf(countryCodeSystems), code: word }),
    fc.record({ kind: fc.constantFrom('declined' as const, 'not-asked' as const) }),
  ),
  ssn: orNull(fc.constantFrom('000-12-3456', '000123456', '000654321')),
  addresses: few(fc.record({ line: word, city: word, state: word, zip: word })),
  interpreterLanguage: orNull(word),
  policeNumber: orNull(fc.constantFrom('1', '0000417')),
  photoReference: orNull(word),
})

/** Any report at all, whether it could be sent or not. */
export const reports: fc.Arbitrary<ArrestReport> = fc.record({
  intakeNumber: word,
  personId: fc.constant(null),
  person: people,
  arrestedAt: instants,
  place: word,
  district: word,
  bookingSite: word,
  officers: few(fc.record({ badge: word, name: word })),
  basis: oneOf(arrestBases),
  warrantNumber: orNull(word),
  incidents: few(fc.constantFrom('202625000123', '2625000123', '202625000124', 'no number')),
  otn: orNull(fc.constantFrom('Q3333330', 'Q333333-0', 'Q3333331', 'none')),
  charges: few(
    fc.record({
      policeChargeId: fc.nat().map(policeChargeId),
      statute: fc.constantFrom('18 § 2702 §§ A1', '18§2702§§A1', '18 § 907'),
      description: word,
      grade: orNull(oneOf(grades.filter(grade => grade !== null))),
      counts: fc.integer({ min: 0, max: 3 }),
      offenseOn: plainDates,
      dcNumber: fc.constantFrom('202625000123', '2625000123'),
    }),
  ),
  narrative: word,
  domesticViolence: fc.boolean(),
  directFile: orNull(fc.record({ parentsNotifiedAt: instants, parentsNotifiedBy: word })),
  victimsAndWitnesses: few(fc.record({ kind: oneOf(partyKinds), name: word, contact: orNull(word) })),
})

const amounts = orNull(fc.integer({ min: 0, max: 1_000_000_000_00 }))
const deposits = orNull(fc.constantFrom(1, 5, 10, 100))
const types = fc.subarray([...bailTypes], { minLength: 1 })

const ordersSet: fc.Arbitrary<BailSet> = fc.record({
  kind: fc.constant('set' as const),
  types,
  amountCents: amounts,
  depositPercent: deposits,
  conditions: few(
    fc.record({ kind: oneOf(conditionKinds), text: fc.constantFrom('No bail bondsman may call.', 'none') }),
  ),
  reasons: fc.subarray([...bailReasons]),
  reasonNote: orNull(fc.constantFrom('no bail', 'NO BAIL')),
  abilityToPayConsidered: fc.boolean(),
  abilityToPayNote: orNull(word),
  dangerFound: fc.boolean(),
})

/** Any order at all, whether the rules would let it stand or not. */
export const bailOrders: fc.Arbitrary<BailOrder> = fc.oneof(
  { weight: 5, arbitrary: ordersSet },
  fc.record({
    kind: fc.constant('refused-bail' as const),
    reasons: fc.subarray([...bailReasons]),
    reasonNote: fc.constantFrom('no bail', 'flight'),
  }),
)
