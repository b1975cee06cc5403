import { viewReference } from '@pars/contract'
import { useCall } from '../../api.ts'
import { StatuteSearch } from '../../form/statute-search.tsx'
import { DateInput, idOfPointer, Select, TextInput } from '../../ui/ui.ts'
import { bookingWords, chargingWords } from '../../words/words.ts'
import type { ChargeFields } from './decision-form.ts'

const words = bookingWords.charges

interface ChargeFieldsetProps {
  /** JSON pointer of the charge in the decision. */
  at: string
  fields: ChargeFields
  incidents: readonly string[]
  set: (part: Partial<ChargeFields>) => void
}

/** The fields of a charge that the prosecutor words: found in the statute table, or typed. */
export const ChargeFieldset = ({ at, fields, incidents, set }: ChargeFieldsetProps) => {
  const { data } = useCall(viewReference)
  const grades = (data?.grades ?? []).map(({ grade, label }) => ({ value: grade, words: `${grade} - ${label}` }))
  const pick = (picked: { statute: string; description: string }) => {
    set(picked)
    document.getElementById(idOfPointer(`${at}/grade`))?.focus()
  }
  const text = (field: 'statute' | 'description' | 'counts', width: 'short' | 'medium' | 'long') => (
    <TextInput
      label={words[field]}
      pointer={`${at}/${field}`}
      value={fields[field]}
      width={width}
      onChange={value => set({ [field]: value })}
    />
  )
  return (
    <div className="charging-fields">
      <StatuteSearch pointer={`${at}/search`} on={fields.offenseOn} onPick={pick} />
      {text('description', 'long')}
      <div className="pars-line">
        {text('statute', 'medium')}
        <Select
          label={words.grade}
          pointer={`${at}/grade`}
          value={fields.grade}
          empty={words.noGrade}
          choices={grades}
          onChange={grade => set({ grade })}
        />
        {text('counts', 'short')}
      </div>
      <div className="pars-line">
        <DateInput
          label={words.offenseOn}
          hint={words.offenseOnHint}
          pointer={`${at}/offenseOn`}
          value={fields.offenseOn}
          onChange={offenseOn => set({ offenseOn })}
        />
        <Select
          label={words.dcNumber}
          pointer={`${at}/dcNumber`}
          value={fields.dcNumber}
          empty={chargingWords.chooseIncident}
          choices={incidents.map(value => ({ value, words: value }))}
          onChange={dcNumber => set({ dcNumber })}
        />
      </div>
    </div>
  )
}
