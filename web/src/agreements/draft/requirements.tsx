import type { PopulationColumn } from '@pars/terms'
import { useState } from 'react'
import { NumberInput } from '../../form/number-input.tsx'
import { Button, DateInput, Select, TextInput } from '../../ui/ui.ts'
import { draftWords } from '../../words/draft.ts'
import { composePopulation, flattenPopulation, type Requirement } from './flat-population.ts'
import type { PartProps } from './section.tsx'

const { fields: words, requirements: names, holds } = draftWords
type Name = keyof typeof names

const nameOf = (each: Requirement): Name => (each.kind === 'in' ? each.column : each.kind)

const firstOf = (name: Name): Requirement => {
  switch (name) {
    case 'within-days':
      return { kind: 'within-days', days: 365, holds: true }
    case 'since':
      return { kind: 'since', on: '', holds: true }
    case 'district':
    case 'basis':
    case 'grade':
      return { kind: 'in', column: name satisfies PopulationColumn, values: [], holds: true }
    default:
      return { kind: name, holds: true }
  }
}

interface LineProps {
  requirement: Requirement
  pointer: string
  onChange: (requirement: Requirement) => void
  onRemove: () => void
}

const Detail = ({ requirement, pointer, onChange }: Omit<LineProps, 'onRemove'>) => {
  switch (requirement.kind) {
    case 'within-days':
      return (
        <NumberInput
          label={words.dueDays}
          pointer={`${pointer}/days`}
          value={requirement.days}
          onChange={days => onChange({ ...requirement, days })}
        />
      )
    case 'since':
      return (
        <DateInput
          label={words.startsOn}
          pointer={`${pointer}/on`}
          value={requirement.on}
          onChange={on => onChange({ ...requirement, on })}
        />
      )
    case 'in':
      return (
        <TextInput
          label={words.values}
          hint={words.valuesHint}
          pointer={`${pointer}/values`}
          value={requirement.values.join(', ')}
          width="medium"
          onChange={typed => onChange({ ...requirement, values: typed.split(',').map(value => value.trim()) })}
        />
      )
    default:
      return null
  }
}

const Line = (props: LineProps) => {
  const { requirement, pointer, onChange, onRemove } = props
  const name = nameOf(requirement)
  return (
    <div className="draft-line">
      <p className="draft-requirement">{names[name]}</p>
      <Select
        label={words.requirement}
        pointer={pointer}
        value={requirement.holds ? 'yes' : 'no'}
        choices={[
          { value: 'yes', words: holds.yes },
          { value: 'no', words: holds.no },
        ]}
        onChange={value => onChange({ ...requirement, holds: value === 'yes' })}
      />
      <Detail {...props} />
      <Button look="quiet" label={words.removeRequirement(names[name])} onClick={onRemove}>
        {words.remove}
      </Button>
    </div>
  )
}

/** Which records are in reach, as a list of requirements; a population that no list can show is changed as data. */
export const Requirements = ({ terms, onChange }: PartProps) => {
  const [chosen, setChosen] = useState<Name | ''>('')
  const list = flattenPopulation(terms.population)
  if (!list) return <p>{words.nested}</p>
  const set = (next: Requirement[]) => onChange({ ...terms, population: composePopulation(next) })
  const add = () => {
    if (chosen === '') return
    set([...list, firstOf(chosen)])
    setChosen('')
  }
  const pointerOf = (index: number) => (list.length === 1 ? '/population' : `/population/of/${index}`)
  return (
    <fieldset className="usa-fieldset draft-requirements">
      <legend className="pars-legend">{words.population}</legend>
      {list.length === 0 && <p>{words.everyone}</p>}
      {list.map((requirement, index) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: requirements have no other identity, and two may be the same.
          key={index}
          requirement={requirement}
          pointer={pointerOf(index)}
          onChange={changed => set(list.with(index, changed))}
          onRemove={() => set(list.toSpliced(index, 1))}
        />
      ))}
      <div className="draft-line">
        <Select
          label={words.requirement}
          pointer="/requirement"
          value={chosen}
          empty={words.chooseRequirement}
          choices={(Object.keys(names) as Name[]).map(value => ({ value, words: names[value] }))}
          onChange={setChosen}
        />
        <Button look="outline" size="row" onClick={add}>
          {words.addRequirement}
        </Button>
      </div>
    </fieldset>
  )
}
