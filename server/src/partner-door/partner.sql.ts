import type { Statement } from '../db/statement.ts'

// As a partner's own role. Each of these functions knows by the login role whose it is.

export interface AskerRow {
  unit: string
  public_key: Buffer
  stopped: boolean
  door: string | null
  version: number | null
}
export const callFindAsker = (keyId: string, agreement: string | null): Statement => ({
  name: 'find-asker',
  text: 'select unit, public_key, stopped, door, version from partner.find_asker($1, $2)',
  values: [keyId, agreement],
})

export const callFindDoor = (agreement: string): Statement => ({
  name: 'find-door',
  text: 'select door, version from partner.find_door($1)',
  values: [agreement],
})

export interface SignInRow {
  officer_id: string
  unit: string
  display_name: string
  coordinator: boolean
  ended_by: string | null
  agreement: string | null
}
export const callFindSignIn = (tokenHash: Buffer): Statement => ({
  name: 'find-sign-in',
  text: 'select officer_id, unit, display_name, coordinator, ended_by, agreement from partner.find_sign_in($1)',
  values: [tokenHash],
})

export interface OfficerRow {
  officer_id: string
  unit: string
  display_name: string
  coordinator: boolean
  certified_until: string
  stopped: boolean
}
export const callFindOfficer = (issuer: string, subject: string): Statement => ({
  name: 'find-officer',
  text: 'select officer_id, unit, display_name, coordinator, certified_until, stopped from partner.find_officer($1, $2)',
  values: [issuer, subject],
})

export const callListOfficers: Statement = {
  name: 'list-officers',
  text: 'select officer_id, unit, display_name, coordinator, certified_until, stopped from partner.list_officers()',
  values: [],
}

export const callStartSignIn = (tokenHash: Buffer, officerId: string): Statement => ({
  name: 'start-sign-in',
  text: 'select partner.start_sign_in($1, $2)',
  values: [tokenHash, officerId],
})

export const callEndSignIn = (tokenHash: Buffer): Statement => ({
  name: 'end-sign-in',
  text: 'select partner.end_sign_in($1)',
  values: [tokenHash],
})

export const callUseNonce = (nonce: string): Statement => ({
  name: 'use-nonce',
  text: 'select partner.use_nonce($1) as is_new',
  values: [nonce],
})

export interface SelfRow {
  code: string
  name: string
  unit: string | null
  unit_name: string | null
  function: string | null
}
export const callReadSelf: Statement = {
  name: 'read-self',
  text: 'select code, name, unit, unit_name, function from partner.read_self()',
  values: [],
}

export interface TermsRow {
  now: string
  agreement: string
  version: number
  terms: string
  terms_hash: string
  door: string
  starts_at: string
  ends_at: string
  ended_at: string | null
  ended_why: string | null
  stopped_at: string | null
  stopped_why: string | null
  resumes_at: string | null
  activated: boolean
  /** Two of three agencies have confirmed that it is in force, where each of the three has appointed who confirms. */
  confirmed: boolean
}
export const callReadTerms: Statement = {
  name: 'read-terms',
  text: `select i.now, t.agreement, t.version, t.terms, encode(sha256(convert_to(t.terms, 'UTF8')), 'hex') as terms_hash, t.door, t.starts_at,
      t.ends_at, t.ended_at, t.ended_why, t.stopped_at, t.stopped_why, t.resumes_at, t.activated, t.confirmed
    from (select pars.instant() as now offset 0) i left join partner.read_terms() t on true`,
  values: [],
}

export interface HistoryRow {
  inquiry_id: string
  entry_id: string
  number: number | null
  agreement: string
  agreement_version: number
  unit_code: string
  officer: string
  behalf: string | null
  authentication: 'signed' | 'sign-in'
  question: string
  filters: string[]
  predicate: Record<string, unknown>
  purpose: string
  cites_kind: string | null
  cites_value: string | null
  outcome: 'answered' | 'refused'
  term: string | null
  row_count: number
  classes: string[]
  asked_at: string
}
/** What comes before an instant and id, newest first; of one unit, or of all. */
export const callReadHistory = (
  before: { at: string; inquiryId: string } | undefined,
  unit: string | null,
  most: number,
): Statement => ({
  name: 'read-history',
  text: `select inquiry_id, entry_id, number, agreement, agreement_version, unit_code, officer, behalf, authentication, question, filters, predicate,
      purpose, cites_kind, cites_value, outcome, term, row_count, classes, asked_at
    from partner.read_history($1, $2, $3, $4)`,
  values: [before?.at ?? null, before?.inquiryId ?? null, unit, most],
})

export interface OwnInquiryRow {
  unit: string
  door: string
  agreement: string
  version: number
}
export const callFindInquiry = (inquiryId: string): Statement => ({
  name: 'find-inquiry',
  text: 'select unit, door, agreement, version from partner.find_inquiry($1)',
  values: [inquiryId],
})

export const selectInstant: Statement = { name: 'select-instant', text: 'select pars.instant() as now', values: [] }

export interface StopRow {
  id: string
  term: string
}
export const callListStops = (feeds: string): Statement => ({
  name: 'list-stops',
  text: 'select id, term from partner.list_stops($1)',
  values: [feeds],
})
