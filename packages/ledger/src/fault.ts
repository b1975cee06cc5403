/** Every name by which this package calls a fault. The names are part of SPEC.md: they may be added to, never changed. */
export const faultNames = [
  'json-not-canonical',
  'json-not-utf8',
  'json-number-not-integer',
  'json-too-deep',
  'leaf-not-an-object',
  'leaf-version-unknown',
  'leaf-class-unknown',
  'leaf-seat-unknown',
  'leaf-kind-unknown',
  'leaf-field-missing',
  'leaf-field-unknown',
  'leaf-field-invalid',
  'slot-salt-not-32-bytes',
  'opening-slot-unknown',
  'opening-slot-count-wrong',
  'opening-commitment-mismatch',
  'opening-root-mismatch',
  'opening-malformed',
  'note-malformed',
  'note-too-many-signatures',
  'note-known-key-bad-signature',
  'note-no-known-signature',
  'vkey-malformed',
  'vkey-id-mismatch',
  'vkey-algorithm-unknown',
  'checkpoint-missing',
  'checkpoint-malformed',
  'checkpoint-origin-wrong',
  'checkpoint-too-few-cosignatures',
  'checkpoint-older-than-known',
  'checkpoint-contradicts-known',
  'bundle-missing',
  'bundle-malformed',
  'bundle-count-wrong',
  'tile-missing',
  'tile-length-wrong',
  'tile-partial-too-wide',
  'tile-path-malformed',
  'tile-altered',
  'entry-altered',
  'entries-altered',
  'root-mismatch',
  'activation-without-two-ballots',
  'activation-without-acceptance',
  'activation-before-votes',
  'answer-without-agreement',
  'answer-while-stopped',
  'answer-after-end',
  'inclusion-size-invalid',
  'inclusion-index-beyond-size',
  'inclusion-hash-length-wrong',
  'inclusion-proof-length-wrong',
  'inclusion-root-mismatch',
  'consistency-size1-zero',
  'consistency-size-invalid',
  'consistency-size2-smaller',
  'consistency-hash-length-wrong',
  'consistency-proof-length-wrong',
  'consistency-root1-mismatch',
  'consistency-root2-mismatch',
  'policy-malformed',
  'policy-key-type-wrong',
  'policy-key-repeated',
  'policy-name-repeated',
  'policy-name-unknown',
  'policy-member-twice',
  'policy-threshold-invalid',
  'policy-quorum-missing',
  'policy-quorum-repeated',
  'request-malformed',
  'request-origin-unknown',
  'request-old-size-beyond',
  'request-old-size-other',
  'request-proof-not-empty',
  'request-empty-root-wrong',
  'receipt-malformed',
  'package-malformed',
  'package-words-altered',
  'package-log-other',
  'package-agreement-absent',
  'package-entry-missing',
  'package-entry-unrelated',
  'package-hash-altered',
  'package-proof-altered',
  'package-terms-missing',
  'package-terms-altered',
  'package-statement-missing',
  'package-statement-altered',
  'package-key-unknown',
  'package-signature-wrong',
] as const

export type FaultName = (typeof faultNames)[number]

/** A check's answer: it holds, or the one name of why it does not. */
export type Verdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly fault: FaultName; readonly detail?: string }

/** A reading of hostile bytes: the value, or the one name of what is wrong with them. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: FaultName; readonly detail?: string }

/** What is wrong and where: `entry` is the first entry's number (1 for the first of the log), `through` the last one's, if several. */
export type LogFault = {
  readonly name: FaultName
  readonly entry?: number
  readonly through?: number
  readonly path?: string
  readonly detail?: string
}

export const holds: Verdict = { ok: true }

export function failed(fault: FaultName, detail?: string): { ok: false; fault: FaultName; detail?: string } {
  return detail === undefined ? { ok: false, fault } : { ok: false, fault, detail }
}

export function reads<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}
