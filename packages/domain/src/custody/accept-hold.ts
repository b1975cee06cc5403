import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { checkLine, checkProse, type TextReason } from '../text/check-text.ts'
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
export type HoldReason = TextReason | 'person-has-left' | 'hold-exists' | 'judicial-warrant-without-reference'

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
    () => checkLine(issuer, { label: 'issuer of the hold', at: 'issuer' }, true),
    () => (reference === null ? undefined : checkLine(reference, { label: 'reference', at: 'reference' })),
    () =>
      kind === 'judicial-warrant' && (reference === null || reference.trim() === '')
        ? refuse(
            'judicial-warrant-without-reference',
            'A warrant signed by a judge has a number; enter it.',
            'reference',
          )
        : undefined,
    () =>
      facts.alreadyOpen ? refuse('hold-exists', 'This hold is on file already; there is nothing to add.') : undefined,
  ]) ?? { kind: 'accepted' }

export interface HoldLiftFacts {
  found: boolean
  lifted: boolean
}
export type HoldLiftReason = TextReason | 'hold-unknown' | 'already-lifted'

/** Lifts a hold, with the reason: the paper by which its issuer gave it up. */
export const liftHold = (
  facts: HoldLiftFacts,
  { reason }: { reason: string },
): { kind: 'accepted' } | Refused<HoldLiftReason> =>
  firstRefusal<HoldLiftReason>([
    () =>
      facts.found ? undefined : refuse('hold-unknown', 'There is no such hold on this arrest; open the record again.'),
    () =>
      facts.lifted
        ? refuse('already-lifted', 'This hold was lifted already; nothing holds on its account.')
        : undefined,
    () => checkProse(reason, { label: 'reason', at: 'reason' }, true),
  ]) ?? { kind: 'accepted' }
