import type { Instant } from '../time/instant.ts'
import { millisecondsOf } from '../time/instant.ts'
import type { AgreementStanding } from './resolution.ts'

/** What decides about the questions of one version, as the database holds it. */
export interface StandingFacts {
  readonly version: number
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly endedAt: Instant | null
  readonly endedWhy: string | null
  readonly stoppedAt: Instant | null
  readonly stoppedWhy: string | null
  readonly resumesAt: Instant | null
  /** Two of three agencies have confirmed the log's entry that put it in force, where each of the three has appointed who confirms. */
  readonly confirmed: boolean
}

export interface AgreementNow {
  readonly standing: AgreementStanding
  /** `unconfirmed`: in force once two of three agencies have confirmed it. */
  readonly why: string | null
  /** The version that answers, or the last that did; null while none was put in force. */
  readonly version: number | null
}

const isBy = (instant: Instant | null, now: Instant): boolean =>
  instant !== null && millisecondsOf(now) >= millisecondsOf(instant)

const isStopped = ({ stoppedAt, resumesAt }: StandingFacts, now: Instant): boolean =>
  isBy(stoppedAt, now) && !isBy(resumesAt, now)

/** The version whose turn it is: the newest that has begun, else the one that begins next. */
const currentOf = (versions: readonly StandingFacts[], now: Instant): StandingFacts | undefined => {
  const newestFirst = versions.toSorted((a, b) => b.version - a.version)
  return newestFirst.find(({ startsAt }) => isBy(startsAt, now)) ?? newestFirst.at(-1)
}

/** Whether an agreement answers, and why not. What the database itself asks at each question, said again for people. */
export const agreementStanding = (versions: readonly StandingFacts[], now: Instant): AgreementNow => {
  const current = currentOf(versions, now)
  if (!current) return { standing: 'drafted', why: null, version: null }
  const { version } = current
  if (isBy(current.endsAt, now)) {
    // A renewal that begins after a gap.
    const next = versions.filter(({ startsAt }) => !isBy(startsAt, now)).toSorted((a, b) => a.version - b.version)[0]
    if (next) return { standing: 'not-begun', why: null, version: next.version }
    return { standing: 'ended', why: 'expired', version }
  }
  if (isBy(current.endedAt, now)) return { standing: 'ended', why: current.endedWhy, version }
  if (isStopped(current, now)) return { standing: 'suspended', why: current.stoppedWhy, version }
  if (!isBy(current.startsAt, now)) return { standing: 'not-begun', why: null, version }
  return { standing: 'in-force', why: current.confirmed ? null : 'unconfirmed', version }
}
