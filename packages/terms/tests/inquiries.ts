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
const officer = '00000000-0000-4000-8000-000000000001'
const long = 'x'.repeat(201)
const born = ['1990-05-06', '2000-02-29'] as PlainDate[]

/** Anything that somebody might ask, also what no question takes. */
export const anyAsked: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({
    kind: fc.constant('by-identifier' as const),
    identifier: fc.oneof(some(identifierKinds), some(['ssn', 'incident'])),
    value: some(['Q3333330', '0000417', 'MC-51-CR-0000001-2018', '', long, '李'.repeat(200)]),
  }),
  fc.record({
    kind: fc.constant('by-name-and-birth-date' as const),
    last: some(['Smith', "O'Neil", '', long]),
    first: some(['Anna', '', long, null]),
    bornOn: some([...born, '1849-12-31' as PlainDate, '2200-01-01' as PlainDate, null]),
  }),
  fc.record({ kind: fc.constant('by-incident' as const), incident: some(['201825000123', '', long]) }),
  fc.record({
    kind: fc.constant('by-attribute' as const),
    attribute: fc.oneof(some(attributes), some(['religion'])),
    value: some(['abroad', 'genc:MEX', 'ncic:MX', 'genc:mex', 'MEX', '25', 'F1', 'white', '', long]),
    since: some([instantOf(Date.UTC(2015, 0, 1)), null]),
  }),
  fc.record({ kind: fc.constant('recent' as const), hours: some([-1, 0, 1, 24, 744, 745]) }),
  fc.record({ kind: fc.constant('feed' as const), cursor: some([null, '', 'x', 'ab'.repeat(56)]) }),
)

/** Mostly right requests, each part sometimes wrong. */
export const inquiriesOf = (terms: Terms): fc.Arbitrary<Inquiry> =>
  fc.record({
    request: fc.record(
      {
        unit: fc.oneof({ weight: 5, arbitrary: some(terms.units.map(({ code }) => code)) }, fc.constant('nobody')),
        officer: fc.oneof({ weight: 6, arbitrary: fc.constant(officer) }, some(['', 'x', `${officer} `])),
        purpose: fc.oneof(
          { weight: 5, arbitrary: some(terms.purposes.map(({ code }) => code)) },
          some([...purposeCodes, 'curiosity']),
        ),
        cites: fc.record({
          kind: fc.oneof(
            { weight: 3, arbitrary: some(terms.purposes.map(({ cites }) => cites)) },
            some([...citedKinds, 'otn']),
          ),
          value: some(['201825000123', 'W-1', 'MC-51-CR-0000001-2018', '']),
        }),
        authentication: some(['signed' as const, 'sign-in' as const]),
      },
      { requiredKeys: ['unit', 'officer', 'purpose', 'authentication'] },
    ),
    asked: anyAsked,
  })

const rarely = fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true))

/** Facts in which nothing, or one thing, stands against the inquiry. */
export const factsAt = (askedAt: Instant): fc.Arbitrary<InquiryFacts> =>
  fc.record({
    askedAt: fc.constant(askedAt),
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
