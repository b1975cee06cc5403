import { findStatutes } from '@pars/contract'
import { type PlainDate, parsePlainDate } from '@pars/domain'
import { useDeferredValue, useState } from 'react'
import { useCall } from '../api.ts'
import { Combobox, type Option } from '../form/combobox.tsx'
import { bookingWords } from '../words/booking.ts'

const words = bookingWords.charges
const shown = 12

interface StatuteSearchProps {
  pointer: string
  /** The table as it was on that day; today's when the date can't be read yet. */
  on: string
  onPick: (statute: { statute: string; description: string }) => void
}

/** Finds an offense in the statute table by words or section and hands over citation and description. */
export const StatuteSearch = ({ pointer, on, onPick }: StatuteSearchProps) => {
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const day: PlainDate | undefined = parsePlainDate(on)
  const { data } = useCall(findStatutes, {
    query: { q, limit: shown, ...(day ? { on: day } : {}) },
    enabled: q.length > 1,
  })
  const rows = q.length > 1 ? (data?.statutes ?? []) : []
  const options: Option[] = rows.map(({ statute, description }) => ({
    value: statute,
    words: description,
    note: statute,
  }))
  const pick = (option: Option) => {
    onPick({ statute: option.value, description: option.words })
    setTyped('')
  }
  return (
    <Combobox
      label={words.find}
      hint={words.findHint}
      pointer={pointer}
      value={typed}
      onChange={setTyped}
      onPick={pick}
      options={options}
      status={q.length < 2 || !data ? '' : data.total === 0 ? words.none : words.found(rows.length, data.total)}
    />
  )
}
