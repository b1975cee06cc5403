import {
  askByAttribute,
  askByIdentifier,
  askByIncident,
  askByNameAndBirthDate,
  askFeed,
  askRecent,
} from '@pars/contract'
import { parsePlainDate } from '@pars/domain'
import type { FieldError } from '../../api.ts'
import { readCityInstant } from '../../form/city-instant.ts'
import { parseWholeNumber } from '../../form/whole-number.ts'
import { consoleWords } from '../../words/partner.ts'
import type { Allowance } from '../use-own.ts'

const { errors: words } = consoleWords.ask

export const endpointOf = {
  'by-identifier': askByIdentifier,
  'by-name-and-birth-date': askByNameAndBirthDate,
  'by-incident': askByIncident,
  'by-attribute': askByAttribute,
  recent: askRecent,
  feed: askFeed,
} as const
export type QuestionName = keyof typeof endpointOf
export const isQuestion = (kind: string): kind is QuestionName => Object.hasOwn(endpointOf, kind)

/** What is typed, of whichever question. */
export interface InquiryForm {
  question: QuestionName
  purpose: string
  cites: string
  behalf: string
  identifier: string
  value: string
  last: string
  first: string
  bornOn: string
  incident: string
  attribute: string
  attributeValue: string
  since: string
  hours: string
}

/** The form of a question that the terms hold begins with what they hold. */
export const blankInquiry = (allowed: Allowance): InquiryForm => {
  const find = (kind: QuestionName) => allowed.questions.find(each => each.kind === kind)
  const first = allowed.questions.map(({ kind }) => kind).find(isQuestion)
  return {
    question: first ?? 'by-identifier',
    purpose: allowed.purposes.length === 1 ? (allowed.purposes[0]?.code ?? '') : '',
    cites: '',
    behalf: consoleWords.ask.ownUnit,
    identifier: find('by-identifier')?.identifiers?.[0] ?? 'otn',
    value: '',
    last: '',
    first: '',
    bornOn: '',
    incident: '',
    attribute: find('by-attribute')?.attributes?.[0] ?? 'birth-country',
    attributeValue: '',
    since: '',
    hours: String(find('recent')?.hours ?? 24),
  }
}

type Filters = { filters: Record<string, unknown>; errors: FieldError[] }
const needed = (typed: string, pointer: string, message: string): FieldError[] =>
  typed.trim() === '' ? [{ pointer, message }] : []

const readFilters: Record<QuestionName, (form: InquiryForm) => Filters> = {
  'by-identifier': ({ identifier, value }) => ({
    filters: { identifier, value: value.trim() },
    errors: needed(value, '/value', words.value),
  }),
  'by-name-and-birth-date': ({ last, first, bornOn }) => ({
    filters: { last: last.trim(), first: first.trim() === '' ? null : first.trim(), bornOn },
    errors: [
      ...needed(last, '/last', words.last),
      ...(parsePlainDate(bornOn) ? [] : [{ pointer: '/bornOn', message: words.bornOn }]),
    ],
  }),
  'by-incident': ({ incident }) => ({
    filters: { incident: incident.trim() },
    errors: needed(incident, '/incident', words.incident),
  }),
  'by-attribute': ({ attribute, attributeValue, since }) => {
    const from = readCityInstant(since, '00:00')
    return {
      filters: { attribute, value: attributeValue.trim(), since: from.kind === 'instant' ? from.instant : '' },
      errors: [
        ...needed(attributeValue, '/attributeValue', words.attributeValue),
        ...(from.kind === 'instant' ? [] : [{ pointer: '/since', message: words.since }]),
      ],
    }
  },
  recent: ({ hours }) => {
    const read = parseWholeNumber(hours)
    return { filters: { hours: read }, errors: read >= 1 ? [] : [{ pointer: '/hours', message: words.hours }] }
  },
  feed: () => ({ filters: { cursor: null }, errors: [] }),
}

/** What an inquiry's purpose must cite; none where nothing is chosen yet. */
export const citedBy = (allowed: Pick<Allowance, 'purposes'>, purpose: string): string =>
  allowed.purposes.find(({ code }) => code === purpose)?.cites ?? 'none'

/** The body of an inquiry without its nonce, or what is missing. */
export const readInquiry = (
  form: InquiryForm,
  allowed: Pick<Allowance, 'agreement' | 'purposes'>,
): { body?: Record<string, unknown>; errors: FieldError[] } => {
  const kind = citedBy(allowed, form.purpose)
  const { filters, errors: filterErrors } = readFilters[form.question](form)
  const errors = [
    ...filterErrors,
    ...needed(form.purpose, '/purpose', words.purpose),
    ...(kind === 'none' ? [] : needed(form.cites, '/cites', words.cites)),
    ...needed(form.behalf, '/behalf', words.behalf),
  ]
  if (errors.length > 0) return { errors }
  return {
    errors,
    body: {
      agreement: allowed.agreement,
      purpose: form.purpose,
      cites: kind === 'none' ? null : { kind, value: form.cites.trim() },
      behalf: form.behalf.trim(),
      ...filters,
    },
  }
}
