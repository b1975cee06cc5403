import { acceptBailAsk, type BailAsk, type BailVoice, isRefused, type Party } from '@pars/domain'
import type { FieldError } from '../../api.ts'
import { pointerOf } from '../../form/pointer-of.ts'
import { hearingWords } from '../../words/hearing.ts'
import { blankTerms, fieldsOfTerms, readTerms, type TermsFields } from './read-terms.ts'

export interface AskFields extends TermsFields {
  note: string
}

export const askActs = ['bail.request', 'bail.defense-request', 'bail.recommend'] as const
export type AskAct = (typeof askActs)[number]

/** The three statements that are not the order: whose each is, and the one act that enters it. */
export const voices: Record<
  AskAct,
  { voice: BailVoice; party: Party; fact: 'request' | 'defenseRequest' | 'guideline' }
> = {
  'bail.request': { voice: 'commonwealth', party: 'prosecutor', fact: 'request' },
  'bail.defense-request': { voice: 'defense', party: 'defense', fact: 'defenseRequest' },
  'bail.recommend': { voice: 'guideline', party: 'court', fact: 'guideline' },
}

export const blankAsk: AskFields = { ...blankTerms, note: '' }
export const fieldsOfAsk = (ask: BailAsk): AskFields => ({ ...fieldsOfTerms(ask), note: ask.note ?? '' })

/** What one party asks for, as its body, or what is wrong with it by the rule that the server asks too. */
export const readAsk = (act: AskAct, fields: AskFields): { ask?: BailAsk; errors: FieldError[] } => {
  const { terms, errors } = readTerms(fields, hearingWords.errors.typeOfAsk)
  if (!terms) return { errors }
  const ask: BailAsk = {
    ...terms,
    types: [...terms.types],
    note: fields.note.trim() === '' ? null : fields.note.trim(),
  }
  const open = { filed: true, discharged: false, ordered: false, counsel: null }
  const decision = acceptBailAsk(open, { ...voices[act], ask })
  return isRefused(decision)
    ? { errors: [{ pointer: pointerOf(decision.at), message: decision.say }] }
    : { ask, errors: [] }
}
