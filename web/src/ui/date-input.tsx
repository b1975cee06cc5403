import { parsePlainDate } from '@pars/domain'
import { useEffect, useState } from 'react'
import { formatPlainDate } from '../format.ts'
import { uiWords } from '../words/words.ts'
import { Field, type Labeled } from './field.tsx'

const two = (digits: string) => digits.padStart(2, '0')

/** `YYYY-MM-DD` from what people type: 4/17/1992, 04-17-1992, 04171992, 1992-04-17. Other text comes back as it is. */
export const typedDate = (text: string): string => {
  const trimmed = text.trim()
  const parts =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed) ?? undefined
  if (!parts) return trimmed
  const [, month = '', day = '', year = ''] = parts
  return parsePlainDate(`${year}-${two(month)}-${two(day)}`) ?? trimmed
}

/** `HH:MM` from 2240, 22:40, 9:05, 10:40 pm. Other text comes back as it is. */
export const typedTime = (text: string): string => {
  const trimmed = text.trim().toLowerCase()
  const parts = /^(\d{1,2}):?(\d{2})\s*([ap])?\.?(?:m\.?)?$/.exec(trimmed)
  if (!parts) return text.trim()
  const half = parts[3]
  const hour = (Number(parts[1]) % (half ? 12 : 24)) + (half === 'p' ? 12 : 0)
  const isReal = Number(parts[1]) <= (half ? 12 : 23) && Number(parts[2]) <= 59
  return isReal ? `${two(String(hour))}:${parts[2]}` : text.trim()
}

interface TypedProps extends Labeled {
  value: string
  onChange: (value: string) => void
}

interface TypedInputProps extends TypedProps {
  read: (text: string) => string
  write: (value: string) => string
  width: string
  defaultHint: string
}

/** Keeps what was typed; the form holds the read value as soon as it can be read. */
const TypedInput = ({ value, onChange, read, write, width, defaultHint, ...labeled }: TypedInputProps) => {
  const [text, setText] = useState(() => write(value))
  useEffect(() => setText(now => (read(now) === value ? now : write(value))), [value, read, write])
  return (
    <Field {...labeled} hint={labeled.hint ?? defaultHint}>
      {input => (
        <input
          {...input}
          className={`usa-input ${width}${input['aria-invalid'] ? ' usa-input--error' : ''}`}
          type="text"
          autoComplete="off"
          value={text}
          onChange={event => {
            setText(event.target.value)
            onChange(read(event.target.value))
          }}
          onBlur={() => setText(write(read(text)))}
        />
      )}
    </Field>
  )
}

const same = (value: string) => value

/** A date, typed and not picked. The value is `YYYY-MM-DD`, or the raw text while it is no date. */
export const DateInput = (props: TypedProps) => (
  <TypedInput
    {...props}
    read={typedDate}
    write={formatPlainDate}
    width="pars-input--date"
    defaultHint={uiWords.date.hint}
  />
)

/** A time of day, 24 hours. The value is `HH:MM`, or the raw text while it is no time. */
export const TimeInput = (props: TypedProps) => (
  <TypedInput {...props} read={typedTime} write={same} width="pars-input--time" defaultHint={uiWords.time.hint} />
)
