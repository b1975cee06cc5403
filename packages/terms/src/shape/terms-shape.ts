import { seats } from '@pars/domain'
import {
  attributes,
  citedKinds,
  fieldClasses,
  identifierKinds,
  limitNames,
  noticeNames,
  obligationCodes,
  obligationRhythms,
  onwardRules,
  purposeCodes,
  sufficientTests,
  termsFormat,
} from '../terms.ts'
import { dateShape } from './date-shape.ts'
import { populationShape } from './population-shape.ts'
import { byKind, exactly, listOf, object, oneOf, orNull, type Shape, text, wholeNumber, yesOrNo } from './shape.ts'

export const maxPossible = 5

const code = text(
  /^[a-z0-9][a-z0-9-]{2,39}$/,
  'a code of 3 to 40 small letters, digits and hyphens, the first no hyphen',
)
const name = text(
  /^[\p{L}\p{N}](?:[ \p{L}\p{M}\p{N}.,'’&()/-]{0,118}[\p{L}\p{M}\p{N}.)])?$/u,
  'a name of at most 120 letters, digits and plain punctuation, on one line',
)
const days = wholeNumber(0, 365)
const perDay = wholeNumber(1, 1_000_000)
const limit: Record<(typeof limitNames)[number], Shape> = {
  inquiriesPerUnitPerDay: perDay,
  inquiriesPerOfficerPerDay: perDay,
  personsPerUnitPerDay: perDay,
  rowsPerAnswer: wholeNumber(1, 1000),
}

const unit = object({ code, name, function: name })
const purpose = object({ code: oneOf(purposeCodes), cites: oneOf(citedKinds), suffices: oneOf(sufficientTests) })
const question = byKind({
  'by-identifier': { identifiers: listOf(oneOf(identifierKinds), { min: 1, max: identifierKinds.length }) },
  'by-name-and-birth-date': { possible: wholeNumber(0, maxPossible) },
  'by-incident': {},
  'by-attribute': { attributes: listOf(oneOf(attributes), { min: 1, max: attributes.length }) },
  recent: { hours: wholeNumber(1, 744) },
  feed: { days: wholeNumber(1, 365) },
})
const classTerm = object({ class: oneOf(fieldClasses), visible: yesOrNo, filterable: yesOrNo, exportable: yesOrNo })
const obligation = object({
  code: oneOf(obligationCodes),
  every: oneOf(obligationRhythms),
  dueDays: days,
  suspends: yesOrNo,
})
const emergencyStop = object({
  seats: listOf(oneOf(seats), { min: 1, max: seats.length }),
  confirmDays: wholeNumber(1, 90),
})

/** What terms look like; what their parts must say to one another is in check-terms.ts. */
export const termsShape: Shape = object({
  format: exactly(termsFormat),
  agreement: code,
  version: wholeNumber(1, 9999),
  partner: name,
  units: listOf(unit, { min: 1, max: 20 }),
  governs: oneOf(['data', 'prose']),
  purposes: listOf(purpose, { min: 1, max: purposeCodes.length }),
  questions: listOf(question, { min: 1, max: 6 }),
  classes: listOf(classTerm, { min: 1, max: fieldClasses.length }),
  population: populationShape,
  directFile: yesOrNo,
  limits: object(Object.fromEntries(limitNames.map(each => [each, limit[each]]))),
  onward: oneOf(onwardRules),
  obligations: listOf(obligation, { min: 0, max: obligationCodes.length }),
  notice: object(Object.fromEntries(noticeNames.map(each => [each, days]))),
  emergencyStop: orNull(emergencyStop),
  // biome-ignore lint/suspicious/noThenProperty: a word of the published format, never a function
  confirmationOutage: object({ minutes: wholeNumber(1, 10_080), then: oneOf(['stop', 'go-on']) }),
  feeCents: orNull(wholeNumber(0, 100_000_000)),
  startsOn: dateShape,
  endsOn: dateShape,
})
