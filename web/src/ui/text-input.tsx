import type { HTMLInputTypeAttribute } from 'react'
import { Field, type Labeled } from './field.tsx'

interface TextInputProps extends Labeled {
  value: string
  onChange: (value: string) => void
  width?: 'short' | 'medium' | 'long' | undefined
  type?: HTMLInputTypeAttribute
  inputMode?: 'text' | 'numeric' | 'decimal'
  maxLength?: number
  autoComplete?: string
  autoFocus?: boolean
  list?: string
}

const known = (width: TextInputProps['width']) => (width ? ` pars-input--${width}` : '')

export const TextInput = (props: TextInputProps) => {
  const { value, onChange, width, type, inputMode, maxLength, autoComplete, list } = props
  return (
    <Field {...props}>
      {input => (
        <input
          {...input}
          className={`usa-input${known(width)}${input['aria-invalid'] ? ' usa-input--error' : ''}`}
          type={type ?? 'text'}
          inputMode={inputMode}
          maxLength={maxLength}
          autoComplete={autoComplete ?? 'off'}
          // biome-ignore lint/a11y/noAutofocus: only where the screen is that one field.
          autoFocus={props.autoFocus}
          spellCheck={false}
          list={list}
          value={value}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

interface TextAreaProps extends Labeled {
  value: string
  onChange: (value: string) => void
  rows?: number
}

export const TextArea = (props: TextAreaProps) => (
  <Field {...props}>
    {input => (
      <textarea
        {...input}
        className={`usa-textarea${input['aria-invalid'] ? ' usa-input--error' : ''}`}
        rows={props.rows ?? 4}
        value={props.value}
        onChange={event => props.onChange(event.target.value)}
      />
    )}
  </Field>
)
