import { findStatutes, loadReference, ProblemError } from '@pars/contract'
import { type PlainDate, type Refused, refuse } from '@pars/domain'
import type { Caller } from '../caller.ts'
import { identityOf, type StatuteRead } from './read-statute.ts'

/** Only the court keeps the law. */
const keeper = 'court-manager'

export interface Offered {
  readonly statute: StatuteRead
  /** How the row stands now: loaded, there before with the same words, there before with another chapter or other days; or not. */
  readonly outcome: 'loaded' | 'there-otherwise' | Refused
}

/** Which offenses hold on that day already, by identity, with their chapter. */
export const listStanding = async (caller: Caller, on: PlainDate): Promise<Map<string, string | null>> => {
  const { statutes } = await caller.call(keeper, findStatutes, { query: { on, limit: 2000 } })
  return new Map(statutes.map(row => [identityOf(row), row.chapterGroup]))
}

/** The row that a refusal points at, by its place in what was sent. */
const placeOf = (error: unknown): number | undefined => {
  if (!(error instanceof ProblemError)) return undefined
  const match = /^\/statutes\/(\d+)/.exec(error.problem.errors?.[0]?.pointer ?? '')
  return match ? Number(match[1]) : undefined
}

const outcomeOf = ({ problem }: ProblemError): Offered['outcome'] =>
  problem.reason === 'range-overlaps'
    ? 'there-otherwise'
    : refuse(problem.reason, problem.errors?.[0]?.message ?? problem.detail)

/** Offers rows to the server until it takes them all but those that it refuses one by one. */
export const offerStatutes = async (
  caller: Caller,
  validFrom: PlainDate,
  statutes: readonly StatuteRead[],
): Promise<Offered[]> => {
  const settled: Offered[] = []
  const left = [...statutes]
  while (left.length > 0) {
    const rows = left.map(({ statute, description, chapterGroup }) => ({
      statute,
      description,
      chapterGroup,
      validFrom,
      validTo: null,
    }))
    try {
      await caller.call(keeper, loadReference, { body: { statutes: rows } })
      return [...settled, ...left.map(statute => ({ statute, outcome: 'loaded' as const }))]
    } catch (error) {
      const place = placeOf(error)
      const [refused] = place === undefined ? [] : left.splice(place, 1)
      if (!refused) throw error
      settled.push({ statute: refused, outcome: outcomeOf(error as ProblemError) })
    }
  }
  return settled
}
