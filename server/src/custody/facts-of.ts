import type { AccountId, CustodyFacts, Instant } from '@pars/domain'
import { chargingFactsOf } from '../charges/load-charging.ts'

export interface VersionFacts {
  kind: string
  arrestedAt: Instant
  basis: CustodyFacts['basis']
  madeAt: Instant
}

/** What the rules want of the versions of a report, oldest first. */
export const versionFactsOf = (
  versions: readonly VersionFacts[],
): Pick<CustodyFacts, 'firstSentAt' | 'earlierVersions'> => {
  const firstSent = versions.find(({ kind }) => kind === 'sent')
  return {
    ...(firstSent ? { firstSentAt: firstSent.madeAt } : {}),
    earlierVersions: versions.flatMap((version, index) => {
      const next = versions[index + 1]
      return next ? [{ arrestedAt: version.arrestedAt, basis: version.basis, replacedAt: next.madeAt }] : []
    }),
  }
}

interface ChargingGiven {
  taken: { madeAt: Instant } | null
  takenBy: AccountId | null
  /** Oldest first. */
  sentBack: readonly { arrestVersion: number; madeAt: Instant }[]
  decision: { madeAt: Instant } | null
}

/** Where charging stands: what was taken or sent back counts only since the report was last sent. */
export const chargingOf = (
  given: ChargingGiven,
  arrest: { sentAt: Instant | null; sentVersion: number | null },
): CustodyFacts['charging'] => {
  const standing = chargingFactsOf(given, given.takenBy, arrest)
  return {
    taken: standing.takenBy !== null && given.taken ? { at: given.taken.madeAt, by: standing.takenBy } : null,
    sentBackAt: standing.sentBack ? (given.sentBack.at(-1)?.madeAt ?? null) : null,
    decidedAt: given.decision?.madeAt ?? null,
  }
}
