import { instantOf } from '@pars/domain'
import {
  type Attribute,
  evaluatePopulation,
  type FieldClass,
  findQuestion,
  foldName,
  type Terms,
  visibleClasses,
} from '@pars/terms'
import type { Ask } from './ask.sql.ts'
import type { Request } from './opened-agreement.ts'
import { type DisclosureRecord, factsOf, type Identifier, identifiersOf } from './records.ts'

type Row = Record<string, unknown>

const content: Record<FieldClass, (record: DisclosureRecord) => unknown> = {
  identity: r => ({
    last: r.last_name,
    first: r.first_name,
    middle: r.middle_name,
    suffix: r.suffix,
    bornOn: r.born_on,
    sex: r.sex,
    policeNumber: r.police_number,
  }),
  demographic: r => ({ race: r.race, ethnicity: r.ethnicity }),
  origin: r =>
    r.birth_country_code === null ? null : { codeSystem: r.birth_country_system, code: r.birth_country_code },
  address: r => r.addresses,
  arrest: r => ({
    arrestedAt: r.arrested_at,
    district: r.district_code,
    place: r.place,
    basis: r.basis,
    otn: r.otn,
    warrantNumber: r.warrant_number,
    incidents: r.incidents,
  }),
  charges: r => r.charges,
  docket: r => r.dockets,
  bail: r => r.bail,
  custody: r => r.custody,
  photo: r => ({ reference: r.photo_reference }),
}

/** Exactly the visible classes, and of bail no docket number where the docket is not granted. */
const given = (terms: Terms, record: DisclosureRecord): Row => {
  const visible = visibleClasses(terms)
  const entries = visible.map((each): [string, unknown] => [each, content[each](record)])
  const row: Row = Object.fromEntries(entries)
  if (row['bail'] === undefined || visible.includes('docket')) return row
  const withoutNumber = record.bail.map(({ docketNumber: _, ...rest }) => rest)
  return { ...row, bail: sortedAsJson(withoutNumber) }
}

