import { type PurposeTerm, purposeCodes } from '@pars/terms'
import { choicesOf } from '../../form/choices-of.ts'
import { Button, Select } from '../../ui/ui.ts'
import { draftWords } from '../../words/draft.ts'
import { type PartProps, Section } from './section.tsx'

const { fields: words, purposes, cites, suffices } = draftWords

interface LineProps {
  purpose: PurposeTerm
  pointer: string
  onChange: (purpose: PurposeTerm) => void
  onRemove: () => void
}

const Line = ({ purpose, pointer, onChange, onRemove }: LineProps) => (
  <div className="draft-line">
    <Select
      label={words.purpose}
      pointer={`${pointer}/code`}
      value={purpose.code}
      choices={choicesOf(purposes)}
      onChange={code => onChange({ ...purpose, code })}
    />
    <Select
      label={words.cites}
      pointer={`${pointer}/cites`}
      value={purpose.cites}
      choices={choicesOf(cites)}
      onChange={cited => onChange({ ...purpose, cites: cited })}
    />
    <Select
      label={words.suffices}
      pointer={`${pointer}/suffices`}
      value={purpose.suffices}
      choices={choicesOf(suffices)}
      onChange={test => onChange({ ...purpose, suffices: test })}
    />
    <Button look="quiet" label={words.removePurpose(purposes[purpose.code])} onClick={onRemove}>
      {words.remove}
    </Button>
  </div>
)

/** For what the partner may ask, what it must cite, and which test of that suffices. */
export const PurposesPart = ({ terms, onChange }: PartProps) => {
  const set = (list: PurposeTerm[]) => onChange({ ...terms, purposes: list })
  const next = purposeCodes.find(code => !terms.purposes.some(each => each.code === code))
  return (
    <Section title={draftWords.parts.purposes}>
      {terms.purposes.map((purpose, index) => (
        <Line
          key={purpose.code}
          purpose={purpose}
          pointer={`/purposes/${index}`}
          onChange={changed => set(terms.purposes.with(index, changed))}
          onRemove={() => set(terms.purposes.toSpliced(index, 1))}
        />
      ))}
      {next && (
        <Button
          look="outline"
          size="row"
          onClick={() => set([...terms.purposes, { code: next, cites: 'case', suffices: 'registered' }])}
        >
          {words.addPurpose}
        </Button>
      )}
    </Section>
  )
}
