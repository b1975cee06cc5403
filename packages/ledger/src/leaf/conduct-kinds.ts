import type { ValueOf } from './field-types.ts'

const seats = ['police', 'prosecutor', 'court'] as const
const agreement = { agreement: 'code', agreementVersion: 'count' } as const
const asked = {
  ...agreement,
  unit: 'code',
  authentication: ['signed', 'sign-in'],
  question: 'code?',
  filters: 'codes',
  purpose: 'code?',
} as const
const inquirySlots = ['officer', 'behalf', 'case', 'person', 'predicate', 'answer', 'ground', 'request'] as const
const change = { ...agreement, cause: 'code', ballots: 'entries' } as const
const key = {
  use: ['log', 'cosigner', 'ballot', 'partner'],
  algorithm: ['ed25519', 'es256'],
  seat: [...seats, null],
  unit: 'code?',
  vkey: 'line?',
} as const

/**
 * What each kind of conduct leaf says in clear and which personal slots it commits, in this order. A field's type is one of
 * `field-types.ts`, a list of the allowed words, or a type with `?` when null may stand there. Kinds may be added; a published one
 * never changes, because its leaves are signed.
 */
export const conductKinds = {
  'journal.created': { fields: { origin: 'line', rehearsal: 'flag', vkey: 'line' }, slots: ['operator'] },
  'key.registered': { fields: key, slots: ['holder', 'key', 'approval'] },
  'key.revoked': { fields: key, slots: ['holder', 'key', 'approval'] },
  'walls.changed': { fields: { wallsHash: 'hash', cause: 'code' }, slots: ['change'] },
  'resolution.opened': {
    fields: { ...agreement, resolution: 'code', action: 'code', seat: seats, termsHash: 'hash', closesAt: 'instant?' },
    slots: ['officer', 'reason'],
  },
  'ballot.cast': {
    fields: {
      ...agreement,
      resolution: 'code',
      action: 'code',
      seat: seats,
      choice: ['for', 'against', 'abstain'],
      termsHash: 'hash',
      statementHash: 'hash',
    },
    slots: ['officer', 'signature', 'reason'],
  },
  'resolution.lapsed': { fields: { ...agreement, resolution: 'code' }, slots: ['reason'] },
  'agreement.accepted': {
    fields: { ...agreement, termsHash: 'hash', statementHash: 'hash' },
    slots: ['officer', 'signature'],
  },
  'agreement.rejected': { fields: { ...agreement, termsHash: 'hash', term: 'code?' }, slots: ['officer', 'reason'] },
  'agreement.activated': {
    fields: {
      ...agreement,
      termsHash: 'hash',
      wallsHash: 'hash',
      ballots: 'entries',
      acceptance: 'entry?',
      startsAt: 'instant',
      endsAt: 'instant',
    },
    slots: ['approval'],
  },
  'agreement.suspended': { fields: change, slots: ['officer', 'reason'] },
  'agreement.resumed': { fields: change, slots: ['officer', 'reason'] },
  'agreement.ended': { fields: change, slots: ['officer', 'reason'] },
  'notice.served': {
    fields: { ...agreement, notice: 'code', servedBy: ['police', 'prosecutor', 'court', 'partner'] },
    slots: ['officer', 'recipient', 'text'],
  },
  'obligation.met': { fields: { ...agreement, obligation: 'code', dueOn: 'date' }, slots: ['officer', 'evidence'] },
  'obligation.missed': { fields: { ...agreement, obligation: 'code', dueOn: 'date' }, slots: ['officer', 'evidence'] },
  'inquiry.answered': { fields: { ...asked, classes: 'codes', rows: 'count' }, slots: inquirySlots },
  'inquiry.refused': { fields: { ...asked, term: 'code' }, slots: inquirySlots },
  'inquiry.sealed': { fields: { opensOn: 'date' }, slots: [...inquirySlots, 'conduct', 'order'] },
  'disclosure.made': {
    fields: { process: 'code', recipientKind: 'code', classes: 'codes', rows: 'count' },
    slots: ['officer', 'recipient', 'person', 'request', 'answer', 'review'],
  },
  'path.opened': { fields: { basis: 'code' }, slots: ['officer', 'person', 'entries'] },
  'flag.raised': { fields: { ...agreement, unit: 'code', measure: 'code' }, slots: ['officer', 'findings'] },
  'flag.closed': {
    fields: { ...agreement, unit: 'code', measure: 'code', outcome: 'code' },
    slots: ['officer', 'findings'],
  },
  'package.exported': { fields: { ...agreement, from: 'entry', through: 'entry' }, slots: ['officer'] },
  'audit.completed': { fields: { from: 'entry', through: 'entry', faults: 'count' }, slots: ['officer', 'findings'] },
} as const

export type ConductKind = keyof typeof conductKinds

/** The clear fields of a kind, with their types, as a caller writes them. */
export type ConductFields<K extends ConductKind> = {
  readonly [F in keyof (typeof conductKinds)[K]['fields']]: ValueOf<(typeof conductKinds)[K]['fields'][F]>
}

/** The names of a kind's personal slots. */
export type ConductSlot<K extends ConductKind> = (typeof conductKinds)[K]['slots'][number]

/** Every record leaf commits these, whatever its kind: the list may not tell kinds apart. */
export const recordSlots = ['kind', 'actor', 'subject', 'act'] as const

export type RecordSlot = (typeof recordSlots)[number]

export const recordSeats = ['police', 'prosecutor', 'court', 'defense', 'system'] as const

export type RecordSeat = (typeof recordSeats)[number]

export function isConductKind(kind: string): kind is ConductKind {
  return Object.hasOwn(conductKinds, kind)
}
