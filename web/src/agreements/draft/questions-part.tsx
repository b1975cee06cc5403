import { findQuestion, type QuestionKind, type QuestionTerm, questionKinds } from '@pars/terms'
import { choicesOf } from '../../form/choices-of.ts'
import { NumberInput } from '../../form/number-input.tsx'
import { Checkbox, Checkboxes } from '../../ui/ui.ts'
import { draftWords } from '../../words/draft.ts'
import { changeQuestion, pointerOfQuestion, toggleQuestion } from './edit-terms.ts'
import { type PartProps, Section } from './section.tsx'

const { fields: words, questions, identifiers, attributes } = draftWords
const rare: readonly QuestionKind[] = ['by-incident', 'by-attribute', 'recent', 'feed']

interface DetailProps {
  question: QuestionTerm
  pointer: string
  onChange: (question: QuestionTerm) => void
}

const Detail = ({ question, pointer, onChange }: DetailProps) => {
  switch (question.kind) {
    case 'by-identifier':
      return (
        <Checkboxes
          label={words.identifiers}
          pointer={`${pointer}/identifiers`}
          value={question.identifiers}
          choices={choicesOf(identifiers)}
          inline
          onChange={chosen => onChange({ ...question, identifiers: chosen })}
        />
      )
    case 'by-name-and-birth-date':
      return (
        <NumberInput
          label={words.possible}
          hint={words.possibleHint}
          pointer={`${pointer}/possible`}
          value={question.possible}
          onChange={possible => onChange({ ...question, possible })}
        />
      )
    case 'by-attribute':
      return (
        <Checkboxes
          label={words.attributes}
          pointer={`${pointer}/attributes`}
          value={question.attributes}
          choices={choicesOf(attributes)}
          inline
          onChange={chosen => onChange({ ...question, attributes: chosen })}
        />
      )
    case 'recent':
      return (
        <NumberInput
          label={words.hours}
          pointer={`${pointer}/hours`}
          value={question.hours}
          onChange={hours => onChange({ ...question, hours })}
        />
      )
    case 'feed':
      return (
        <NumberInput
          label={words.days}
          pointer={`${pointer}/days`}
          value={question.days}
          onChange={days => onChange({ ...question, days })}
        />
      )
    default:
      return null
  }
}

/** The closed list of questions. What is not ticked does not exist for the partner. */
export const QuestionsPart = ({ terms, onChange }: PartProps) => (
  <Section title={draftWords.parts.questions}>
    {questionKinds.map(kind => {
      const granted = findQuestion(terms, kind)
      return (
        <div key={kind} className="draft-question">
          <Checkbox
            pointer={granted ? pointerOfQuestion(terms, kind) : `/question/${kind}`}
            words={questions[kind]}
            hint={rare.includes(kind) ? draftWords.rare : undefined}
            checked={granted !== undefined}
            onChange={checked => onChange(toggleQuestion(terms, kind, checked))}
          />
          {granted && (
            <div className="draft-detail">
              <Detail
                question={granted}
                pointer={pointerOfQuestion(terms, kind)}
                onChange={question => onChange(changeQuestion(terms, question))}
              />
            </div>
          )}
        </div>
      )
    })}
  </Section>
)
