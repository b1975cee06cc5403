import {
  type BailCondition,
  type BailOrder,
  type BailReason,
  bailReasons,
  bailWords,
  decideBailOrder,
  isRefused,
} from '@pars/domain'
import type { FieldError } from '../../api.ts'
import { pointerOf } from '../../form/pointer-of.ts'
import { hearingWords } from '../../words/hearing.ts'
import { blankTerms, readTerms, type TermsFields } from './read-terms.ts'

export interface OrderFields extends TermsFields {
  decision: 'set' | 'refuse'
  conditions: BailCondition[]
  reasons: BailReason[]
  reasonNote: string
  abilityToPay: boolean
  abilityNote: string
  danger: boolean
}

export const blankOrder: OrderFields = {
  ...blankTerms,
  decision: 'set',
  conditions: [],
  reasons: [],
  reasonNote: '',
  abilityToPay: false,
  abilityNote: '',
  danger: false,
}

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

const orderOf = (fields: OrderFields): { order?: BailOrder; errors: FieldError[] } => {
  const reasons = bailReasons.filter(reason => fields.reasons.includes(reason))
  if (fields.decision === 'refuse')
    return { order: { kind: 'refused-bail', reasons, reasonNote: fields.reasonNote.trim() }, errors: [] }
  const { terms, errors } = readTerms(fields, hearingWords.errors.type)
  if (!terms) return { errors }
  const order: BailOrder = {
    kind: 'set',
    ...terms,
    types: [...terms.types],
    conditions: fields.conditions.map(({ kind, text }) => ({ kind, text: text.trim() })),
    reasons,
    reasonNote: orNull(fields.reasonNote),
    abilityToPayConsidered: fields.abilityToPay,
    abilityToPayNote: orNull(fields.abilityNote),
    dangerFound: fields.danger,
  }
  return { order, errors }
}

/** The order that the fields say, or what is wrong with it by the rule that the server asks too. */
export const readOrder = (
  fields: OrderFields,
  { domesticViolence }: { domesticViolence: boolean },
): { order?: BailOrder; errors: FieldError[] } => {
  const { order, errors } = orderOf({ ...fields, danger: domesticViolence && fields.danger })
  if (!order) return { errors }
  const open = { arraigned: true, discharged: false, ordered: false, domesticViolence }
  const decision = decideBailOrder(open, order)
  return isRefused(decision)
    ? { errors: [{ pointer: pointerOf(decision.at), message: decision.say }] }
    : { order, errors: [] }
}

/** The words of the order while it is being typed; undefined until they can be said. */
export const wordsToCome = (fields: OrderFields): string | undefined => {
  const { order } = orderOf(fields)
  return order && bailWords(order)
}

/** A finding of danger in a domestic-violence case demands two conditions (B22): their rows come by themselves, their text does not. */
export const withDanger = (fields: OrderFields, danger: boolean): OrderFields => {
  const missing = (['stay-away', 'no-new-offenses'] as const).filter(
    kind => !fields.conditions.some(condition => condition.kind === kind),
  )
  const rows = danger ? missing.map(kind => ({ kind, text: '' })) : []
  const kept = danger ? fields.conditions : fields.conditions.filter(({ text }) => text.trim() !== '')
  return { ...fields, danger, conditions: [...kept, ...rows] }
}
