import type { ArrestRecord, BodyOf, makeComplaint } from '@pars/contract'
import type { FieldError } from '../../api.ts'
import { readCityInstant } from '../../form/city-instant.ts'
import { formatPlainDate } from '../../format.ts'
import { chargingWords } from '../../words/charging.ts'

type Body = BodyOf<typeof makeComplaint>

const words = chargingWords.complaint
const { errors } = chargingWords

/** What Rule 504 wants, exactly as it was typed. */
export interface ComplaintForm {
  chargeIds: string[]
  affiant: string
  affiantAgency: string
  offenseDateText: string
  offensePlace: string
  facts: string
  peaceAndDignity: boolean
  labServices: boolean
  fingerprinted: boolean
  processRequested: Body['processRequested']
  verifiedOn: string
  verifiedTime: string
}

/** Charges that are brought and in no complaint yet. */
export const chargesWithoutComplaint = ({ decision, complaints }: ArrestRecord['charging']) => {
  const taken = new Set(complaints.flatMap(complaint => complaint.chargeIds))
  return (decision?.charges ?? []).filter(charge => !taken.has(charge.chargeId))
}

/** Filled in from the report. The affiant's verification is a fact that nobody can fill in ahead. */
export const startComplaint = ({ charging, report, custody }: ArrestRecord, city: string): ComplaintForm => {
  const charges = chargesWithoutComplaint(charging)
  const dates = [...new Set(charges.map(charge => charge.offenseOn))].sort().map(formatPlainDate)
  return {
    chargeIds: charges.map(charge => charge.chargeId),
    affiant: report.officers[0]?.name ?? '',
    affiantAgency: words.agency(city, report.district),
    offenseDateText: words.onOrAbout(words.and(dates)),
    offensePlace: report.place,
    facts: report.narrative ?? '',
    peaceAndDignity: true,
    labServices: false,
    fingerprinted: report.otn !== null,
    processRequested: custody.stage === 'released-on-summons' ? 'summons' : 'none-arrested',
    verifiedOn: '',
    verifiedTime: '',
  }
}

const requiredTexts = ['affiant', 'affiantAgency', 'offenseDateText', 'offensePlace', 'facts'] as const

const readVerified = ({ verifiedOn, verifiedTime }: ComplaintForm, found: FieldError[]) => {
  const read = readCityInstant(verifiedOn, verifiedTime)
  if (read.kind === 'instant') return read.instant
  if (read.kind === 'not-a-date') found.push({ pointer: '/verifiedAt', message: errors.date })
  else if (read.kind === 'not-a-time') found.push({ pointer: '/verifiedAt/time', message: errors.time })
  else found.push({ pointer: '/verifiedAt/time', message: errors.clock[read.kind] })
  return undefined
}

/** The complaint to make, or every field that must be mended first. */
export const readComplaint = (
  form: ComplaintForm,
): { kind: 'complaint'; body: Body } | { kind: 'unread'; errors: FieldError[] } => {
  const found: FieldError[] = []
  if (form.chargeIds.length === 0) found.push({ pointer: '/chargeIds', message: errors.charges })
  for (const field of requiredTexts)
    if (form[field].trim() === '') found.push({ pointer: `/${field}`, message: errors.required })
  if (!form.peaceAndDignity) found.push({ pointer: '/peaceAndDignity', message: errors.peaceAndDignity })
  const verifiedAt = readVerified(form, found)
  if (found.length > 0 || verifiedAt === undefined) return { kind: 'unread', errors: found }
  const { verifiedOn: _, verifiedTime: __, ...rest } = form
  return { kind: 'complaint', body: { ...rest, verifiedAt } }
}
