import { type Instant, instantOf, type PlainDate } from '@pars/domain'
import fc from 'fast-check'
import {
  type Asked,
  attributes,
  citedKinds,
  type Inquiry,
  type InquiryFacts,
  identifierKinds,
  purposeCodes,
  type Terms,
} from '../src/index.ts'

const some = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const mostly = <T, U>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<U>): fc.Arbitrary<T | U> =>
  fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: wrong })

const officer = '00000000-0000-4000-8000-000000000001'
const long = 'x'.repeat(201)
const born = ['1990-05-06', '2000-02-29'] as PlainDate[]

/** Anything that somebody might ask, also what no question takes. */
export const anyAsked: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({
    kind: fc.constant('by-identifier' as const),
    identifier: fc.oneof(some(identifierKinds), some(['ssn', 'incident'])),
    value: mostly(some(['Q3333330', '0000417', 'MC-51-CR-0000001-2018']), some(['', long, '李'.repeat(200)])),
  }),
  fc.record({
    kind: fc.constant('by-name-and-birth-date' as const),
    last: mostly(some(['Smith', "O'Neil", 'Grace']), some(['', long])),
    first: mostly(some(['Anna', 'Grace', '', null]), fc.constant(long)),
    bornOn: mostly(some(born), some(['1849-12-31' as PlainDate, '2200-01-01' as PlainDate, null])),
  }),
  fc.record({
    kind: fc.constant('by-incident' as const),
    incident: mostly(fc.constant('201825000123'), some(['', long])),
  }),
  fc.record({
    kind: fc.constant('by-attribute' as const),
    attribute: fc.oneof(some(attributes), some(['religion'])),
    value: some(['abroad', 'genc:MEX', 'ncic:MX', 'genc:mex', 'MEX', '25', 'F1', 'white', '', long]),
    since: some([instantOf(Date.UTC(2015, 0, 1)), null]),
  }),
  fc.record({ kind: fc.constant('recent' as const), hours: some([-1, 0, 1, 24, 744, 745]) }),
  fc.record({ kind: fc.constant('feed' as const), cursor: some([null, '', 'x', 'ab'.repeat(56)]) }),
)

const wrongPurposes = some<string>([...purposeCodes, 'curiosity'])
const citations = fc.record({ kind: some<string>([...citedKinds, 'otn']), value: some(['W-1', '']) })
const values: Record<string, string> = {
  incident: '201825000123',
  docket: 'MC-51-CR-0000001-2018',
  warrant: 'W-1',
  case: '7',
}

/** Mostly right requests, each part sometimes wrong. */
export const inquiriesOf = (terms: Terms): fc.Arbitrary<Inquiry> => {
  const granted = terms.questions.map(({ kind }) => kind)
  return fc
    .record({
      unit: mostly(some(terms.units.map(({ code }) => code)), fc.constant('nobody')),
      officer: mostly(fc.constant(officer), some(['', 'x', `${officer} `])),
      purpose: some(terms.purposes),
      wrongPurpose: mostly(fc.constant(undefined), wrongPurposes),
      wrongCites: mostly(fc.constant(undefined), citations),
      authentication: some(['signed' as const, 'sign-in' as const]),
      asked: anyAsked,
      granted: anyAsked.filter(({ kind }) => granted.includes(kind)),
      isGranted: mostly(fc.constant(true), fc.constant(false)),
    })
    .map(({ unit, officer, purpose, wrongPurpose, wrongCites, authentication, asked, granted, isGranted }) => {
      const right = purpose.cites === 'none' ? undefined : { kind: purpose.cites, value: values[purpose.cites] ?? '' }
      const cites = wrongCites ?? right
      return {
        request: {
          unit,
          officer,
          purpose: wrongPurpose ?? purpose.code,
          authentication,
          ...(cites === undefined ? {} : { cites }),
        },
        asked: isGranted ? granted : asked,
      }
    })
}

const rarely = fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true))

/** Facts in which nothing, or one thing, stands against the inquiry. */
export const factsAt = (askedAt: Instant): fc.Arbitrary<InquiryFacts> =>
  fc.record({
    askedAt: fc.constant(askedAt),
    unconfirmedMinutes: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.nat(12_000)),
    activationConfirmed: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
    halted: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, some(['suspended', 'terminated'])),
    stopped: fc.record({ unit: rarely, key: rarely, officer: rarely }),
    certifiedUntil: fc.oneof(
      { weight: 6, arbitrary: fc.constant(instantOf(Date.parse(askedAt) + 1)) },
      some([askedAt, null]),
    ),
    registered: fc.boolean(),
    cursorValid: fc.boolean(),
    used: fc.record({
      unit: fc.integer({ min: 0, max: 3 }),
      officer: fc.integer({ min: 0, max: 3 }),
      persons: fc.integer({ min: 0, max: 3 }),
    }),
    found: fc.record({
      shown: fc.integer({ min: 0, max: 2 }),
      possible: fc.integer({ min: 0, max: 2 }),
      inReach: fc.integer({ min: 0, max: 2 }),
      onRecord: fc.integer({ min: 0, max: 2 }),
    }),
    newPersons: fc.integer({ min: 0, max: 2 }),
  })
