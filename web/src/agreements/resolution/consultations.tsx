import { recordConsultation } from '@pars/contract'
import { parsePlainDate } from '@pars/domain'
import { useState } from 'react'
import { type FieldError, useAct } from '../../api.ts'
import { showDone } from '../../done.ts'
import { formatPlainDate } from '../../format.ts'
import { useMe } from '../../me.ts'
import { Button, DateInput, Dialog, Form, Owner, TextArea, TextInput } from '../../ui/ui.ts'
import { resolutionWords } from '../../words/resolution.ts'
import type { Resolution } from './seat-votes.tsx'

const words = resolutionWords.consultations

const AddDialog = ({ resolutionId, onClose }: { resolutionId: string; onClose: () => void }) => {
  const [heard, setHeard] = useState('')
  const [said, setSaid] = useState('')
  const [heardOn, setHeardOn] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(recordConsultation, ({ receipt }) => {
    showDone({ words: words.done, receipt })
    onClose()
  })
  const send = () => {
    const day = parsePlainDate(heardOn)
    const found: FieldError[] = [
      ...(heard.trim() === '' ? [{ pointer: '/heard', message: words.errors.heard }] : []),
      ...(said.trim() === '' ? [{ pointer: '/said', message: words.errors.said }] : []),
      ...(day ? [] : [{ pointer: '/heardOn', message: words.errors.heardOn }]),
    ]
    setErrors(found)
    if (day && found.length === 0)
      act.run({ params: { resolutionId }, body: { heard: heard.trim(), said: said.trim(), heardOn: day } })
  }
  return (
    <Dialog title={words.dialogTitle} onClose={onClose}>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <TextInput label={words.heard} pointer="/heard" value={heard} onChange={setHeard} />
        <DateInput label={words.day} pointer="/heardOn" value={heardOn} onChange={setHeardOn} />
        <TextArea label={words.said} pointer="/said" value={said} onChange={setSaid} />
        <div className="pars-acts">
          <Button type="submit" isRunning={act.isRunning}>
            {words.send}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

/** Whom a seat heard before the vote, and what was said. */
export const Consultations = ({ resolution }: { resolution: Resolution }) => {
  const { may } = useMe()
  const [isAdding, setAdding] = useState(false)
  const { consultations, resolutionId } = resolution
  return (
    <section className="votes-heard" aria-labelledby="heard">
      <h2 className="pars-section__title" id="heard">
        {words.title}
      </h2>
      {consultations.length === 0 && <p className="agreements-quiet">{words.none}</p>}
      <ul>
        {consultations.map(each => (
          <li key={each.consultationId}>
            <strong>{each.heard}</strong> <Owner party={each.seat} />{' '}
            <span className="agreements-quiet">{words.heardOn(formatPlainDate(each.heardOn))}</span>
            <p className="agreements-prose">{each.said}</p>
          </li>
        ))}
      </ul>
      {may('consultation.record') && (
        <Button look="quiet" onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      )}
      {isAdding && <AddDialog resolutionId={resolutionId} onClose={() => setAdding(false)} />}
    </section>
  )
}
