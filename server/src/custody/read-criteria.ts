import {
  cityDateOf,
  type Instant,
  isFilled,
  parseDcNumber,
  parseDocketNumber,
  parseOtn,
  parsePoliceNumber,
  type Refused,
  refuse,
  requireLine,
} from '@pars/domain'
import type { Criteria } from './search.sql.ts'

/** As somebody typed them. */
export type TypedCriteria = { readonly [C in keyof Criteria]: string | undefined }

const labels: { readonly [C in keyof Criteria]-?: string } = {
  lastName: 'last name',
  firstName: 'first name',
  otn: 'OTN',
  dcNumber: 'DC number',
  docketNumber: 'docket number',
  policeNumber: 'police photo number',
  intakeNumber: 'intake number',
}

/** As it is stored, or undefined where it can't be one. */
const readers: { readonly [C in keyof Criteria]-?: (text: string, now: Instant) => string | undefined } = {
  lastName: text => text.trim(),
  firstName: text => text.trim(),
  otn: text => parseOtn(text.toUpperCase()),
  dcNumber: (text, now) => parseDcNumber(text, cityDateOf(now)),
  docketNumber: text => parseDocketNumber(text.toUpperCase())?.docketNumber,
  policeNumber: parsePoliceNumber,
  intakeNumber: text => text.trim(),
}
const names = Object.keys(labels) as (keyof Criteria)[]

const tooWide = (say: string, at?: string): Refused => refuse('search-too-wide', say, at)

/** The criteria as they are stored. Without one that names a person or a paper, a search would be a list of everybody. */
export const readCriteria = (
  typed: TypedCriteria,
  now: Instant,
): { readonly kind: 'read'; readonly criteria: Criteria } | Refused => {
  const filled = names.filter(name => isFilled(typed[name] ?? null))
  const read: [keyof Criteria, string][] = []
  for (const name of filled) {
    const text = typed[name] ?? ''
    const hostile = requireLine(text, { label: labels[name], at: name })
    if (hostile) return hostile
    const value = readers[name](text, now)
    if (value === undefined) return refuse('criterion-shape', `No ${labels[name]} looks like this; check it.`, name)
    read.push([name, value])
  }
  if (filled.length === 0) return tooWide('Give a last name or one number to search by.')
  return filled.length === 1 && filled[0] === 'firstName'
    ? tooWide('A first name alone finds too many people; add the last name.', 'lastName')
    : { kind: 'read', criteria: Object.fromEntries(read) }
}
