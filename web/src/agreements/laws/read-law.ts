import type { BodyOf, recordConstraint } from '@pars/contract'
import { parsePlainDate, type Seat } from '@pars/domain'
import type { FieldError } from '../../api.ts'
import { lawWords } from '../../words/laws.ts'

const { errors: words } = lawWords.dialog

export interface LawForm {
  citation: string
  text: string
  binds: Seat[]
  from: string
  to: string
}
export const blankLaw: LawForm = { citation: '', text: '', binds: [], from: '', to: '' }

/** The body of a law on file, or what is missing. */
export const readLaw = (form: LawForm): { body?: BodyOf<typeof recordConstraint>; errors: FieldError[] } => {
  const from = parsePlainDate(form.from)
  const to = form.to.trim() === '' ? null : parsePlainDate(form.to)
  const errors: FieldError[] = [
    ...(form.citation.trim() === '' ? [{ pointer: '/citation', message: words.citation }] : []),
    ...(form.text.trim() === '' ? [{ pointer: '/text', message: words.text }] : []),
    ...(form.binds.length === 0 ? [{ pointer: '/binds', message: words.binds }] : []),
    ...(from ? [] : [{ pointer: '/effectiveFrom', message: words.effectiveFrom }]),
    ...(to === undefined ? [{ pointer: '/effectiveTo', message: words.effectiveTo }] : []),
  ]
  if (!from || to === undefined || errors.length > 0) return { errors }
  return {
    errors,
    body: {
      citation: form.citation.trim(),
      text: form.text.trim(),
      binds: form.binds,
      effectiveFrom: from,
      effectiveTo: to,
    },
  }
}

/** Whether a law binds on a day: from its first day on, and before the day on which it ends. */
export const bindsOn = (law: { effectiveFrom: string; effectiveTo: string | null }, day: string): boolean =>
  law.effectiveFrom <= day && (law.effectiveTo === null || day < law.effectiveTo)
