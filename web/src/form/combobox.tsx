import { type KeyboardEvent, useId, useState } from 'react'
import { Field, type Labeled } from '../ui/ui.ts'

export interface Option {
  value: string
  words: string
  note?: string | undefined
}

interface ComboboxProps extends Labeled {
  value: string
  onChange: (typed: string) => void
  onPick: (option: Option) => void
  options: readonly Option[]
  /** Said aloud and under the list: how many there are, or that there is none. */
  status: string
  width?: 'short' | 'medium' | 'long'
}

const step = (now: number, by: number, length: number) => (length === 0 ? -1 : (now + by + length) % length)

/** A text field with suggestions (the ARIA combobox pattern): what is typed stands unless somebody picks. While the list is open Enter picks the line marked or the only one, or else marks the first; it sends no form. */
export const Combobox = (props: ComboboxProps) => {
  const { value, onChange, onPick, options, status } = props
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const listId = useId()
  const isShown = open && value.trim() !== ''
  const current = open ? options[active] : undefined
  const pick = (option: Option) => {
    onPick(option)
    setOpen(false)
    setActive(-1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      setActive(step(active, event.key === 'ArrowDown' ? 1 : active === -1 ? 0 : -1, options.length))
    } else if (event.key === 'Enter' && isShown && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      const only = options.length === 1 ? options[0] : undefined
      const chosen = current ?? only
      if (chosen) pick(chosen)
      else if (options.length > 0) setActive(0)
      else setOpen(false)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      setOpen(false)
      setActive(-1)
    }
  }
  return (
    <div className="pars-combobox">
      <Field {...props}>
        {input => (
          <input
            {...input}
            className={`usa-input pars-input--${props.width ?? 'long'}${input['aria-invalid'] ? ' usa-input--error' : ''}`}
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-expanded={isShown && options.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={current ? `${listId}-${active}` : undefined}
            value={value}
            onChange={event => {
              setOpen(true)
              setActive(-1)
              onChange(event.target.value)
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
          />
        )}
      </Field>
      {isShown && (
        <div className="pars-combobox__box">
          <div role="listbox" id={listId} aria-label={props.label} className="pars-combobox__list">
            {options.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, as the pattern wants.
              <div
                key={`${option.value} ${option.words}`}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className={`pars-combobox__option${index === active ? ' pars-combobox__option--active' : ''}`}
                onMouseDown={event => event.preventDefault()}
                onClick={() => pick(option)}
              >
                <span>{option.words}</span> {option.note && <span className="pars-combobox__note">{option.note}</span>}
              </div>
            ))}
          </div>
          <div className="pars-combobox__status">{status}</div>
        </div>
      )}
      <span className="usa-sr-only" aria-live="polite">
        {isShown ? status : ''}
      </span>
    </div>
  )
}
