import { useState } from 'react'
import type { FieldError } from '../../api.ts'
import { useCity } from '../../clock.ts'
import { Button, Form, Radios } from '../../ui/ui.ts'
import { consoleWords } from '../../words/partner.ts'
import type { Allowance } from '../use-own.ts'
import { PurposeFields, QuestionFields } from './question-fields.tsx'
import {
  blankInquiry,
  endpointOf,
  type InquiryForm,
  isQuestion,
  type QuestionName,
  readInquiry,
} from './read-inquiry.ts'
import type { Asking } from './use-ask.ts'

const words = consoleWords.ask

interface AskFormProps {
  allowed: Allowance
  asking: Asking
}

const choicesFrom = (kinds: readonly QuestionName[]) => kinds.map(value => ({ value, words: words.questions[value] }))

/** In a rehearsal anybody may see what a question is worth that the terms do not hold. */
const Ungranted = ({ kinds, onChoose }: { kinds: readonly QuestionName[]; onChoose: (kind: QuestionName) => void }) => (
  <details className="console-ungranted">
    <summary>{words.ungranted}</summary>
    <p className="console-quiet">{words.ungrantedHint}</p>
    <ul>
      {kinds.map(kind => (
        <li key={kind}>
          <Button look="quiet" onClick={() => onChoose(kind)}>
            {words.questions[kind]}
          </Button>
        </li>
      ))}
    </ul>
  </details>
)

/** Only what the terms allow: their questions, their purposes with what each must cite, what may be asked by. */
export const AskForm = ({ allowed, asking }: AskFormProps) => {
  const { city } = useCity()
  const [form, setForm] = useState<InquiryForm>(() => blankInquiry(allowed))
  const [errors, setErrors] = useState<FieldError[]>([])
  const granted = allowed.questions.map(({ kind }) => kind).filter(isQuestion)
  const others = (Object.keys(endpointOf) as QuestionName[]).filter(kind => !granted.includes(kind))
  const change = (part: Partial<InquiryForm>) => setForm(now => ({ ...now, ...part }))
  const send = () => {
    const { body, errors: found } = readInquiry(form, allowed)
    setErrors(found)
    if (body) asking.ask({ question: form.question, body })
  }
  const { limits } = allowed
  return (
    <Form onSubmit={send} errors={errors} problem={asking.fault} label={words.title}>
      <Radios
        label={words.question}
        pointer="/question"
        value={form.question}
        choices={choicesFrom(granted.includes(form.question) ? granted : [...granted, form.question])}
        onChange={question => change({ question })}
      />
      <QuestionFields form={form} allowed={allowed} onChange={change} />
      <PurposeFields form={form} allowed={allowed} onChange={change} />
      <div className="pars-acts">
        <Button type="submit" isRunning={asking.isRunning}>
          {words.send}
        </Button>
        <span className="console-quiet">{words.sendNote}</span>
      </div>
      <p className="console-quiet">
        {words.limits(
          limits['inquiriesPerUnitPerDay'] ?? 0,
          limits['inquiriesPerOfficerPerDay'] ?? 0,
          limits['personsPerUnitPerDay'] ?? 0,
          limits['rowsPerAnswer'] ?? 0,
        )}
      </p>
      {city?.rehearsal && others.length > 0 && <Ungranted kinds={others} onChoose={question => change({ question })} />}
    </Form>
  )
}
