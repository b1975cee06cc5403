import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { checkNote, type NoteReason } from '../text/check-note.ts'
import { checkProse, isFilled, type RequiredTextReason, requireProse } from '../text/check-text.ts'
import type { BailOrder, BailRefused, BailSet } from './bail-order.ts'
import { type BailTermReason, checkBailTerms } from './check-bail-terms.ts'

export interface BailOrderFacts {
  /** The preliminary arraignment on this docket was held. */
  arraigned: boolean
  /** No probable cause was found on this docket. */
  discharged: boolean
  /** This docket has its order. */
  ordered: boolean
  domesticViolence: boolean
}

export type BailOrderReason =
  | BailTermReason
  | NoteReason
  | RequiredTextReason
  | 'not-arraigned'
  | 'discharged'
  | 'order-exists'
  | 'refusal-without-reasons'
  | 'money-without-ability-to-pay'
  | 'money-without-reasons'
  | 'conditions-missing'
  | 'condition-not-specific'
  | 'stay-away-missing'
  | 'no-new-offenses-missing'

type Check = () => Refused<BailOrderReason> | undefined

const standing = (facts: BailOrderFacts): Check[] => [
  () =>
    facts.arraigned
      ? undefined
      : refuse('not-arraigned', 'Bail is decided at the preliminary arraignment; hold it first.'),
  () =>
    facts.discharged
      ? refuse(
          'discharged',
          'No probable cause was found on this docket, so the person is discharged; have the release proposed instead.',
        )
      : undefined,
  () =>
    facts.ordered
      ? refuse('order-exists', 'Bail on this docket was decided; a change is a new act, at a bail hearing.')
      : undefined,
]

/** Rule 520: whoever refuses bail says why, in writing or on the record. */
const ofRefusal = ({ reasons, reasonNote }: BailRefused): Check[] => [
  () =>
    reasons.length > 0 && isFilled(reasonNote)
      ? undefined
      : refuse('refusal-without-reasons', 'Bail is refused only with reasons; choose them and state them.', 'reasons'),
  () => checkProse(reasonNote, { label: 'statement of reasons', at: 'reasonNote' }),
]

const money = ({ types, abilityToPayConsidered, reasons, abilityToPayNote }: BailSet): Check[] => [
  () =>
    !types.includes('monetary') || abilityToPayConsidered
      ? undefined
      : refuse(
          'money-without-ability-to-pay',
          'Money bail weighs what the person can pay (Rule 528); consider it and record that you did.',
          'abilityToPayConsidered',
        ),
  () =>
    !types.includes('monetary') || reasons.length > 0
      ? undefined
      : refuse(
          'money-without-reasons',
          'Money bail needs the reasons that make the amount reasonable; choose them.',
          'reasons',
        ),
  () => checkProse(abilityToPayNote, { label: 'note', at: 'abilityToPayNote' }),
]

const conditions = ({ types, conditions: given }: BailSet): Check[] => [
  () =>
    types.includes('nonmonetary') && given.length === 0
      ? refuse('conditions-missing', 'Bail on conditions states them; add at least one.', 'conditions')
      : undefined,
  ...given.flatMap(({ text }, index): Check[] => {
    const at = `conditions.${index}.text`
    return [
      () => requireProse(text, { label: 'condition', at }),
      () =>
        (text.match(/[\p{L}\p{N}]+/gu) ?? []).length >= 3
          ? undefined
          : refuse(
              'condition-not-specific',
              'Rule 527 wants each condition stated specifically; say what, where and how often.',
              at,
            ),
    ]
  }),
]

/** 18 Pa.C.S. § 2711(c)(2): on a finding of danger the person is barred from the victim's home and work, and from further offenses. */
const protection = (facts: BailOrderFacts, order: BailSet): Check[] => {
  const demanded = facts.domesticViolence && order.dangerFound
  const lacks = (kind: 'stay-away' | 'no-new-offenses') =>
    demanded && !order.conditions.some(given => given.kind === kind)
  return [
    () =>
      lacks('stay-away')
        ? refuse(
            'stay-away-missing',
            "Danger was found in a domestic-violence case; bar the person from the victim's home and work.",
            'conditions',
          )
        : undefined,
    () =>
      lacks('no-new-offenses')
        ? refuse(
            'no-new-offenses-missing',
            'Danger was found in a domestic-violence case; forbid further offenses against the victim.',
            'conditions',
          )
        : undefined,
  ]
}

const ofSetting = (facts: BailOrderFacts, order: BailSet): Check[] => [
  () => checkBailTerms(order),
  ...money(order),
  () => checkNote(order.reasons.includes('other') ? 'other' : '', order.reasonNote, 'reasonNote'),
  ...conditions(order),
  ...protection(facts, order),
]

/** Decides whether the magistrate's order on one docket can stand (Rules 520, 524, 527, 528; B21, B22). One order per docket. */
export const decideBailOrder = (
  facts: BailOrderFacts,
  order: BailOrder,
): { kind: 'accepted'; order: BailOrder } | Refused<BailOrderReason> =>
  firstRefusal<BailOrderReason>([
    ...standing(facts),
    ...(order.kind === 'refused-bail' ? ofRefusal(order) : ofSetting(facts, order)),
  ]) ?? { kind: 'accepted', order }
