import type { Seat } from '../seats.ts'
import type { Instant } from '../time/instant.ts'

/** What seats vote on. The first three put a version in force; the others stop what is, or let it go on. */
export const resolutionActions = ['adopt', 'renew', 'amend', 'suspend', 'resume', 'terminate'] as const
export type ResolutionAction = (typeof resolutionActions)[number]
export const puttingInForce = ['adopt', 'renew', 'amend'] as const satisfies readonly ResolutionAction[]
export const isPuttingInForce = (action: ResolutionAction): boolean => puttingInForce.some(one => one === action)

export const ballotChoices = ['for', 'against', 'abstain'] as const
export type BallotChoice = (typeof ballotChoices)[number]

/** Two of the three custodians carry a resolution; nobody alone, and silence never. */
export const ballotsNeeded = 2

export interface CastBallot {
  readonly seat: Seat
  readonly choice: BallotChoice
}

/** What holds of an agreement at a time. Derived, never stored: from what was activated, what was halted, and the time. */
export const agreementStandings = ['drafted', 'not-begun', 'in-force', 'suspended', 'ended'] as const
export type AgreementStanding = (typeof agreementStandings)[number]

/** Where a resolution is on its way. `carried`: two ballots for it, and something else is still missing. */
export const resolutionStandings = ['open', 'carried', 'carried-out', 'failed', 'lapsed'] as const
export type ResolutionStanding = (typeof resolutionStandings)[number]

export const noticeKinds = [
  'non-renewal',
  'termination',
  'narrowing',
  'breach',
  'emergency-stop',
  'request',
  'reply',
  'letter',
  'meeting',
  'withdrawal',
] as const
export type NoticeKind = (typeof noticeKinds)[number]
/** An emergency stop serves its own notice; a withdrawal is the partner's. */
export const seatNoticeKinds = noticeKinds.filter(
  (kind): kind is Exclude<NoticeKind, 'emergency-stop' | 'withdrawal'> =>
    kind !== 'emergency-stop' && kind !== 'withdrawal',
)

export const seatKeyAlgorithms = ['ed25519', 'es256', 'ed25519-passkey'] as const
export type SeatKeyAlgorithm = (typeof seatKeyAlgorithms)[number]

export interface ResolutionFacts {
  readonly action: ResolutionAction
  readonly closesAt: Instant
  readonly ballots: readonly CastBallot[]
}
