import type { LogFault } from '../fault.ts'
import type { Json } from '../leaf/canonical-json.ts'
import type { Leaf } from '../leaf/leaf.ts'

type Vote = { readonly kind: 'ballot.cast' | 'agreement.accepted'; readonly fields: { readonly [field: string]: Json } }

const enacting = ['adopt', 'renew', 'amend']

/**
 * A check to run over a log from its first entry: no agreement is in force without two earlier ballots
 * for exactly its terms, cast by different seats, and the acceptance it names. What the leaves say; the signatures on the ballots
 * are in their slots.
 */
export function createActivationCheck(): (leaf: Leaf, entry: number) => LogFault | undefined {
  const votes = new Map<number, Vote>()
  return (leaf, entry) => {
    if (leaf.class !== 'conduct') return undefined
    const { kind, fields } = leaf
    if (kind === 'ballot.cast' || kind === 'agreement.accepted') votes.set(entry, { kind, fields })
    if (kind !== 'agreement.activated') return undefined
    const sameTerms = (vote: Vote | undefined): vote is Vote =>
      vote !== undefined &&
      ['agreement', 'agreementVersion', 'termsHash'].every(field => vote.fields[field] === fields[field])
    const ballots = Array.isArray(fields['ballots']) ? fields['ballots'].map(number => votes.get(number)) : []
    const seats = ballots
      .filter(sameTerms)
      .filter(isFor)
      .map(vote => vote.fields['seat'])
    if (seats.length !== ballots.length || new Set(seats).size < 2)
      return { name: 'activation-without-two-ballots', entry }
    const acceptance = fields['acceptance']
    if (typeof acceptance !== 'number') return undefined
    const vote = votes.get(acceptance)
    const isAccepted = sameTerms(vote) && vote.kind === 'agreement.accepted'
    return isAccepted ? undefined : { name: 'activation-without-acceptance', entry }
  }
}

function isFor(vote: Vote): boolean {
  return (
    vote.kind === 'ballot.cast' && vote.fields['choice'] === 'for' && enacting.includes(String(vote.fields['action']))
  )
}
