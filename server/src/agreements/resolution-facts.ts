import {
  type BallotChoice,
  type CarryingFacts,
  type CastBallot,
  type Instant,
  type ResolutionAction,
  refuse,
  type Seat,
} from '@pars/domain'
import type { VotedTexts } from '@pars/terms'
import type { Read } from '../db/statement.ts'
import { type ResolutionRow, selectResolution } from './resolutions.sql.ts'

export const noSuchResolution = refuse('not-found', 'There is no such resolution. Look for it at its agreement.')

export const findResolution = (read: Read, resolutionId: string): Promise<ResolutionRow | undefined> =>
  read.find<ResolutionRow & { [column: string]: unknown }>(selectResolution(resolutionId))

export const ballotsOf = ({ ballots }: ResolutionRow): CastBallot[] =>
  ballots.map(ballot => ({ seat: ballot['seat'] as Seat, choice: ballot['choice'] as BallotChoice }))

/** Laws in force that counsel has not signed off on: each needs one sign-off, and one of each seat that it binds and that votes for. */
const unsignedOf = (row: ResolutionRow): CarryingFacts['unsigned'] => {
  const votedFor = ballotsOf(row).flatMap(({ seat, choice }) => (choice === 'for' ? [seat] : []))
  return row.constraints.flatMap(law => {
    const signed = row.sign_offs
      .filter(one => one['constraintId'] === law['constraintId'])
      .map(one => one['seat'] as Seat)
    const binds = law['binds'] as Seat[]
    const missing = binds.filter(seat => votedFor.includes(seat) && !signed.includes(seat))
    if (missing.length > 0) return [{ citation: String(law['citation']), seats: missing }]
    return signed.length > 0 ? [] : [{ citation: String(law['citation']), seats: binds }]
  })
}

/** Everything that the rules want to know about a resolution. */
export const carryingFacts = (row: ResolutionRow): CarryingFacts => ({
  action: row.action as ResolutionAction,
  closesAt: row.closes_at as Instant,
  ballots: ballotsOf(row),
  narrows: row.follows === null ? null : row.narrows,
  decision: (row.acceptance?.['decision'] ?? null) as CarryingFacts['decision'],
  noticeDays: row.notice_days ?? 0,
  noticeEndsAt: row.notice_ends_at as Instant | null,
  beginsAt: row.begins_at as Instant,
  unsigned: unsignedOf(row),
  numbered: row.numbered,
  carriedOut: row.carried_out_at !== null,
  terminating: row.terminating,
  lapsed: row.lapsed,
})

/** What every signature on this resolution covers. */
export const votedTexts = (row: ResolutionRow, origin: string): VotedTexts => ({
  origin,
  agreement: row.agreement_code,
  version: row.version,
  resolution: row.code,
  action: row.action as ResolutionAction,
  termsHash: row.terms_hash,
  sqlHash: row.sql_hash,
  proseHash: row.prose_hash,
})
