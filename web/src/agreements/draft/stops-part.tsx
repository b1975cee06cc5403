import { seats } from '@pars/domain'
import { noticeNames, type Terms } from '@pars/terms'
import { useState } from 'react'
import { choicesOf } from '../../form/choices-of.ts'
import { NumberInput } from '../../form/number-input.tsx'
import { formatTypedDollars, parseTypedDollars } from '../../form/typed-money.ts'
import { Checkbox, Checkboxes, Radios, TextArea, TextInput } from '../../ui/ui.ts'
import { seatWords } from '../../words/agreements.ts'
import { draftWords } from '../../words/draft.ts'
import { type PartProps, Section } from './section.tsx'

const { fields: words, notice } = draftWords

const Stop = ({ terms, onChange }: PartProps) => {
  const stop = terms.emergencyStop
  const set = (emergencyStop: Terms['emergencyStop']) => onChange({ ...terms, emergencyStop })
  return (
    <>
      <Checkbox
        pointer="/emergencyStop"
        words={words.stop}
        checked={stop !== null}
        onChange={checked => set(checked ? { seats: [...seats], confirmDays: 7 } : null)}
      />
      {stop && (
        <div className="draft-detail">
          <Checkboxes
            label={words.stopSeats}
            pointer="/emergencyStop/seats"
            value={stop.seats}
            choices={seats.map(value => ({ value, words: seatWords[value] }))}
            inline
            onChange={chosen => set({ ...stop, seats: chosen })}
          />
          <NumberInput
            label={words.confirmDays}
            pointer="/emergencyStop/confirmDays"
            value={stop.confirmDays}
            onChange={confirmDays => set({ ...stop, confirmDays })}
          />
        </div>
      )}
    </>
  )
}

const Outage = ({ terms, onChange }: PartProps) => {
  const { minutes, then } = terms.confirmationOutage
  return (
    <div className="pars-line">
      <NumberInput
        label={words.outageMinutes}
        pointer="/confirmationOutage/minutes"
        value={minutes}
        onChange={value => onChange({ ...terms, confirmationOutage: { minutes: value, then } })}
      />
      <Radios
        label={words.outageThen}
        pointer="/confirmationOutage/then"
        value={then}
        choices={choicesOf(words.outage)}
        inline
        // biome-ignore lint/suspicious/noThenProperty: a word of the published format, never a function
        onChange={value => onChange({ ...terms, confirmationOutage: { minutes, then: value } })}
      />
    </div>
  )
}

const Fee = ({ terms, onChange }: PartProps) => {
  const [typed, setTyped] = useState(() => (terms.feeCents === null ? '' : formatTypedDollars(terms.feeCents)))
  return (
    <TextInput
      label={words.fee}
      hint={words.feeHint}
      pointer="/feeCents"
      value={typed}
      width="short"
      onChange={text => {
        setTyped(text)
        onChange({ ...terms, feeCents: text.trim() === '' ? null : (parseTypedDollars(text) ?? Number.NaN) })
      }}
    />
  )
}

interface StopsProps extends PartProps {
  prose: string
  onProse: (prose: string) => void
}

/** Notice, cure, emergency stop, outage of the log, fee, and which text governs. */
export const StopsPart = ({ prose, onProse, ...props }: StopsProps) => {
  const { terms, onChange } = props
  return (
    <Section title={draftWords.parts.stops}>
      <div className="draft-numbers">
        {noticeNames.map(name => (
          <NumberInput
            key={name}
            label={notice[name]}
            pointer={`/notice/${name}`}
            value={terms.notice[name]}
            onChange={days => onChange({ ...terms, notice: { ...terms.notice, [name]: days } })}
          />
        ))}
      </div>
      <Stop {...props} />
      <Outage {...props} />
      <Fee {...props} />
      <Radios
        label={words.governs}
        pointer="/governs"
        value={terms.governs}
        choices={choicesOf(words.governsChoices)}
        inline
        onChange={governs => onChange({ ...terms, governs })}
      />
      <TextArea
        label={words.prose}
        hint={words.proseHint}
        pointer="/prose"
        rows={5}
        value={prose}
        optional={terms.governs === 'data'}
        onChange={onProse}
      />
    </Section>
  )
}
