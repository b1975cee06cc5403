import { openResolution } from '@pars/contract'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type FieldError, useAct } from '../../api.ts'
import { showDone } from '../../done.ts'
import { Button, DateInput, Dialog, Form, Select, TextArea, TimeInput } from '../../ui/ui.ts'
import { actionWords, agreementWords } from '../../words/agreements.ts'
import { openingWords as words } from '../../words/opening.ts'
import type { Agreement } from './duty-state.ts'
import { type Opening, openable, readOpening } from './read-opening.ts'

const blank: Opening = { action: '', version: '', reason: '', closesOn: '', closesTime: '17:00' }

interface FieldsProps {
  opening: Opening
  agreement: Agreement
  onChange: (change: Partial<Opening>) => void
}

const Fields = ({ opening, agreement, onChange }: FieldsProps) => {
  const actions = openable(agreement)
  const versions = actions.find(({ action }) => action === opening.action)?.versions ?? []
  return (
    <>
      <Select
        label={words.action}
        pointer="/action"
        value={opening.action}
        empty={words.chooseAction}
        choices={actions.map(({ action }) => ({ value: action, words: actionWords[action] }))}
        onChange={action => {
          const only = actions.find(each => each.action === action)?.versions
          onChange({ action, version: only?.length === 1 ? String(only[0]) : '' })
        }}
      />
      {opening.action !== '' && versions.length === 0 ? (
        <p>{words.noVersion}</p>
      ) : (
        <Select
          label={words.version}
          pointer="/version"
          value={opening.version}
          empty={words.chooseVersion}
          choices={versions.map(version => ({ value: String(version), words: String(version) }))}
          onChange={version => onChange({ version })}
        />
      )}
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        pointer="/reason"
        value={opening.reason}
        onChange={reason => onChange({ reason })}
      />
      <div className="pars-line">
        <DateInput
          label={words.closesOn}
          pointer="/closesAt"
          value={opening.closesOn}
          onChange={closesOn => onChange({ closesOn })}
        />
        <TimeInput
          label={words.closesTime}
          pointer="/closesTime"
          value={opening.closesTime}
          onChange={closesTime => onChange({ closesTime })}
        />
      </div>
    </>
  )
}

/** Opens a vote about exactly one version of the terms. */
export const OpenDialog = ({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) => {
  const navigate = useNavigate()
  const [opening, setOpening] = useState(blank)
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(openResolution, ({ resolutionId, receipt }) => {
    showDone({ words: words.done, receipt })
    onClose()
    void navigate({ to: '/resolutions/$resolutionId', params: { resolutionId } })
  })
  const send = () => {
    const { body, errors: found } = readOpening(agreement.agreementId, opening)
    setErrors(found)
    if (body) act.run({ body })
  }
  return (
    <Dialog title={words.title(agreement.partner)} onClose={onClose}>
      <p>{words.says}</p>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <Fields
          opening={opening}
          agreement={agreement}
          onChange={change => setOpening(now => ({ ...now, ...change }))}
        />
        <div className="pars-acts">
          <Button type="submit" isRunning={act.isRunning}>
            {words.send}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {agreementWords.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
