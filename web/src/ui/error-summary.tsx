import { useEffect, useRef } from 'react'
import type { FieldError } from '../api.ts'
import { uiWords } from '../words/words.ts'
import { idOfPointer } from './field-errors.ts'

interface ErrorSummaryProps {
  errors: readonly FieldError[]
  fieldLabels: Readonly<Record<string, string>>
}

const jump = (pointer: string) => {
  const field = document.getElementById(idOfPointer(pointer))
  const target = field?.matches('input, select, textarea, button')
    ? field
    : field?.querySelector<HTMLElement>('input, select, textarea, button')
  target?.focus()
  target?.scrollIntoView({ block: 'center' })
}

const isIn = (errors: readonly FieldError[], { pointer, message }: FieldError) =>
  errors.some(each => each.pointer === pointer && each.message === message)

/** Only fewer of the same errors: somebody is mending them, and must not lose the focus over it. */
const isMended = (before: readonly FieldError[], now: readonly FieldError[]) =>
  now.length < before.length && now.every(each => isIn(before, each))

/** What needs attention, each line a link to its field. Takes the focus after every attempt that found something. */
export const ErrorSummary = ({ errors, fieldLabels }: ErrorSummaryProps) => {
  const box = useRef<HTMLDivElement>(null)
  const before = useRef<readonly FieldError[]>([])
  useEffect(() => {
    if (!isMended(before.current, errors)) box.current?.focus()
    before.current = errors
  }, [errors])
  return (
    <div className="usa-alert usa-alert--error usa-alert--slim pars-summary" role="alert" tabIndex={-1} ref={box}>
      <div className="usa-alert__body">
        <h2 className="usa-alert__heading">{uiWords.errorSummary(errors.length)}</h2>
        <ul className="usa-list pars-summary__list">
          {errors.map(({ pointer, message }) => {
            const name = fieldLabels[pointer]
            return (
              <li key={`${pointer} ${message}`}>
                <a
                  href={`#${idOfPointer(pointer)}`}
                  className="usa-link"
                  onClick={event => {
                    event.preventDefault()
                    jump(pointer)
                  }}
                >
                  {name ? `${name}: ${message}` : message}
                </a>
              </li>
            )
          })}
        </ul>
      </div>
    </div>
  )
}
