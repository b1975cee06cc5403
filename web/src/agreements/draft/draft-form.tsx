import { draftTerms } from '@pars/contract'
import { parseTerms, type UnitTerm } from '@pars/terms'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type FieldError, useAct } from '../../api.ts'
import { showDone } from '../../done.ts'
import { Button, Form } from '../../ui/ui.ts'
import { draftWords as words } from '../../words/draft.ts'
import { ClassesPart } from './classes-part.tsx'
import { DataPart } from './data-part.tsx'
import type { Draft } from './draft-state.ts'
import { DutiesFields } from './duties-fields.tsx'
import { LiveWords } from './live-words.tsx'
import { PartiesPart } from './parties-part.tsx'
import { PurposesPart } from './purposes-part.tsx'
import { QuestionsPart } from './questions-part.tsx'
import { ReachPart } from './reach-part.tsx'
import { StopsPart } from './stops-part.tsx'

interface DraftFormProps {
  draft: Draft
  units: readonly UnitTerm[]
  onChange: (draft: Draft) => void
  onForget: () => void
}

/** The form of one version, with what it says in plain words beside it while one types. */
export const DraftForm = ({ draft, units, onChange, onForget }: DraftFormProps) => {
  const navigate = useNavigate()
  const [errors, setErrors] = useState<FieldError[]>([])
  const { terms, prose, partnerId, before } = draft
  const parsed = parseTerms(terms)
  const act = useAct(draftTerms, ({ agreementId, version, receipt }) => {
    showDone({ words: words.done(terms.agreement, version), receipt })
    onForget()
    void navigate({ to: '/agreements/$agreementId', params: { agreementId }, search: { version } })
  })
  const send = () => {
    const faults = parsed.kind === 'faulty' ? parsed.faults : []
    setErrors(faults.map(({ pointer, say }) => ({ pointer, message: say })))
    if (parsed.kind === 'parsed')
      act.run({ body: { partnerId, terms: { ...parsed.terms }, prose: prose.trim() === '' ? null : prose } })
  }
  const part = { terms, onChange: (changed: typeof terms) => onChange({ ...draft, terms: changed }) }
  return (
    <div className="draft">
      <Form onSubmit={send} errors={errors} problem={act.problem} label={words.pageTitle}>
        <PartiesPart {...part} units={units} isNew={before === null} />
        <PurposesPart {...part} />
        <QuestionsPart {...part} />
        <ClassesPart {...part} />
        <ReachPart {...part} />
        <DutiesFields {...part} />
        <StopsPart {...part} prose={prose} onProse={typed => onChange({ ...draft, prose: typed })} />
        <DataPart {...part} />
        <div className="pars-bar">
          <span role="status" className="pars-bar__quiet">
            {words.sendNote}
          </span>
          <span className="pars-bar__acts">
            <Button look="quiet" onClick={onForget}>
              {words.over}
            </Button>
            <Button type="submit" isRunning={act.isRunning}>
              {words.send}
            </Button>
          </span>
        </div>
      </Form>
      <LiveWords parsed={parsed} before={before} />
    </div>
  )
}
