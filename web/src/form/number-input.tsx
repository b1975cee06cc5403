import { useEffect, useState } from 'react'
import { Field, type Labeled } from '../ui/ui.ts'
import { parseWholeNumber } from './whole-number.ts'

interface NumberInputProps extends Labeled {
  /** NaN while what was typed is no whole number. */
  value: number
  onChange: (value: number) => void
}

const textOf = (value: number): string => (Number.isNaN(value) ? '' : value.toLocaleString('en-US'))

/** A whole number, typed; what was typed stays on the screen while it is none. */
export const NumberInput = ({ value, onChange, ...labeled }: NumberInputProps) => {
  const [text, setText] = useState(() => textOf(value))
  useEffect(
    () => setText(now => (Number.isNaN(value) || parseWholeNumber(now) === value ? now : textOf(value))),
    [value],
  )
  return (
    <Field {...labeled}>
      {input => (
        <input
          {...input}
          className={`usa-input pars-input--short${input['aria-invalid'] ? ' usa-input--error' : ''}`}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={event => {
            setText(event.target.value)
            onChange(parseWholeNumber(event.target.value))
          }}
        />
      )}
    </Field>
  )
}
