import type { BallotChoice, Instant, ResolutionAction, Seat } from '@pars/domain'
import { canonicalText } from '../canonical-text.ts'

/** Exactly what is voted on: signed whole by each ballot and by the partner's answer. */
export interface VotedTexts {
  /** Of the log, so that no signature of one city counts in another. */
  origin: string
  agreement: string
  version: number
  /** Code of the resolution. */
  resolution: string
  action: ResolutionAction
  termsHash: string
  sqlHash: string
  /** Of the prose beside the data, as 64 hexadecimal digits; null where there is none. */
  proseHash: string | null
}

export interface BallotParts extends VotedTexts {
  seat: Seat
  choice: BallotChoice
  closesAt: Instant
}

/** What a seat's key signs to cast a ballot: RFC 8785 text. A passkey signs its SHA-256 as the challenge. */
export const ballotStatement = (ballot: BallotParts): string =>
  canonicalText({
    format: 'pars-ballot-1',
    origin: ballot.origin,
    agreement: ballot.agreement,
    version: ballot.version,
    resolution: ballot.resolution,
    action: ballot.action,
    termsHash: ballot.termsHash,
    sqlHash: ballot.sqlHash,
    proseHash: ballot.proseHash,
    seat: ballot.seat,
    choice: ballot.choice,
    closesAt: ballot.closesAt,
  })

export interface AcceptanceParts extends VotedTexts {
  decision: 'accepted' | 'rejected'
  /** The term that the partner rejects. */
  term: string | null
}

/** What a partner's key signs to accept or reject the same texts. */
export const acceptanceStatement = (answer: AcceptanceParts): string =>
  canonicalText({
    format: 'pars-acceptance-1',
    origin: answer.origin,
    agreement: answer.agreement,
    version: answer.version,
    resolution: answer.resolution,
    action: answer.action,
    termsHash: answer.termsHash,
    sqlHash: answer.sqlHash,
    proseHash: answer.proseHash,
    decision: answer.decision,
    term: answer.term,
  })

export interface SeatKeyParts {
  origin: string
  seat: Seat
  holder: string
}

/** What a new key of a seat signs to be registered: whoever registers it holds it. */
export const seatKeyStatement = (key: SeatKeyParts): string =>
  canonicalText({ format: 'pars-seat-key-1', origin: key.origin, seat: key.seat, holder: key.holder })
