import type { PlainDate } from '@pars/domain'
import type { UnitTerm } from '@pars/terms'
import { Checkboxes, DateInput, TextInput } from '../../ui/ui.ts'
import { draftWords } from '../../words/draft.ts'
import { type PartProps, Section } from './section.tsx'

const words = draftWords.fields

interface PartiesProps extends PartProps {
  /** The partner's units as they are registered. */
  units: readonly UnitTerm[]
  isNew: boolean
}

/** Which units may ask, and from when to when. */
export const PartiesPart = ({ terms, onChange, units, isNew }: PartiesProps) => {
  const known = [...units, ...terms.units.filter(({ code }) => !units.some(unit => unit.code === code))]
  return (
    <Section title={draftWords.parts.parties}>
      <p className="draft-partner">{terms.partner}</p>
      {isNew && (
        <TextInput
          label={words.agreement}
          hint={words.agreementHint}
          pointer="/agreement"
          value={terms.agreement}
          width="medium"
          onChange={agreement => onChange({ ...terms, agreement })}
        />
      )}
      <Checkboxes
        label={words.units}
        pointer="/units"
        value={terms.units.map(({ code }) => code)}
        choices={known.map(({ code, name, function: does }) => ({ value: code, words: name, hint: does }))}
        onChange={codes => onChange({ ...terms, units: known.filter(({ code }) => codes.includes(code)) })}
      />
      <div className="pars-line">
        <DateInput
          label={words.startsOn}
          pointer="/startsOn"
          value={terms.startsOn}
          onChange={startsOn => onChange({ ...terms, startsOn: startsOn as PlainDate })}
        />
        <DateInput
          label={words.endsOn}
          pointer="/endsOn"
          value={terms.endsOn}
          onChange={endsOn => onChange({ ...terms, endsOn: endsOn as PlainDate })}
        />
      </div>
    </Section>
  )
}
