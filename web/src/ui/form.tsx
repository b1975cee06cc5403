import type { Problem as ProblemShape } from '@pars/contract'
import { createContext, type FormEvent, type ReactNode, useContext, useMemo } from 'react'
import { type FieldError, fieldErrorsOf } from '../api.ts'
import { ErrorSummary } from './error-summary.tsx'
import { Problem } from './problem.tsx'

const Errors = createContext<ReadonlyMap<string, string>>(new Map())

/** The id of the input that a JSON pointer names: `/person/names/0/last` is `f-person-names-0-last`. */
export const idOfPointer = (pointer: string): string => `f${pointer.replaceAll(/[^\w]+/g, '-')}`

/** The error of one field, by JSON pointer. */
export const useFieldError = (pointer: string): string | undefined => useContext(Errors).get(pointer)

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
    <Errors value={byPointer}>
      <form className={`pars-form ${className ?? ''}`} onSubmit={submit} noValidate aria-label={label}>
        {all.length > 0 && <ErrorSummary errors={all} fieldLabels={fieldLabels ?? {}} />}
        {problem && !problem.errors?.length && <Problem problem={problem} onReload={onReload} writing />}
        {children}
      </form>
    </Errors>
  )
}
