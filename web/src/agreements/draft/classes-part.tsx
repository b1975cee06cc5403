import { type FieldClass, fieldClasses } from '@pars/terms'
import { idOfPointer, useFieldError } from '../../ui/ui.ts'
import { draftWords } from '../../words/draft.ts'
import { type ClassUse, changeClass, pointerOfClass } from './edit-terms.ts'
import { type PartProps, Section } from './section.tsx'

const { fields: words, classes } = draftWords
const uses: readonly ClassUse[] = ['visible', 'filterable', 'exportable']
const rare: readonly FieldClass[] = ['demographic', 'origin', 'address']

const Row = ({ name, terms, onChange }: PartProps & { name: FieldClass }) => {
  const pointer = pointerOfClass(terms, name)
  const term = terms.classes.find(each => each.class === name)
  const error = useFieldError(`${pointer}/exportable`)
  return (
    <tr>
      <th scope="row">
        {classes[name]} {rare.includes(name) && <span className="agreements-quiet">{draftWords.rare}</span>}
        {term && error && <span className="usa-error-message">{error}</span>}
      </th>
      {uses.map(use => (
        <td key={use}>
          <label className="draft-box">
            <input
              type="checkbox"
              id={`${idOfPointer(`/class/${name}`)}-${use}`}
              checked={term?.[use] ?? false}
              onChange={event => onChange(changeClass(terms, name, { [use]: event.target.checked }))}
            />
            <span className="usa-sr-only">{words.usedAs(words[use], classes[name])}</span>
          </label>
        </td>
      ))}
    </tr>
  )
}

/** Each class of fields: whether it is seen, can be asked by, and may leave in a file. */
export const ClassesPart = (props: PartProps) => {
  const error = useFieldError('/classes')
  return (
    <Section title={draftWords.parts.classes}>
      {error && (
        <span className="usa-error-message" id={idOfPointer('/classes')}>
          {error}
        </span>
      )}
      <table className="draft-classes">
        <caption className="usa-sr-only">{draftWords.parts.classes}</caption>
        <thead>
          <tr>
            <th scope="col">{words.class}</th>
            {uses.map(use => (
              <th scope="col" key={use}>
                {words[use]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fieldClasses.map(name => (
            <Row key={name} name={name} {...props} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}
