import { type Seat, seats } from '../seats.ts'
import type { Instant } from '../time/instant.ts'
import { millisecondsOf } from '../time/instant.ts'
import {
  ballotsNeeded,
  type CastBallot,
  isPuttingInForce,
  type ResolutionFacts,
  type ResolutionStanding,
} from './resolution.ts'

export const needNames = ['ballots', 'acceptance', 'notice', 'notice-period', 'sign-off', 'numbers'] as const
export type NeedName = (typeof needNames)[number]

/** Something that must come before a resolution takes effect. */
export interface Need {
  readonly need: NeedName
  readonly say: string
  /** The seats that can meet it. */
  readonly seats: readonly Seat[]
}

export interface CarryingFacts extends ResolutionFacts {
  /** True: the version grants no more than the one in force. Null: there is none to compare with. */
  readonly narrows: boolean | null
  /** What the partner answered; null while it has not. */
  readonly decision: 'accepted' | 'rejected' | null
  /** Days of notice that the terms in force name for this action, and when the notice that was served has run. */
  readonly noticeDays: number
  readonly noticeEndsAt: Instant | null
  /** When the version would begin; for a suspension or resumption, now. */
  readonly beginsAt: Instant
  /** Laws in force that lack a sign-off of counsel, and of which seats. */
  readonly unsigned: readonly { citation: string; seats: readonly Seat[] }[]
  /** Ballots and acceptance have their numbers in the journal. */
  readonly numbered: boolean
  readonly carriedOut: boolean
  /** A termination that was carried in time, whose notice still runs: its end is set. */
  readonly terminating: boolean
  readonly lapsed: boolean
}

const count = (ballots: readonly CastBallot[], choice: CastBallot['choice']): number =>
  ballots.filter(ballot => ballot.choice === choice).length

export const isCarried = (ballots: readonly CastBallot[]): boolean => count(ballots, 'for') >= ballotsNeeded

/** Two seats that do not vote for it can't be outvoted: an abstention and a vacant seat are not a yes. */
export const isLost = (ballots: readonly CastBallot[]): boolean =>
  seats.length - (ballots.length - count(ballots, 'for')) < ballotsNeeded

/** Adopting, renewing and widening need the partner; a narrowing amendment goes by notice, and stops are the custodians' alone. */
export const needsPartner = ({ action, narrows }: Pick<CarryingFacts, 'action' | 'narrows'>): boolean =>
  isPuttingInForce(action) && !(action === 'amend' && narrows === true)

const needBallots = ({ ballots }: CarryingFacts): Need[] => {
  const missing = ballotsNeeded - count(ballots, 'for')
  if (missing <= 0) return []
  const silent = seats.filter(seat => !ballots.some(ballot => ballot.seat === seat))
  const say =
    missing === 1 ? 'One more seat must vote for it.' : `${missing} of the three seats must vote for it; none has yet.`
  return [{ need: 'ballots', say, seats: silent }]
}

const needPartner = (facts: CarryingFacts): Need[] => {
  if (!needsPartner(facts) || facts.decision === 'accepted') return []
  const say =
    facts.decision === 'rejected'
      ? 'The partner rejected these terms; other terms need another resolution.'
      : 'The partner must accept these terms by its key.'
  return [{ need: 'acceptance', say, seats: [] }]
}

const isByNotice = (facts: CarryingFacts): boolean =>
  facts.action === 'terminate' || (facts.action === 'amend' && facts.narrows === true && facts.decision !== 'accepted')

const needNotice = (facts: CarryingFacts, now: Instant): Need[] => {
  if (!isByNotice(facts) || facts.noticeDays === 0) return []
  const days = `${facts.noticeDays} ${facts.noticeDays === 1 ? 'day' : 'days'}`
  const kind = facts.action === 'terminate' ? 'termination' : 'narrowing'
  if (facts.noticeEndsAt === null)
    return [{ need: 'notice', say: `A notice of ${kind} must be served; it runs ${days}.`, seats }]
  const begins = Math.max(millisecondsOf(facts.beginsAt), millisecondsOf(now))
  return begins < millisecondsOf(facts.noticeEndsAt)
    ? [{ need: 'notice-period', say: `The notice of ${kind} runs ${days} from the day it was served.`, seats: [] }]
    : []
}

const needCounsel = ({ unsigned, action }: CarryingFacts): Need[] =>
  isPuttingInForce(action)
    ? unsigned.map(({ citation, seats: bound }) => ({
        need: 'sign-off',
        say: `Counsel must sign off under ${citation}.`,
        seats: bound,
      }))
    : []

/** What a resolution still needs, in the order in which people can do something about it. Nothing: it takes effect in a moment. */
export const resolutionNeeds = (facts: CarryingFacts, now: Instant): Need[] => {
  if (facts.carriedOut || facts.lapsed) return []
  const needs = [...needBallots(facts), ...needPartner(facts), ...needNotice(facts, now), ...needCounsel(facts)]
  if (needs.length > 0 || facts.numbered) return needs
  return [{ need: 'numbers', say: 'The journal numbers the ballots; it takes a moment.', seats: [] }]
}

/** Where a resolution is. Silence lapses: what closes without two ballots for it and all that it needs is void. */
export const resolutionStanding = (facts: CarryingFacts, now: Instant): ResolutionStanding => {
  if (facts.carriedOut) return 'carried-out'
  if (facts.terminating) return 'carried'
  if (facts.lapsed || millisecondsOf(now) >= millisecondsOf(facts.closesAt)) return 'lapsed'
  if (isLost(facts.ballots)) return 'failed'
  return isCarried(facts.ballots) ? 'carried' : 'open'
}
