import type { Instant, PlainDate } from '@pars/domain'
import type { Attribute, IdentifierKind } from '../terms.ts'

/** What was asked, as the question's function takes it. */
export type Asked =
  | { kind: 'by-identifier'; identifier: IdentifierKind | (string & {}); value: string }
  | { kind: 'by-name-and-birth-date'; last: string; first: string | null; bornOn: PlainDate | null }
  | { kind: 'by-incident'; incident: string }
  | { kind: 'by-attribute'; attribute: Attribute | (string & {}); value: string; since: Instant | null }
  | { kind: 'recent'; hours: number }
  | { kind: 'feed'; cursor: string | null }

/** Who asks, on whose behalf, and why: the JSON that every question takes last. */
export interface InquiryRequest {
  unit: string
  /** Id of the officer, a UUID. */
  officer: string
  purpose: string
  cites?: { kind: string; value: string }
  behalf?: string
  /** Key that signed the request, where one did. */
  key?: string
  authentication: 'signed' | 'sign-in'
}

export interface Inquiry {
  request: InquiryRequest
  asked: Asked
}

/** What stands beside the terms when an inquiry is decided. */
export interface InquiryFacts {
  askedAt: Instant
  /** Why the agreement answers no more at that instant, or for a time: `superseded`, `suspended`, …; null while it does. */
  halted: string | null
  /** Two of three agencies have confirmed the entry that put this version in force, or not each of the three can confirm yet. */
  activationConfirmed: boolean
  /** For how long two of three agencies have not confirmed the log while something waited for it; 0 while they have. */
  unconfirmedMinutes: number
  stopped: { unit: boolean; key: boolean; officer: boolean }
  /** Of an officer of that very unit; null where there is no such officer. */
  certifiedUntil: Instant | null
  /** The unit registered the cited case for this purpose, before, and it has not ended. */
  registered: boolean
  /** Whether the cursor is one that this door's unit was given. */
  cursorValid: boolean
  /** Questions of the day before this one, and persons seen. */
  used: { unit: number; officer: number; persons: number }
  /**
   * Records that the question finds: in reach and with the cited case where that is needed; in reach without it; on record at all.
   * `possible`: persons who are only alike, where none is found.
   */
  found: { shown: number; possible: number; inReach: number; onRecord: number }
  /** Persons of the answer whom the unit has not seen that day. */
  newPersons: number
}
