import type { BodyOf, certifyOfficer, registerPartner, registerPartnerKey, registerUnit } from '@pars/contract'
import { addDays, parsePlainDate } from '@pars/domain'
import type { FieldError } from '../api.ts'
import { instantOfCity } from '../format.ts'
import { partnerWords } from '../words/partners.ts'

const words = partnerWords.dialogs
const isCode = (text: string): boolean => /^[a-z0-9][a-z0-9-]{2,39}$/.test(text)

type Read<B> = { body?: B; errors: FieldError[] }
const missing = (form: Record<string, string | boolean>, names: readonly string[]): FieldError[] =>
  names.flatMap(name => (String(form[name]).trim() === '' ? [{ pointer: `/${name}`, message: words.missing }] : []))
const codeError = (code: string): FieldError[] =>
  isCode(code.trim()) ? [] : [{ pointer: '/code', message: words.notACode }]

export interface PartnerForm {
  code: string
  name: string
  ori: string
}
export const blankPartner: PartnerForm = { code: '', name: '', ori: '' }

export const readPartner = (form: PartnerForm): Read<BodyOf<typeof registerPartner>> => {
  const ori = form.ori.trim().toUpperCase()
  const errors = [
    ...codeError(form.code),
    ...missing({ ...form }, ['name']),
    ...(ori === '' || /^[A-Z0-9]{9}$/.test(ori) ? [] : [{ pointer: '/ori', message: words.notAnOri }]),
  ]
  if (errors.length > 0) return { errors }
  return { errors, body: { code: form.code.trim(), name: form.name.trim(), ori: ori === '' ? null : ori } }
}

export interface UnitForm {
  code: string
  name: string
  function: string
  criminalJustice: boolean
  decidedBy: string
  citation: string
}
export const blankUnit: UnitForm = {
  code: '',
  name: '',
  function: '',
  criminalJustice: false,
  decidedBy: '',
  citation: '',
}

export const readUnit = (form: UnitForm): Read<BodyOf<typeof registerUnit>> => {
  const errors = [...codeError(form.code), ...missing({ ...form }, ['name', 'function', 'decidedBy', 'citation'])]
  if (errors.length > 0) return { errors }
  return {
    errors,
    body: {
      code: form.code.trim(),
      name: form.name.trim(),
      function: form.function.trim(),
      criminalJustice: form.criminalJustice,
      decidedBy: form.decidedBy.trim(),
      citation: form.citation.trim(),
    },
  }
}

export interface OfficerForm {
  displayName: string
  issuer: string
  subject: string
  coordinator: boolean
  until: string
}
export const blankOfficer: OfficerForm = { displayName: '', issuer: '', subject: '', coordinator: false, until: '' }

/** A certificate until a day holds through the end of that day in the city. */
export const readOfficer = (form: OfficerForm): Read<BodyOf<typeof certifyOfficer>> => {
  const day = parsePlainDate(form.until)
  const errors = [
    ...missing({ ...form }, ['displayName', 'issuer', 'subject']),
    ...(day ? [] : [{ pointer: '/certifiedUntil', message: words.notADate }]),
  ]
  if (!day || errors.length > 0) return { errors }
  const certifiedUntil = instantOfCity(addDays(day, 1), '00:00') as BodyOf<typeof certifyOfficer>['certifiedUntil']
  return {
    errors,
    body: {
      displayName: form.displayName.trim(),
      issuer: form.issuer.trim(),
      subject: form.subject.trim(),
      coordinator: form.coordinator,
      certifiedUntil,
    },
  }
}

export const readKey = (typed: string): Read<BodyOf<typeof registerPartnerKey>> => {
  const publicKey = typed.trim()
  return /^[A-Za-z0-9+/]{43}=$/.test(publicKey)
    ? { errors: [], body: { publicKey } }
    : { errors: [{ pointer: '/publicKey', message: words.notAKey }] }
}
