import { type ObligationTerm, obligationCodes } from '@pars/terms'
import { choicesOf } from '../../form/choices-of.ts'
import { NumberInput } from '../../form/number-input.tsx'
import { Button, Checkbox, Select } from '../../ui/ui.ts'
import { draftWords } from '../../words/draft.ts'
import { type PartProps, Section } from './section.tsx'

const { fields: words, duties, rhythms } = draftWords

interface LineProps {
  duty: ObligationTerm
  pointer: string
  onChange: (duty: ObligationTerm) => void
  onRemove: () => void
}

const Line = ({ duty, pointer, onChange, onRemove }: LineProps) => (
  <div className="draft-line">
    <Select
      label={words.duty}
      pointer={`${pointer}/code`}
      value={duty.code}
      choices={choicesOf(duties)}
      onChange={code => onChange({ ...duty, code })}
    />
    <Select
      label={words.every}
      pointer={`${pointer}/every`}
      value={duty.every}
      choices={choicesOf(rhythms)}
      onChange={every => onChange({ ...duty, every })}
    />
    <NumberInput
      label={words.dueDays}
      pointer={`${pointer}/dueDays`}
      value={duty.dueDays}
      onChange={dueDays => onChange({ ...duty, dueDays })}
    />
    <Checkbox
      pointer={`${pointer}/suspends`}
      words={words.suspends}
      checked={duty.suspends}
      onChange={suspends => onChange({ ...duty, suspends })}
    />
    <Button look="quiet" label={words.removeDuty(duties[duty.code])} onClick={onRemove}>
      {words.remove}
    </Button>
  </div>
)

/** What the partner must do, by when, and whether questions stop when it is late. */
export const DutiesFields = ({ terms, onChange }: PartProps) => {
  const set = (obligations: ObligationTerm[]) => onChange({ ...terms, obligations })
  const next = obligationCodes.find(code => !terms.obligations.some(each => each.code === code))
  return (
    <Section title={draftWords.parts.duties}>
      {terms.obligations.map((duty, index) => (
        <Line
          key={duty.code}
          duty={duty}
          pointer={`/obligations/${index}`}
          onChange={changed => set(terms.obligations.with(index, changed))}
          onRemove={() => set(terms.obligations.toSpliced(index, 1))}
        />
      ))}
      {next && (
        <Button
          look="outline"
          size="row"
          onClick={() => set([...terms.obligations, { code: next, every: 'year', dueDays: 30, suspends: false }])}
        >
          {words.addDuty}
        </Button>
      )}
    </Section>
  )
}
