import type { LogFault } from '../fault.ts'
import type { Leaf } from '../leaf/leaf.ts'

type ConductLeaf = Leaf & { readonly class: 'conduct' }
type Version = { readonly startsAt: string; readonly endsAt: string; replaced?: { at: string; by: number } }
/** A stop and an end are of the agreement: they hold for every version, also for one that is put in force later. */
type Standing = { readonly versions: Map<number, Version>; stoppedAt?: string; endedAt?: string }

/** A stop takes hold in the moment of its commit, which its leaf does not tell: what was under way then may still be told a little later. */
const grace = { rehearsal: 86_400_000, city: 60_000 }

/**
 * A check to run over a log from its first entry, or over the entries of one agreement with the log's first: an agreement was put in
 * force after the votes for it, and a partner was answered only under the version in force: not before it began, not from its last
 * instant on, not while it was stopped, not once a newer one had taken its place. By the times that the leaves say, which are those of the acts.
 */
export function createStandingCheck(): (leaf: Leaf, entry: number) => LogFault | undefined {
  const voteTimes = new Map<number, string>()
  const standings = new Map<string, Standing>()
  let allowed = grace.city
  return (leaf, entry) => {
    if (leaf.class !== 'conduct') return undefined
    const { kind, fields, at } = leaf
    if (entry === 1 && kind === 'journal.created' && fields['rehearsal'] === true) allowed = grace.rehearsal
    if (kind === 'ballot.cast' || kind === 'agreement.accepted') voteTimes.set(entry, at)
    if (kind === 'inquiry.answered') {
      const fault = faultOfAnswer(leaf, standings.get(String(fields['agreement'])), allowed)
      return fault && { ...fault, entry }
    }
    if (kind === 'agreement.activated') {
      putInForce(standings, leaf)
      const named = [...(Array.isArray(fields['ballots']) ? fields['ballots'] : []), fields['acceptance']]
      const isEarlier = named.some(number => at < (voteTimes.get(Number(number)) ?? ''))
      return isEarlier ? { name: 'activation-before-votes', entry } : undefined
    }
    stand(standings.get(String(fields['agreement'])), leaf)
    return undefined
  }
}

function faultOfAnswer({ fields, at }: ConductLeaf, standing: Standing | undefined, allowed: number) {
  const isPast = (from: string | undefined) => from !== undefined && Date.parse(at) > Date.parse(from) + allowed
  const version = standing?.versions.get(Number(fields['agreementVersion']))
  if (!standing || !version || at < version.startsAt) return { name: 'answer-without-agreement' } as const
  if (at >= version.endsAt || isPast(standing.endedAt)) return { name: 'answer-after-end' } as const
  if (isPast(version.replaced?.at))
    return { name: 'answer-after-end', detail: `version ${version.replaced?.by} had taken its place` } as const
  return isPast(standing.stoppedAt) ? ({ name: 'answer-while-stopped' } as const) : undefined
}

/** The older versions answer until the newer one begins. */
function putInForce(standings: Map<string, Standing>, { fields, at }: ConductLeaf): void {
  const agreement = String(fields['agreement'])
  const standing: Standing = standings.get(agreement) ?? { versions: new Map() }
  const [by, startsAt] = [Number(fields['agreementVersion']), String(fields['startsAt'])]
  const begins = startsAt > at ? startsAt : at
  for (const [older, version] of standing.versions)
    if (older < by && begins < (version.replaced?.at ?? version.endsAt)) version.replaced = { at: begins, by }
  standing.versions.set(by, { startsAt, endsAt: String(fields['endsAt']) })
  standings.set(agreement, standing)
}

/** One seat's emergency stop ends by itself: no leaf says when. */
function stand(standing: Standing | undefined, { kind, fields, at }: ConductLeaf): void {
  if (standing === undefined || fields['cause'] === 'emergency-stop') return
  if (kind === 'agreement.suspended') standing.stoppedAt ??= at
  else if (kind === 'agreement.resumed') delete standing.stoppedAt
  else if (kind === 'agreement.ended') standing.endedAt ??= at
}
