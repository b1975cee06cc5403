import type { PlainDate, Seat } from '@pars/domain'
import type { Population } from './population/population.ts'

export const termsFormat = 'pars-terms-1'

/** What a partner may ask for. The list is closed: a purpose that is not here can be granted by no terms. */
export const purposeCodes = [
  'civil-immigration',
  'court-order',
  'criminal-investigation',
  'custody',
  'defense',
  'employment-screening',
  'firearms-licensing',
  'pretrial-supervision',
  'prosecution',
  'warrant-service',
] as const
export type PurposeCode = (typeof purposeCodes)[number]

/** What an inquiry must cite. Only the partner knows its own case numbers, so a `case` is never found here. */
export const citedKinds = ['incident', 'docket', 'warrant', 'case', 'none'] as const
export type CitedKind = (typeof citedKinds)[number]

/** Which test of the purpose suffices, strictest first. */
export const sufficientTests = ['found-here', 'registered', 'unverified'] as const
export type SufficientTest = (typeof sufficientTests)[number]

export interface PurposeTerm {
  code: PurposeCode
  cites: CitedKind
  suffices: SufficientTest
}

export const identifierKinds = ['otn', 'police-number', 'docket-number'] as const
export type IdentifierKind = (typeof identifierKinds)[number]

export const attributes = ['birth-country', 'ethnicity', 'race', 'sex', 'district', 'grade'] as const
export type Attribute = (typeof attributes)[number]

export const questionKinds = [
  'by-identifier',
  'by-name-and-birth-date',
  'by-incident',
  'by-attribute',
  'recent',
  'feed',
] as const
export type QuestionKind = (typeof questionKinds)[number]

export type QuestionTerm =
  | { kind: 'by-identifier'; identifiers: IdentifierKind[] }
  /** `possible`: how many persons may be shown, by identity only and labelled so, when nobody matches. */
  | { kind: 'by-name-and-birth-date'; possible: number }
  | { kind: 'by-incident' }
  | { kind: 'by-attribute'; attributes: Attribute[] }
  | { kind: 'recent'; hours: number }
  | { kind: 'feed'; days: number }
export type QuestionOf<K extends QuestionKind> = Extract<QuestionTerm, { kind: K }>

export const fieldClasses = [
  'identity',
  'demographic',
  'origin',
  'address',
  'arrest',
  'charges',
  'docket',
  'bail',
  'custody',
  'photo',
] as const
export type FieldClass = (typeof fieldClasses)[number]

export interface ClassTerm {
  class: FieldClass
  visible: boolean
  filterable: boolean
  exportable: boolean
}

export const limitNames = [
  'inquiriesPerUnitPerDay',
  'inquiriesPerOfficerPerDay',
  'personsPerUnitPerDay',
  'rowsPerAnswer',
] as const
export type LimitName = (typeof limitNames)[number]

export const obligationCodes = [
  'self-audit',
  'outcome-report',
  'user-list',
  'training',
  'incident-notice',
  'destruction-certificate',
] as const
export type ObligationCode = (typeof obligationCodes)[number]
export const obligationRhythms = ['once', 'month', 'quarter', 'year', 'at-end', 'on-event'] as const
export type ObligationRhythm = (typeof obligationRhythms)[number]

export interface ObligationTerm {
  code: ObligationCode
  every: ObligationRhythm
  dueDays: number
  suspends: boolean
}

export const noticeNames = ['nonRenewalDays', 'terminationDays', 'narrowingDays', 'cureDays'] as const
export type NoticeName = (typeof noticeNames)[number]

/** To whom a partner may pass on what it was given, strictest first. */
export const onwardRules = ['none', 'with-consent', 'within-purpose'] as const
export type OnwardRule = (typeof onwardRules)[number]

export interface UnitTerm {
  code: string
  name: string
  function: string
}

/** The whole of one version of an agreement, as data. What is not granted here does not exist for the partner. */
export interface Terms {
  format: typeof termsFormat
  agreement: string
  version: number
  partner: string
  units: UnitTerm[]
  /** Which text governs where the prose and these data differ. */
  governs: 'data' | 'prose'
  purposes: PurposeTerm[]
  questions: QuestionTerm[]
  classes: ClassTerm[]
  population: Population
  /** Whether persons under 18 at the offense, charged as adults by direct file, are in reach. */
  directFile: boolean
  limits: Record<LimitName, number>
  onward: OnwardRule
  obligations: ObligationTerm[]
  notice: Record<NoticeName, number>
  emergencyStop: { seats: Seat[]; confirmDays: number } | null
  /** What happens when two of three agencies have not confirmed the log for so long. */
  confirmationOutage: { minutes: number; then: 'stop' | 'go-on' }
  /** For access to the system only (18 Pa.C.S. 9121(a)). */
  feeCents: number | null
  startsOn: PlainDate
  /** The last day, through 11:59:59 p.m. Eastern. */
  endsOn: PlainDate
}

export const findQuestion = <K extends QuestionKind>(terms: Terms, kind: K): QuestionOf<K> | undefined =>
  terms.questions.find((question): question is QuestionOf<K> => question.kind === kind)

export const visibleClasses = (terms: Terms): FieldClass[] =>
  terms.classes.filter(({ visible }) => visible).map(each => each.class)

/** Whose field an identifier or attribute is: it can be asked by only where that class is usable as a filter. */
export const classOfFilter = {
  otn: 'arrest',
  'police-number': 'identity',
  'docket-number': 'docket',
  incident: 'arrest',
  'birth-country': 'origin',
  ethnicity: 'demographic',
  race: 'demographic',
  sex: 'identity',
  district: 'arrest',
  grade: 'charges',
  'birth-date': 'identity',
  name: 'identity',
  time: 'arrest',
} as const satisfies Record<string, FieldClass>
export type FilterName = keyof typeof classOfFilter
