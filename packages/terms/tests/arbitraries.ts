import { grades, type PlainDate, seats } from '@pars/domain'
import fc from 'fast-check'
import {
  attributes,
  type ClassTerm,
  citedKinds,
  classOfFilter,
  type FieldClass,
  fieldClasses,
  identifierKinds,
  obligationCodes,
  obligationRhythms,
  onwardRules,
  type Population,
  type PurposeTerm,
  purposeCodes,
  type QuestionTerm,
  sufficientTests,
  type Terms,
} from '../src/index.ts'

const some = <T>(values: readonly T[], minLength = 1): fc.Arbitrary<T[]> => fc.subarray([...values], { minLength })
const days = fc.integer({ min: 0, max: 365 })
const perDay = fc.integer({ min: 1, max: 1000 })
const name = fc.constantFrom('Removal Unit', 'Investigations Unit', "Sheriff's Office", 'Agência São Tomé (2)', '署')

/** Few districts and grades, so that populations often meet the records. */
export const districts = ['01', '25', '26', '77'] as const
const gradeList = grades.filter(grade => grade !== null)

/** Days around the changes of the clock, beside any other. */
export const someDates: fc.Arbitrary<PlainDate> = fc.oneof(
  fc.constantFrom('2018-03-11', '2018-11-04', '2017-09-01', '2018-08-31', '2020-02-29'),
  fc
    .integer({ min: Date.UTC(2017, 0, 1) / 86_400_000, max: Date.UTC(2026, 0, 1) / 86_400_000 })
    .map(day => new Date(day * 86_400_000).toISOString().slice(0, 10)),
) as fc.Arbitrary<PlainDate>

const fact: fc.Arbitrary<Population> = fc.oneof(
  fc.constantFrom<Population>(
    { kind: 'everyone' },
    { kind: 'charged' },
    { kind: 'adult' },
    { kind: 'on-warrant' },
    { kind: 'bail-ordered' },
  ),
  fc
    .oneof(
      fc.constantFrom(...districts).map(value => ({ column: 'district' as const, value })),
      fc.constantFrom('sight', 'warrant').map(value => ({ column: 'basis' as const, value })),
      fc.constantFrom(...gradeList).map(value => ({ column: 'grade' as const, value })),
    )
    .map((each): Population => ({ kind: 'is', ...each })),
  fc
    .oneof(
      some(districts).map(values => ({ column: 'district' as const, values })),
      some(['sight', 'warrant']).map(values => ({ column: 'basis' as const, values })),
      some(gradeList).map(values => ({ column: 'grade' as const, values })),
    )
    .map((each): Population => ({ kind: 'in', ...each })),
  fc.integer({ min: 1, max: 400 }).map((count): Population => ({ kind: 'within-days', days: count })),
  someDates.map((on): Population => ({ kind: 'since', on })),
)

const populationOf = (depth: number): fc.Arbitrary<Population> => {
  if (depth === 1) return fact
  const below = populationOf(depth - 1)
  const parts = fc.uniqueArray(below, { minLength: 1, maxLength: 3, selector: each => JSON.stringify(each) })
  return fc.oneof(
    { weight: 2, arbitrary: fact },
    parts.map((of): Population => ({ kind: 'all', of })),
    parts.map((of): Population => ({ kind: 'any', of })),
    below.map((of): Population => ({ kind: 'not', of })),
  )
}
export const populations: fc.Arbitrary<Population> = populationOf(4)

const fitPurpose = (purpose: PurposeTerm): PurposeTerm => {
  if (purpose.cites === 'none') return { ...purpose, suffices: 'unverified' }
  return purpose.cites === 'case' && purpose.suffices === 'found-here'
    ? { ...purpose, suffices: 'registered' }
    : purpose
}
const purposes: fc.Arbitrary<PurposeTerm[]> = fc
  .uniqueArray(
    fc.record({
      code: fc.constantFrom(...purposeCodes),
      cites: fc.constantFrom(...citedKinds),
      suffices: fc.constantFrom(...sufficientTests),
    }),
    { minLength: 1, maxLength: 4, selector: each => each.code },
  )
  .map(all => all.map(fitPurpose))

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(arbitrary, { maxLength: 1 })
const questions: fc.Arbitrary<QuestionTerm[]> = fc
  .tuple(
    ...[
      some(identifierKinds).map((identifiers): QuestionTerm => ({ kind: 'by-identifier', identifiers })),
      fc.integer({ min: 0, max: 5 }).map((possible): QuestionTerm => ({ kind: 'by-name-and-birth-date', possible })),
      fc.constant<QuestionTerm>({ kind: 'by-incident' }),
      some(attributes).map((asked): QuestionTerm => ({ kind: 'by-attribute', attributes: asked })),
      fc.integer({ min: 1, max: 744 }).map((hours): QuestionTerm => ({ kind: 'recent', hours })),
      fc.integer({ min: 1, max: 365 }).map((count): QuestionTerm => ({ kind: 'feed', days: count })),
    ].map(optional),
  )
  .map(all => all.flat())
  .map(chosen =>
    chosen.some(({ kind }) => kind === 'by-identifier' || kind === 'by-name-and-birth-date')
      ? chosen
      : [...chosen.filter(({ kind }) => kind !== 'feed'), { kind: 'by-name-and-birth-date', possible: 0 }],
  )

