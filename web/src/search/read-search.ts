import type { QueryOf, searchArrests } from '@pars/contract'
import { type PlainDate, parseDcNumber, parseDocketNumber, parseOtn, parsePoliceNumber } from '@pars/domain'
import type { FieldError } from '../api.ts'
import type { Purpose } from '../record/purpose-of.ts'
import { searchWords } from '../words/search.ts'

const { errors: words } = searchWords

export const numberFields = ['otn', 'dcNumber', 'docketNumber', 'policeNumber', 'intakeNumber'] as const
export type NumberField = (typeof numberFields)[number]

/** What is typed into the search form. It is kept in memory only: a search names a person. */
export interface SearchForm {
  lastName: string
  firstName: string
  otn: string
  dcNumber: string
  docketNumber: string
  policeNumber: string
  intakeNumber: string
  purpose: Purpose
  isForOther: boolean
  forWhom: string
}

export const blankSearch = (purpose: Purpose): SearchForm => ({
  lastName: '',
  firstName: '',
  otn: '',
  dcNumber: '',
  docketNumber: '',
  policeNumber: '',
  intakeNumber: '',
  purpose,
  isForOther: false,
  forWhom: '',
})

type Query = QueryOf<typeof searchArrests>
export type ReadSearch = { kind: 'search'; query: Query } | { kind: 'unread'; errors: FieldError[] }

const shapes: Record<NumberField, (text: string, today: PlainDate) => string | undefined> = {
  otn: text => parseOtn(text.toUpperCase()),
  dcNumber: parseDcNumber,
  docketNumber: text => parseDocketNumber(text.toUpperCase())?.docketNumber,
  policeNumber: parsePoliceNumber,
  intakeNumber: text => (text.trim().length <= 100 ? text.trim() : undefined),
}

const firstError = (form: SearchForm): FieldError | undefined => {
  const isNumberless = numberFields.every(field => form[field].trim() === '')
  if (form.lastName.trim() !== '' || !isNumberless) return undefined
  return { pointer: '/lastName', message: form.firstName.trim() === '' ? words.nothing : words.firstAlone }
}

/** The search to run, or what must be mended first. Every search is journaled, so none is sent that can find nothing. */
export const readSearch = (form: SearchForm, today: PlainDate): ReadSearch => {
  const errors: FieldError[] = []
  const missing = firstError(form)
  if (missing) errors.push(missing)
  const numbers: Partial<Record<NumberField, string>> = {}
  for (const field of numberFields) {
    if (form[field].trim() === '') continue
    const number = shapes[field](form[field], today)
    if (number === undefined) errors.push({ pointer: `/${field}`, message: words[field] })
    else numbers[field] = number
  }
  if (form.isForOther && form.forWhom.trim() === '') errors.push({ pointer: '/forWhom', message: words.forOther })
  if (errors.length > 0) return { kind: 'unread', errors }
  const text = (name: string) => name.trim() || undefined
  return {
    kind: 'search',
    query: {
      lastName: text(form.lastName),
      firstName: text(form.firstName),
      ...numbers,
      purpose: form.purpose,
      ...(form.isForOther ? { forWhom: form.forWhom.trim() } : {}),
    },
  }
}
