import type { Problem as ProblemShape } from '@pars/contract'
import { type FormEvent, type ReactNode, useMemo } from 'react'
import { type FieldError, fieldErrorsOf } from '../api.ts'
import { ErrorSummary } from './error-summary.tsx'
import { FieldErrors } from './field-errors.ts'
import { Problem } from './problem.tsx'

interface FormProps {
  children: ReactNode
  onSubmit: () => void
  /** The server's answer to the last attempt. Its field errors stand beside the fields and in the summary. */
  problem?: ProblemShape | undefined
  /** Errors found before sending. */
  errors?: readonly FieldError[]
  /** How a field is called in the summary, by pointer; without it the message stands alone. */
  fieldLabels?: Readonly<Record<string, string>>
  /** The way on after version-changed. */
  onReload?: (() => void) | undefined
  label?: string
  className?: string
}

/** A form in one column. Enter submits; what was typed is never cleared by an error. */
export const Form = ({ children, onSubmit, problem, errors, fieldLabels, onReload, label, className }: FormProps) => {
  const all = useMemo(() => [...(errors ?? []), ...fieldErrorsOf(problem)], [errors, problem])
  const byPointer = useMemo(() => new Map(all.map(each => [each.pointer, each.message])), [all])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <FieldErrors value={byPointer}>
      <form className={`pars-form ${className ?? ''}`} onSubmit={submit} noValidate aria-label={label}>
        {all.length > 0 && <ErrorSummary errors={all} fieldLabels={fieldLabels ?? {}} />}
        {problem && !problem.errors?.length && <Problem problem={problem} onReload={onReload} writing />}
        {children}
      </form>
    </FieldErrors>
  )
}
