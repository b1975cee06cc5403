import { type Refused, refuse } from '../../decision.ts'
import { type CustodyFacts, isDeclined, openHolds } from '../custody-facts.ts'
import type { DepartureBasis } from '../departure.ts'
import { isFinal } from '../docket-stage.ts'
import { checkSummonsRelease, maySummon, type SummonsChargeReason } from './summons-release.ts'

export type BasisReason =
  | SummonsChargeReason
  | 'not-sent'
  | 'hold-open'
  | 'basis-contradicts-facts'
  | 'docket-undecided'

const goingFree: readonly DepartureBasis[] = [
  'charges-declined',
  'no-probable-cause',
  'bail-without-money',
  'rule-519b',
]

/** The basis on which the case itself lets the person leave, before any hold is looked at; null while something is undecided. */
const basisOfCase = (facts: CustodyFacts): DepartureBasis | null => {
  const { dockets } = facts
  if (facts.sentAt === null) return null
  if (isDeclined(facts)) return 'charges-declined'
  const isReady = dockets.length > 0 && facts.chargesWithoutComplaint === 0 && dockets.every(isFinal)
  if (facts.charging.decidedAt === null || !isReady) return null
  if (dockets.some(({ order }) => order?.kind === 'refused-bail')) return 'commitment-bail-refused'
  if (dockets.some(({ order }) => order?.types.includes('monetary'))) return 'commitment-for-bail'
  return dockets.every(({ order }) => order === null) ? 'no-probable-cause' : 'bail-without-money'
}

/** The bases on which this person may leave now. All dockets count: one that holds, holds. An open hold bars going free. */
export const possibleBases = (facts: CustodyFacts): DepartureBasis[] => {
  const basis = basisOfCase(facts)
  if (basis === null) return maySummon(facts) ? ['rule-519b'] : []
  return goingFree.includes(basis) && openHolds(facts).length > 0 ? ['held-for-other-authority'] : [basis]
}

/** The basis must follow from the facts of all dockets and holds as they are at this moment. */
export const checkBasis = (facts: CustodyFacts, basis: DepartureBasis): Refused<BasisReason> | undefined => {
  if (facts.sentAt === null)
    return refuse('not-sent', 'The arrest is an unsent draft; send it, so that somebody decides about it.')
  if (goingFree.includes(basis) && openHolds(facts).length > 0)
    return refuse(
      'hold-open',
      'Another authority holds this person; lift the hold by its paper, or hand the person over.',
      'basis',
    )
  const possible = possibleBases(facts)
  if (possible.includes(basis)) return undefined
  if (possible.length > 0)
    return refuse(
      'basis-contradicts-facts',
      'The orders in this arrest say otherwise; choose the basis they give.',
      'basis',
    )
  if (basis === 'rule-519b') return checkSummonsRelease(facts)
  return refuse(
    'docket-undecided',
    'Something is still to be decided in this arrest; see on the board who acts next.',
    'basis',
  )
}
