import { firstRefusal, type Refused, refuse } from '../decision.ts'
import type { Seat } from '../seats.ts'
import { type RequiredTextReason, requireLine, requireProse } from '../text/check-text.ts'
import type { Instant } from '../time/instant.ts'
import { millisecondsOf } from '../time/instant.ts'
import type { BallotChoice, CastBallot } from './resolution.ts'

export interface BallotOffered {
  choice: BallotChoice
  reason: string
  onAuthorityOf: string
}

export type StatementReason = 'statement-not-canonical' | 'statement-says-otherwise'

export interface BallotFacts {
  closesAt: Instant
  ballots: readonly CastBallot[]
  /** Why what was signed is not the one statement of this seat and choice on this resolution; undefined when it is. */
  statementFault: Refused<StatementReason> | undefined
  /** The key that is said to have signed; null when no such key is registered. */
  key: { seat: Seat; ended: boolean } | null
}

export type BallotReason =
  | RequiredTextReason
  | 'resolution-closed'
  | 'already-voted'
  | 'key-unknown'
  | 'key-of-another-seat'
  | 'key-ended'
  | StatementReason

const checkKey = (key: BallotFacts['key'], seat: Seat) => {
  if (!key) return refuse('key-unknown', 'No such key is in the register; register it first.', 'keyId')
  if (key.seat !== seat)
    return refuse('key-of-another-seat', "This is another seat's key; sign with one of your own.", 'keyId')
  return key.ended ? refuse('key-ended', 'This key was ended; sign with another one of your seat.', 'keyId') : undefined
}

/** Casts a seat's one ballot: on this resolution, before it closes, over exactly its texts. The signature is checked apart. */
export const acceptBallot = (
  facts: BallotFacts,
  { seat, offered, now }: { seat: Seat; offered: BallotOffered; now: Instant },
): { kind: 'accepted' } | Refused<BallotReason> =>
  firstRefusal<BallotReason>([
    () => requireProse(offered.reason, { label: 'reason', at: 'reason' }),
    () => requireLine(offered.onAuthorityOf, { label: 'authority', at: 'onAuthorityOf' }),
    () =>
      millisecondsOf(now) >= millisecondsOf(facts.closesAt)
        ? refuse('resolution-closed', 'This resolution is closed; open another one.')
        : undefined,
    () =>
      facts.ballots.some(ballot => ballot.seat === seat)
        ? refuse('already-voted', 'Your seat has voted on this; whoever thinks again opens another resolution.')
        : undefined,
    () => checkKey(facts.key, seat),
    () => facts.statementFault,
  ]) ?? { kind: 'accepted' }
