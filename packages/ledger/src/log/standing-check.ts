import type { LogFault } from '../fault.ts'
import type { Leaf } from '../leaf/leaf.ts'

type Standing = { readonly startsAt: string; readonly endsAt: string; stoppedAt?: string; endedAt?: string }

/** A stop takes hold in the moment of its commit, which its leaf does not tell: what was under way then may still be told a little later. */
const grace = { rehearsal: 86_400_000, city: 60_000 }

/**
 * A check to run over a log from its first entry: an agreement was put in force after the votes for it, and a partner
 * was answered only under an agreement in force: not before it began, not from its last instant on, not while it was stopped. By the
 * times that the leaves say, which are those of the acts.
 */
export function createStandingCheck(): (leaf: Leaf, entry: number) => LogFault | undefined {
  const voteTimes = new Map<number, string>()
  const standings = new Map<string, Standing>()
  let allowed = grace.city
  const isPast = (at: string, from: string | undefined) =>
    from !== undefined && Date.parse(at) > Date.parse(from) + allowed
  return (leaf, entry) => {
    if (leaf.class !== 'conduct') return undefined
    const { kind, fields, at } = leaf
    const version = `${fields['agreement']} ${fields['agreementVersion']}`
    if (kind === 'journal.created' && fields['rehearsal'] === true) allowed = grace.rehearsal
    if (kind === 'ballot.cast' || kind === 'agreement.accepted') voteTimes.set(entry, at)
    if (kind === 'agreement.activated') {
      standings.set(version, { startsAt: String(fields['startsAt']), endsAt: String(fields['endsAt']) })
      const named = [...(Array.isArray(fields['ballots']) ? fields['ballots'] : []), fields['acceptance']]
      const isEarlier = named.some(number => at < (voteTimes.get(Number(number)) ?? ''))
      return isEarlier ? { name: 'activation-before-votes', entry } : undefined
    }
    if (kind === 'inquiry.answered') {
      const standing = standings.get(version)
      if (standing === undefined || at < standing.startsAt) return { name: 'answer-without-agreement', entry }
      if (at >= standing.endsAt || isPast(at, standing.endedAt)) return { name: 'answer-after-end', entry }
      return isPast(at, standing.stoppedAt) ? { name: 'answer-while-stopped', entry } : undefined
    }
    stand(standings, leaf)
    return undefined
  }
}

/** A stop, a resumption and an end hold for every version of the agreement. One seat's emergency stop ends by itself: no leaf says when. */
function stand(standings: Map<string, Standing>, { kind, fields, at }: Leaf & { readonly class: 'conduct' }): void {
  if (kind !== 'agreement.suspended' && kind !== 'agreement.resumed' && kind !== 'agreement.ended') return
  if (fields['cause'] === 'emergency-stop') return
  for (const [version, standing] of standings) {
    if (!version.startsWith(`${fields['agreement']} `)) continue
    if (kind === 'agreement.suspended') standing.stoppedAt = at
    else if (kind === 'agreement.resumed') delete standing.stoppedAt
    else standing.endedAt = at
  }
}
