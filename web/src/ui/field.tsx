import type { Party } from '@pars/domain'
import type { ReactNode } from 'react'
import { uiWords } from '../words/words.ts'
import { idOfPointer, useFieldError } from './field-errors.ts'
import { Owner } from './owner.tsx'

/** What every labeled input takes. */
export interface Labeled {
  label: string
  /** JSON pointer of the value in the request's body; errors of the server come back under it. */
  pointer: string
  hint?: string | undefined
  /** Whose field it is, shown as a small label. */
  owner?: Party | undefined
  /** The screen says "(if known)" beside optional fields; the others are required. */
  optional?: boolean | undefined
}

interface InputProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label above, hint, the error beside the field, then the input that the function draws. */
export const Field = ({
  label,
  pointer,
  hint,
  owner,
  optional,
  children,
}: Labeled & { children: (input: InputProps) => ReactNode }) => {
  const id = idOfPointer(pointer)
  const error = useFieldError(pointer)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div className={`usa-form-group pars-field${error ? ' usa-form-group--error' : ''}`}>
      <label className={`usa-label${error ? ' usa-label--error' : ''}`} htmlFor={id}>
        {label} {optional && <span className="usa-hint">{uiWords.optional}</span>} {owner && <Owner party={owner} />}
      </label>
      {hint && (
        <span className="usa-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="usa-error-message" id={`${id}-error`}>
          <span className="usa-sr-only">{uiWords.errorPrefix}</span> {error}
        </span>
      )}
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
    </div>
  )
}

/** A fieldset for radios, checkboxes and other groups, with the same owner label, hint and error. */
export const FieldGroup = ({ label, pointer, hint, owner, optional, children }: Labeled & { children: ReactNode }) => {
  const id = idOfPointer(pointer)
  const error = useFieldError(pointer)
  return (
    <fieldset className={`usa-fieldset pars-field${error ? ' usa-form-group--error' : ''}`} id={id}>
      <legend className={`usa-legend pars-legend${error ? ' usa-label--error' : ''}`}>
        {label} {optional && <span className="usa-hint">{uiWords.optional}</span>} {owner && <Owner party={owner} />}
        {error && (
          <span className="usa-error-message">
            <span className="usa-sr-only">{uiWords.errorPrefix}</span> {error}
          </span>
        )}
      </legend>
      {hint && <span className="usa-hint">{hint}</span>}
      {children}
    </fieldset>
  )
}
