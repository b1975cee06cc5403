import { useState } from 'react'
import { Checkbox, TextInput } from '../../ui/ui.ts'
import { bookingWords } from '../../words/booking.ts'
import { useBooking } from '../booking-context.tsx'

const words = bookingWords.person

/** Masked as it is typed: screens of a booking room are read over shoulders. */
export const SsnField = () => {
  const { form, set, ssnLastFour, ssnLost } = useBooking()
  const [shown, setShown] = useState(false)
  const hint = ssnLost ? words.ssnAgain : ssnLastFour ? words.ssnRecorded(ssnLastFour) : words.ssnHint
  return (
    <div className="pars-line">
      <TextInput
        label={words.ssn}
        hint={hint}
        pointer="/person/ssn"
        value={form.ssn}
        width="medium"
        type={shown ? 'text' : 'password'}
        inputMode="numeric"
        autoComplete="off"
        optional
        onChange={value => set('ssn', value)}
      />
      {form.ssn !== '' && (
        <Checkbox pointer="/person/ssn/shown" words={words.showSsn} checked={shown} onChange={setShown} />
      )}
    </div>
  )
}
