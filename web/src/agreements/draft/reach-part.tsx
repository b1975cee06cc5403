import { limitNames } from '@pars/terms'
import { choicesOf } from '../../form/choices-of.ts'
import { NumberInput } from '../../form/number-input.tsx'
import { Checkbox, Radios } from '../../ui/ui.ts'
import { draftWords } from '../../words/draft.ts'
import { Requirements } from './requirements.tsx'
import { type PartProps, Section } from './section.tsx'

const { fields: words, limits, onward } = draftWords

/** Whom the partner can reach, how much a day, and what it may pass on. */
export const ReachPart = (props: PartProps) => {
  const { terms, onChange } = props
  return (
    <Section title={draftWords.parts.reach}>
      <Requirements {...props} />
      <Checkbox
        pointer="/directFile"
        words={words.directFile}
        hint={draftWords.rare}
        checked={terms.directFile}
        onChange={directFile => onChange({ ...terms, directFile })}
      />
      <div className="draft-numbers">
        {limitNames.map(name => (
          <NumberInput
            key={name}
            label={limits[name]}
            pointer={`/limits/${name}`}
            value={terms.limits[name]}
            onChange={value => onChange({ ...terms, limits: { ...terms.limits, [name]: value } })}
          />
        ))}
      </div>
      <Radios
        label={words.onward}
        pointer="/onward"
        value={terms.onward}
        choices={choicesOf(onward)}
        onChange={rule => onChange({ ...terms, onward: rule })}
      />
    </Section>
  )
}
