import { uiWords } from '../words/words.ts'
import { Field, FieldGroup, type Labeled } from './field.tsx'
import { idOfPointer, useFieldError } from './field-errors.ts'

export interface Choice<T extends string = string> {
  value: T
  words: string
  hint?: string
}

interface SelectProps<T extends string> extends Labeled {
  value: T | ''
  onChange: (value: T) => void
  choices: readonly Choice<T>[]
  /** The first line when nothing is chosen yet. */
  empty?: string
}

export const Select = <T extends string>(props: SelectProps<T>) => (
  <Field {...props}>
    {input => (
      <select
        {...input}
        className={`usa-select${input['aria-invalid'] ? ' usa-input--error' : ''}`}
        value={props.value}
        onChange={event => props.onChange(event.target.value as T)}
      >
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.choices.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Field>
)

interface RadiosProps<T extends string> extends Labeled {
  value: T | ''
  onChange: (value: T) => void
  choices: readonly Choice<T>[]
  /** In one line where there are few. */
  inline?: boolean
}

export const Radios = <T extends string>(props: RadiosProps<T>) => {
  const id = idOfPointer(props.pointer)
  return (
    <FieldGroup {...props}>
      <div className={props.inline ? 'pars-choices pars-choices--inline' : 'pars-choices'}>
        {props.choices.map(({ value, words, hint }) => (
          <div className="usa-radio" key={value}>
            <input
              className="usa-radio__input"
              id={`${id}-${value}`}
              type="radio"
              name={id}
              value={value}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
            />
            <label className="usa-radio__label" htmlFor={`${id}-${value}`}>
              {words} {hint && <span className="usa-radio__label-description">{hint}</span>}
            </label>
          </div>
        ))}
      </div>
    </FieldGroup>
  )
}

interface CheckboxesProps<T extends string> extends Labeled {
  value: readonly T[]
  onChange: (value: T[]) => void
  choices: readonly Choice<T>[]
  inline?: boolean
}

/** Several of a list. The value keeps the list's order, not the order of clicking. */
export const Checkboxes = <T extends string>(props: CheckboxesProps<T>) => {
  const toggle = (value: T) => {
    const chosen = new Set(props.value)
    if (!chosen.delete(value)) chosen.add(value)
    props.onChange(props.choices.map(each => each.value).filter(each => chosen.has(each)))
  }
  const id = idOfPointer(props.pointer)
  return (
    <FieldGroup {...props}>
      <div className={props.inline ? 'pars-choices pars-choices--inline' : 'pars-choices'}>
        {props.choices.map(({ value, words, hint }) => (
          <Box
            key={value}
            id={`${id}-${value}`}
            words={words}
            hint={hint}
            checked={props.value.includes(value)}
            onChange={() => toggle(value)}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

interface BoxProps {
  id: string
  words: string
  hint?: string | undefined
  checked: boolean
  onChange: (checked: boolean) => void
  describedBy?: string | undefined
}

const Box = ({ id, words, hint, checked, onChange, describedBy }: BoxProps) => (
  <div className="usa-checkbox">
    <input
      className="usa-checkbox__input"
      id={id}
      type="checkbox"
      checked={checked}
      aria-describedby={describedBy}
      aria-invalid={describedBy ? true : undefined}
      onChange={event => onChange(event.target.checked)}
    />
    <label className="usa-checkbox__label" htmlFor={id}>
      {words} {hint && <span className="usa-checkbox__label-description">{hint}</span>}
    </label>
  </div>
)

/** One statement to confirm, such as "I checked the holds", with its error beside it. */
export const Checkbox = ({ pointer, ...box }: Omit<BoxProps, 'id' | 'describedBy'> & { pointer: string }) => {
  const id = idOfPointer(pointer)
  const error = useFieldError(pointer)
  if (!error) return <Box {...box} id={id} />
  return (
    <div className="usa-form-group usa-form-group--error">
      <span className="usa-error-message" id={`${id}-error`}>
        <span className="usa-sr-only">{uiWords.errorPrefix}</span> {error}
      </span>
      <Box {...box} id={id} describedBy={`${id}-error`} />
    </div>
  )
}
