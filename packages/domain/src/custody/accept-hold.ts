import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { checkLine, isFilled, type RequiredTextReason, requireLine } from '../text/check-text.ts'
import type { HoldKind } from './departure.ts'

export interface HoldOffered {
  kind: HoldKind
  issuer: string
  /** Number of the paper. */
  reference: string | null
}

export interface HoldRecordFacts {
  /** The person has left custody. */
  left: boolean
  /** The same kind, issuer and reference is on file and open. */
  alreadyOpen: boolean
}
export type HoldReason = RequiredTextReason | 'person-has-left' | 'hold-exists' | 'judicial-warrant-without-reference'

/** Records a paper by which another authority holds the person. Only papers that bind have a kind here. */
export const acceptHold = (
  facts: HoldRecordFacts,
  { kind, issuer, reference }: HoldOffered,
): { kind: 'accepted' } | Refused<HoldReason> =>
  firstRefusal<HoldReason>([
    () =>
      facts.left
        ? refuse('person-has-left', 'This person has left custody; send the paper where the person is now.')
        : undefined,
    () => requireLine(issuer, { label: 'issuer of the hold', at: 'issuer' }),
    () => checkLine(reference, { label: 'reference', at: 'reference' }),
    () =>
      kind === 'judicial-warrant' && !isFilled(reference)
        ? refuse(
            'judicial-warrant-without-reference',
            'A warrant signed by a judge has a number; enter it.',
            'reference',
          )
        : undefined,
    () =>
      facts.alreadyOpen ? refuse('hold-exists', 'This hold is on file already; there is nothing to add.') : undefined,
  ]) ?? { kind: 'accepted' }
