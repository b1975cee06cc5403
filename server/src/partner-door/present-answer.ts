import {
  type DisseminationNotice,
  type ExportedAnswer,
  type FieldClassName,
  type InquiryAnswer,
  membersOfClass,
  noRecord,
  type PartnerRow,
} from '@pars/contract'
import { formatId, type Instant, instantOf } from '@pars/domain'
import type { Answered } from './ask.ts'
import type { KnownTerms } from './known-terms.ts'

const passOnWords = {
  none: 'Not to be passed on to anybody.',
  'with-consent': 'Not to be passed on without the written consent of the custodians.',
  'within-purpose': 'To be passed on only within the purpose that was cited.',
} as const

/** What goes with every answer and every file. */
export const noticeOf = (city: string, known: KnownTerms, at: string): DisseminationNotice => ({
  file: `From the file of ${city} only: no state or national record was asked. An arrest is no proof of guilt.`,
  asOf: at as Instant,
  passOn: passOnWords[known.terms.onward],
  match: 'Compare two identifiers before you act. A row marked "possible" is alike, and is no match.',
})

const isAllowed = (value: unknown, members: ReadonlySet<string>): boolean => {
  if (value === null) return true
  if (Array.isArray(value)) return value.every(each => isAllowed(each, members))
  return typeof value === 'object' && Object.keys(value).every(key => members.has(key))
}

/** Built anew from the classes that may be shown. A field that no class has stops the whole answer: it must never have come here. */
const presentRow = (row: Record<string, unknown>, classes: ReadonlySet<string>): PartnerRow => {
  const shown: Record<string, unknown> = {}
  for (const name of Object.keys(membersOfClass) as FieldClassName[]) {
    if (!Object.hasOwn(row, name) || !classes.has(name)) continue
    if (!isAllowed(row[name], membersOfClass[name])) throw new Error(`a field of ${name} that no class has`)
    shown[name] = row[name]
  }
  if (row['match'] === 'exact' || row['match'] === 'possible') shown['match'] = row['match']
  return shown as PartnerRow
}

const aboutOf = (city: string, known: KnownTerms, answered: Answered) => ({
  inquiryId: formatId('inq', answered.inquiryId),
  entryId: formatId('ent', answered.entryId),
  agreement: known.agreement,
  version: known.version,
  askedAt: instantOf(Date.parse(answered.askedAt)),
  notice: noticeOf(city, known, answered.at),
})

/** An answer as it leaves, its padding still empty. */
export const presentAnswer = (
  city: string,
  known: KnownTerms,
  question: string,
  answered: Answered,
): InquiryAnswer & { padding: '' } => ({
  ...aboutOf(city, known, answered),
  rows: answered.rows.map(row => presentRow(row, known.visible)),
  say: answered.rows.length === 0 ? noRecord : null,
  question,
  token: known.exportable.size === 0 ? null : answered.token,
  cursor: answered.cursor,
  padding: '',
})

export const exportPage = 100

/** A page of an answer as a file. */
export const presentExport = (city: string, known: KnownTerms, answered: Answered, from: number): ExportedAnswer => {
  const of = answered.rows.length
  const next = from + exportPage < of ? from + exportPage : null
  return {
    ...aboutOf(city, known, answered),
    rows: answered.rows.slice(from, from + exportPage).map(row => presentRow(row, known.exportable)),
    say: of === 0 ? noRecord : null,
    from,
    of,
    next,
  }
}
