import type { Statement } from '../db/statement.ts'

// As a partner's own role: what it reads of votes, duties and letters, and what it does about them.

export interface ResolutionRow {
  resolution_id: string
  code: string
  agreement: string
  version: number
  action: string
  terms_hash: string
  sql_hash: string
  prose_hash: string | null
  closes_at: string
  decision: 'accepted' | 'rejected' | null
}
export const callReadResolutions: Statement = {
  name: 'read-resolutions',
  text: `select resolution_id, code, agreement, version, action, encode(terms_hash, 'hex') as terms_hash, encode(sql_hash, 'hex') as sql_hash,
      encode(prose_hash, 'hex') as prose_hash, closes_at, decision
    from partner.read_resolutions()`,
  values: [],
}

export interface ObligationRow {
  obligation_id: string
  agreement: string
  code: string
  due_on: string
  suspends: boolean
  fulfilled_at: string | null
  missed_at: string | null
}
export const callReadObligations: Statement = {
  name: 'read-obligations',
  text: 'select obligation_id, agreement, code, due_on, suspends, fulfilled_at, missed_at from partner.read_obligations()',
  values: [],
}

export interface LetterRow {
  notice_id: string
  agreement: string
  kind: string
  served_by: string
  subject: string
  body: string
  reply_due_at: string | null
  replies_to: string | null
  served_at: string
}
export const callReadNotices: Statement = {
  name: 'read-notices',
  text: 'select notice_id, agreement, kind, served_by, subject, body, reply_due_at, replies_to, served_at from partner.read_notices()',
  values: [],
}

export interface SignedText {
  statement: string
  keyId: string
  signature: Buffer
}

export interface ResolutionAnswer extends SignedText {
  resolutionId: string
  decision: string
  term: string | null
  reason: string | null
  officer: string
}
export const callAnswerResolution = (answer: ResolutionAnswer): Statement => ({
  name: 'answer-resolution',
  text: 'select partner.answer_resolution($1, $2, $3, $4, $5, $6, $7, $8) as id',
  values: [
    answer.resolutionId,
    answer.decision,
    answer.term,
    answer.reason,
    answer.statement,
    answer.keyId,
    answer.signature,
    answer.officer,
  ],
})

export interface NewCase extends SignedText {
  unit: string
  kind: string
  value: string
  purpose: string
  endsAt: string
}
export const callRegisterCase = (it: NewCase): Statement => ({
  name: 'register-case',
  text: 'select partner.register_case($1, $2, $3, $4, $5, $6, $7, $8) as id',
  values: [it.unit, it.kind, it.value, it.purpose, it.statement, it.keyId, it.signature, it.endsAt],
})

export const callFulfil = (id: string, evidence: string, documentHash: Buffer | null, officer: string): Statement => ({
  name: 'fulfil',
  text: 'select partner.fulfil($1, $2, $3, $4) as id',
  values: [id, evidence, documentHash, officer],
})

export interface NewLetter {
  agreement: string
  kind: string
  subject: string
  body: string
  repliesTo: string | null
  officer: string
}
export const callServeNotice = (letter: NewLetter): Statement => ({
  name: 'serve-notice',
  text: 'select partner.serve_notice($1, $2, $3, $4, $5, $6) as id',
  values: [letter.agreement, letter.kind, letter.subject, letter.body, letter.repliesTo, letter.officer],
})
