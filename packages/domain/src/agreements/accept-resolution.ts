import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { type RequiredTextReason, requireProse } from '../text/check-text.ts'
import { addHours, type Instant, millisecondsOf } from '../time/instant.ts'
import { type AgreementStanding, isPuttingInForce, type ResolutionAction } from './resolution.ts'

export interface ResolutionOffered {
  action: ResolutionAction
  version: number
  reason: string
  closesAt: Instant
}

export interface OpeningFacts {
  standing: AgreementStanding
  /** The version that was put in force last; null while none was. */
  newestInForce: number | null
  /** When the version that is voted on ends by its own terms. */
  endsAt: Instant
  /** Another resolution of the same action on the same version is open. */
  sameOpen: boolean
}

export type OpeningReason =
  | RequiredTextReason
  | 'agreement-ended'
  | 'action-out-of-place'
  | 'version-not-newer'
  | 'version-not-in-force'
  | 'resolution-open'
  | 'closes-too-soon'
  | 'closes-too-late'
  | 'closes-after-the-end'

/** A seat has at least an hour to vote, and a question does not stay open for more than a year. */
export const shortestHours = 1
export const longestDays = 366

/** What can be voted on as an agreement stands. */
export const possibleActions: { [S in AgreementStanding]: readonly ResolutionAction[] } = {
  drafted: ['adopt'],
  'not-begun': ['renew', 'amend', 'suspend', 'terminate'],
  'in-force': ['renew', 'amend', 'suspend', 'terminate'],
  suspended: ['renew', 'amend', 'suspend', 'resume', 'terminate'],
  ended: [],
}

const checkPlace = (facts: OpeningFacts, { action }: ResolutionOffered) => {
  if (facts.standing === 'ended')
    return refuse('agreement-ended', 'This agreement has ended; draft a new one under another code.')
  return possibleActions[facts.standing].includes(action)
    ? undefined
    : refuse(
        'action-out-of-place',
        `As it stands, an agreement takes: ${possibleActions[facts.standing].join(', ')}. Choose one of these.`,
        'action',
      )
}

/** A newer text comes into force; the others are about the text that is. */
const checkVersion = ({ newestInForce }: OpeningFacts, { action, version }: ResolutionOffered) => {
  if (isPuttingInForce(action))
    return version > (newestInForce ?? 0)
      ? undefined
      : refuse('version-not-newer', 'This version was voted on before; draft a newer one and vote on that.', 'version')
  return version === newestInForce
    ? undefined
    : refuse('version-not-in-force', `Choose version ${newestInForce ?? 1}, which is the newest in force.`, 'version')
}

const checkClosing = (facts: OpeningFacts, { closesAt }: ResolutionOffered, now: Instant) => {
  const closes = millisecondsOf(closesAt)
  if (closes < millisecondsOf(addHours(now, shortestHours)))
    return refuse('closes-too-soon', 'Seats need at least an hour to vote; choose a later time.', 'closesAt')
  if (closes > millisecondsOf(addHours(now, longestDays * 24)))
    return refuse('closes-too-late', 'A resolution stays open for a year at most; choose an earlier time.', 'closesAt')
  return closes > millisecondsOf(facts.endsAt)
    ? refuse('closes-after-the-end', 'These terms end before the vote would close; choose an earlier time.', 'closesAt')
    : undefined
}

/** Opens a resolution about exactly one version. What it changes is another matter: see what it still needs. */
export const acceptResolution = (
  facts: OpeningFacts,
  offered: ResolutionOffered,
  now: Instant,
): { kind: 'accepted' } | Refused<OpeningReason> =>
  firstRefusal<OpeningReason>([
    () => requireProse(offered.reason, { label: 'reason', at: 'reason' }),
    () => checkPlace(facts, offered),
    () => checkVersion(facts, offered),
    () => checkClosing(facts, offered, now),
    () =>
      facts.sameOpen
        ? refuse('resolution-open', 'The same question is open already; vote on that one.', 'action')
        : undefined,
  ]) ?? { kind: 'accepted' }