/** Lists whose order says nothing are compared without it. */
const sortedAsJson = (list: readonly object[]): object[] =>
  [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

export const isInReach = (terms: Terms, record: DisclosureRecord, now: number): boolean =>
  (terms.directFile || record.adult) && evaluatePopulation(terms.population, factsOf(record), instantOf(now))

const citedHere = ({ cites }: Request, record: DisclosureRecord): boolean => {
  const kind = cites?.kind === 'docket' ? 'docket-number' : cites?.kind
  return identifiersOf(record).some(each => each.kind === kind && each.value === cites?.value)
}

const hasIdentifier = (record: DisclosureRecord, wanted: Identifier): boolean =>
  identifiersOf(record).some(each => each.kind === wanted.kind && each.value === wanted.value)

const isAbroad = (record: DisclosureRecord): boolean =>
  record.birth_country_code !== null &&
  !['genc USA', 'genc PRI', 'ncic CO'].includes(`${record.birth_country_system} ${record.birth_country_code}`)

const hasAttribute: { [A in Attribute | (string & {})]?: (record: DisclosureRecord, value: string) => boolean } = {
  'birth-country': (r, value) =>
    value === 'abroad' ? isAbroad(r) : `${r.birth_country_system}:${r.birth_country_code}` === value,
  ethnicity: (r, value) => r.ethnicity === value,
  race: (r, value) => r.race === value,
  sex: (r, value) => r.sex === value,
  district: (r, value) => r.district_code === value,
  grade: (r, value) => r.worst_grade === value,
}

const sameName = (asked: string, kept: string | null): boolean =>
  foldName(asked) === '' && foldName(kept) === '' ? asked === (kept ?? '') : foldName(asked) === foldName(kept)

const textsOf = ({ args }: Ask): string[] => args.map(each => String(each ?? ''))

/** Whether a question, as it was asked, finds a record: the match alone, without purpose and reach. */
export const isFound = (ask: Ask, record: DisclosureRecord, now: number): boolean => {
  const [first = '', second = '', third = ''] = textsOf(ask)
  switch (ask.question) {
    case 'by_identifier':
      return hasIdentifier(record, { kind: first, value: second })
    case 'by_incident':
      return hasIdentifier(record, { kind: 'incident', value: first })
    case 'recent':
      return Date.parse(record.arrested_at) >= now - Number(first) * 3_600_000
    case 'by_attribute':
      return record.arrested_at >= third && (hasAttribute[first]?.(record, second) ?? false)
    default:
      return sameName(first, record.last_name) && sameName(second, record.first_name) && record.born_on === third
  }
}

const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
const addYears = (date: string, years: number): string => {
  const moved = `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
  return moved.endsWith('02-29') ? `${moved.slice(0, 8)}28` : moved
}

/** How near a record comes to a name and birth date without being it: 1 is nearest; undefined is not near. */
const closenessOf = ([last, first, born]: readonly string[], record: DisclosureRecord): number | undefined => {
  if (last === undefined || first === undefined || !born || record.born_on === null) return undefined
  const [year, month, day] = born.split('-')
  const sameNames = sameName(last, record.last_name) && sameName(first, record.first_name)
  if (sameNames && record.born_on === `${year}-${day}-${month}` && record.born_on !== born) return 1
  if (record.born_on === born) {
    const [askedLast, askedFirst] = [foldName(last), foldName(first)]
    const isSwapped =
      askedLast !== '' && askedFirst !== '' && record.last_key === askedFirst && record.first_key === askedLast
    if (isSwapped) return 2
    if (askedLast !== '' && record.last_key === askedLast) return 3
    return askedFirst !== '' && record.first_key === askedFirst ? 4 : undefined
  }
  if (!sameNames) return undefined
  if ([addDays(born, -1), addDays(born, 1)].includes(record.born_on)) return 5
  return [addYears(born, -1), addYears(born, 1)].includes(record.born_on) ? 6 : undefined
}

const nearest = (asked: readonly string[], records: readonly DisclosureRecord[]): DisclosureRecord[] => {
  const near = records
    .map(record => ({ record, closeness: closenessOf(asked, record) }))
    .filter((each): each is { record: DisclosureRecord; closeness: number } => each.closeness !== undefined)
    .sort((a, b) => a.closeness - b.closeness || (a.record.arrest_id < b.record.arrest_id ? -1 : 1))
  const persons = new Set<string>()
  return near
    .filter(({ record }) => !persons.has(record.person_id) && persons.add(record.person_id))
    .map(({ record }) => record)
}

export interface Asking {
  asked: Ask
  request: Request
  now: number
  /** The cited case was registered beforehand. */
  registered: boolean
}

export interface Expected {
  matched: DisclosureRecord[]
  /** Only alike: offered where nobody matches. */
  possible: DisclosureRecord[]
}

/** Whom an answered question is about, told a second time: over all records, without the database. */
export const expectedAnswer = (terms: Terms, records: readonly DisclosureRecord[], asking: Asking): Expected => {
  const { asked, request, now } = asking
  const suffices = terms.purposes.find(({ code }) => code === request.purpose)?.suffices
  const mustFind = suffices === 'found-here' || (suffices === 'registered' && !asking.registered)
  const reachable = records.filter(record => isInReach(terms, record, now) && (!mustFind || citedHere(request, record)))
  const showsTime = visibleClasses(terms).includes('arrest')
  const byKey = (a: DisclosureRecord, b: DisclosureRecord) => (a.arrest_id < b.arrest_id ? -1 : 1)
  const byTime = (a: DisclosureRecord, b: DisclosureRecord) => Date.parse(b.arrested_at) - Date.parse(a.arrested_at)
  const most = terms.limits.rowsPerAnswer
  const matched = reachable
    .filter(record => isFound(asked, record, now))
    .sort((a, b) => (showsTime ? byTime(a, b) : 0) || byKey(a, b))
    .slice(0, most)
  const offered = findQuestion(terms, 'by-name-and-birth-date')?.possible ?? 0
  if (matched.length > 0 || asked.question !== 'by_name_and_birth_date') return { matched, possible: [] }
  return { matched, possible: nearest(textsOf(asked), reachable).slice(0, Math.min(offered, most)) }
}

/** The rows of an answer about them. */
export const rowsOf = (terms: Terms, asked: Ask, { matched, possible }: Expected): Row[] => {
  const label = asked.question === 'by_name_and_birth_date' ? { match: 'exact' } : {}
  return [
    ...matched.map(record => ({ ...given(terms, record), ...label })),
    ...possible.map(record => ({ identity: content.identity(record), match: 'possible' })),
  ]
}

/** An answer in one spelling: instants alike, and lists whose order says nothing in one order. */
export const normalized = (terms: Terms, rows: readonly Row[]): unknown => {
  const hidesDocket = !visibleClasses(terms).includes('docket')
  const instant = /^\d{4}-\d\d-\d\dT/
  return JSON.parse(
    JSON.stringify(
      rows.map(row =>
        hidesDocket && Array.isArray(row['bail']) ? { ...row, bail: sortedAsJson(row['bail'].map(sortKeys)) } : row,
      ),
    ),
    (_, value) => (typeof value === 'string' && instant.test(value) ? instantOf(Date.parse(value)) : value),
  )
}

const sortKeys = (value: object): object =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
