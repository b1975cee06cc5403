import { viewReference } from '@pars/contract'
import { useCall } from '../../api.ts'
import { StatuteSearch } from '../../form/statute-search.tsx'
import { DateInput, idOfPointer, Select, TextInput } from '../../ui/ui.ts'
import { bookingWords } from '../../words/booking.ts'
import { useBooking } from '../booking-context.tsx'
import type { ChargeFields } from '../paper/booking-form.ts'
import { RowList } from './row-list.tsx'
import { Section } from './section.tsx'

const words = bookingWords.charges

interface PartProps {
  at: string
  charge: ChargeFields
  set: (part: Partial<ChargeFields>) => void
}

const Offense = ({ at, charge, set }: PartProps) => (
  <>
    <StatuteSearch
      pointer={`${at}/search`}
      on={charge.offenseOn}
      onPick={picked => {
        set(picked)
        document.getElementById(idOfPointer(`${at}/grade`))?.focus()
      }}
    />
    <div className="pars-line">
      <TextInput
        label={words.statute}
        pointer={`${at}/statute`}
        value={charge.statute}
        width="medium"
        onChange={statute => set({ statute })}
      />
      <TextInput
        label={words.description}
        pointer={`${at}/description`}
        value={charge.description}
        onChange={description => set({ description })}
      />
    </div>
  </>
)

const Grading = ({ at, charge, set }: PartProps) => {
  const { data } = useCall(viewReference)
  const grades = (data?.grades ?? []).map(({ grade, label }) => ({ value: grade, words: `${grade} - ${label}` }))
  return (
    <div className="pars-line">
      <Select
        label={words.grade}
        pointer={`${at}/grade`}
        value={charge.grade}
        empty={words.noGrade}
        choices={grades}
        onChange={grade => set({ grade })}
      />
      <TextInput
        label={words.counts}
        pointer={`${at}/counts`}
        value={charge.counts}
        width="short"
        inputMode="numeric"
        onChange={counts => set({ counts })}
      />
    </div>
  )
}

const Charge = ({ index }: { index: number }) => {
  const { form, setRow } = useBooking()
  const charge = form.charges[index]
  if (!charge) return null
  const at = `/charges/${index}`
  const set = (part: Partial<ChargeFields>) => setRow('charges', index, { ...charge, ...part })
  return (
    <>
      <Offense at={at} charge={charge} set={set} />
      <Grading at={at} charge={charge} set={set} />
      <div className="pars-line">
        <DateInput
          label={words.offenseOn}
          hint={words.offenseOnHint}
          pointer={`${at}/offenseOn`}
          value={charge.offenseOn}
          onChange={offenseOn => set({ offenseOn })}
        />
        <TextInput
          label={words.dcNumber}
          hint={words.dcNumberHint}
          pointer={`${at}/dcNumber`}
          value={charge.dcNumber}
          width="medium"
          inputMode="numeric"
          onChange={dcNumber => set({ dcNumber })}
        />
      </div>
    </>
  )
}

/** What the police recommend; the prosecutor's decision will stand beside it and never replace it (B16). */
export const ChargesSection = () => (
  <Section title={words.section}>
    <RowList list="charges" nameOf={words.charge} add={words.add} keepFirst>
      {index => <Charge index={index} />}
    </RowList>
  </Section>
)