const neededFilters = (asked: readonly QuestionTerm[]): Set<FieldClass> =>
  new Set(
    asked.flatMap((question): FieldClass[] => {
      if (question.kind === 'by-identifier') return question.identifiers.map(each => classOfFilter[each])
      if (question.kind === 'by-attribute') return ['arrest', ...question.attributes.map(each => classOfFilter[each])]
      if (question.kind === 'by-name-and-birth-date') return ['identity']
      return question.kind === 'feed' ? [] : ['arrest']
    }),
  )

const classes: fc.Arbitrary<(ClassTerm & { isListed: boolean })[]> = fc.tuple(
  ...fieldClasses.map(each =>
    fc.record({
      class: fc.constant(each),
      isListed: fc.boolean(),
      visible: fc.boolean(),
      filterable: fc.boolean(),
      exportable: fc.boolean(),
    }),
  ),
)

/** The classes that questions need, beside those that chance listed; something is always visible. */
const fitClasses = (
  asked: readonly QuestionTerm[],
  listed: readonly (ClassTerm & { isListed: boolean })[],
): ClassTerm[] => {
  const needed = neededFilters(asked)
  const showsPossible = asked.some(question => question.kind === 'by-name-and-birth-date' && question.possible > 0)
  const fitted = listed.flatMap(({ isListed, ...each }) => {
    const visible = (isListed && each.visible) || (each.class === 'identity' && showsPossible)
    const filterable = (isListed && each.filterable) || needed.has(each.class)
    if (!isListed && !visible && !filterable) return []
    return [{ class: each.class, visible, filterable, exportable: each.exportable && visible }]
  })
  if (fitted.some(({ visible }) => visible)) return fitted
  const custody: ClassTerm = { class: 'custody', visible: true, filterable: false, exportable: false }
  return [...fitted.filter(each => each.class !== 'custody'), custody]
}

const lettersAndDigits = 'abcdefghijklmnopqrstuvwxyz0123456789-'
const codeOf = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: fc.constantFrom(...lettersAndDigits), minLength: 3, maxLength })
    // A hyphen in front is none of the format's codes, and would stop the log.
    .map(code => code.replace(/^-/, 'a'))

/** What no other part depends on. Made once: arbitraries are dear to make. */
const rest = fc.record({
  format: fc.constant('pars-terms-1' as const),
  agreement: codeOf(20),
  version: fc.integer({ min: 1, max: 9999 }),
  partner: name,
  units: fc.uniqueArray(fc.record({ code: codeOf(10), name, function: name }), {
    minLength: 1,
    maxLength: 3,
    selector: each => each.code,
  }),
  governs: fc.constantFrom('data' as const, 'prose' as const),
  purposes,
  population: populations,
  directFile: fc.boolean(),
  limits: fc.record({
    inquiriesPerUnitPerDay: perDay,
    inquiriesPerOfficerPerDay: perDay,
    personsPerUnitPerDay: perDay,
    rowsPerAnswer: fc.integer({ min: 1, max: 1000 }),
  }),
  onward: fc.constantFrom(...onwardRules),
  obligations: fc.uniqueArray(
    fc.record({
      code: fc.constantFrom(...obligationCodes),
      every: fc.constantFrom(...obligationRhythms),
      dueDays: days,
      suspends: fc.boolean(),
    }),
    { maxLength: 4, selector: each => each.code },
  ),
  notice: fc.record({ nonRenewalDays: days, terminationDays: days, narrowingDays: days, cureDays: days }),
  emergencyStop: fc.option(fc.record({ seats: some(seats), confirmDays: fc.integer({ min: 1, max: 90 }) })),
  confirmationOutage: fc.record({
    minutes: fc.integer({ min: 1, max: 10_080 }),
    // biome-ignore lint/suspicious/noThenProperty: a word of the published format, never a function
    then: fc.constantFrom('stop' as const, 'go-on' as const),
  }),
  feeCents: fc.option(fc.integer({ min: 0, max: 100_000_000 })),
  startsOn: someDates,
  endsOn: someDates,
})

/** Any terms that the parser accepts. */
export const validTerms: fc.Arbitrary<Terms> = fc
  .tuple(rest, questions, classes)
  .map(([others, asked, listed]) => ({ ...others, questions: asked, classes: fitClasses(asked, listed) }))
  .map(terms => (terms.startsOn <= terms.endsOn ? terms : { ...terms, startsOn: terms.endsOn, endsOn: terms.startsOn }))
