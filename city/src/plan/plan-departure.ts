import { shares, waits } from '../figures/conduct.ts'
import type { Deed } from './act.ts'
import type { Outcome } from './plan-court.ts'
import { act, actAfter, type Sketch } from './sketch.ts'

export type Basis = Extract<Deed, { kind: 'propose' }>['body']['basis']

/** Where somebody goes who leaves on a basis. */
export const destinations: Readonly<Record<Basis, string>> = {
  'charges-declined': 'Released at the booking center',
  'no-probable-cause': 'Released at the booking center',
  'bail-without-money': 'Released at the booking center',
  'rule-519b': 'Released at the booking center, summons to follow',
  'commitment-for-bail': 'Department of Prisons, intake',
  'commitment-bail-refused': 'Department of Prisons, intake',
  'held-for-other-authority': 'Given over to the authority that asked',
}

/** The basis that the outcomes of all dockets give together. */
export const basisOf = (outcomes: readonly Outcome[]): Basis => {
  if (outcomes.some(({ kind }) => kind === 'refused')) return 'commitment-bail-refused'
  if (outcomes.some(outcome => outcome.kind === 'set' && outcome.order.types.includes('monetary')))
    return 'commitment-for-bail'
  return outcomes.length > 0 && outcomes.every(({ kind }) => kind === 'discharged')
    ? 'no-probable-cause'
    : 'bail-without-money'
}

const isCommitment = (basis: Basis): boolean => basis.startsWith('commitment')

/** Three acts of three people. A hold of another authority is lifted first, or the person is given over. */
export const planDeparture = (sketch: Sketch, wanted: Basis, hasHold: boolean): void => {
  const { random } = sketch
  const isLifted = hasHold && !isCommitment(wanted) && random.chance(shares.value.holdLiftedBeforeLeaving)
  if (isLifted)
    actAfter(
      sketch,
      { median: 1, spread: 0.4 },
      { kind: 'lift-hold', reason: 'Withdrawn by the authority that issued it.' },
    )
  const basis = hasHold && !isLifted && !isCommitment(wanted) ? 'held-for-other-authority' : wanted
  actAfter(sketch, waits.value.orderToProposed, {
    kind: 'propose',
    body: {
      basis,
      destination: destinations[basis],
      summons: basis === 'rule-519b' ? { noDanger: true, likelyToAppear: true } : null,
    },
  })
  actAfter(sketch, waits.value.proposedToConfirmed, { kind: 'confirm' })
  actAfter(sketch, waits.value.confirmedToLeft, {
    kind: 'acknowledge',
    name: isCommitment(basis) ? 'Prisons transport, Sgt. Q. Made-up' : 'Release desk',
  })
  sketch.at += 60_000
}

export const planHold = (sketch: Sketch, kind: Extract<Deed, { kind: 'hold' }>['body']['kind']): void =>
  act(sketch, {
    kind: 'hold',
    body: {
      kind,
      issuer: kind === 'other-jurisdiction' ? 'Sheriff of a made-up county' : 'Court of Common Pleas',
      // A warrant that a judge signed is not recorded without its number.
      reference: kind === 'judicial-warrant' ? `CP-${100_000 + sketch.random.int(900_000)}` : null,
    },
  })
