import { markNotProduced } from '@pars/contract'
import { acceptNotProduced, isRefused, type NotProducedReason } from '@pars/domain'
import { useState } from 'react'
import { type FieldError, useAct } from '../../api.ts'
import { showDone } from '../../done.ts'
import { choicesOf } from '../../form/choices-of.ts'
import { pointerOf } from '../../form/pointer-of.ts'
import { Button, Dialog, Form, Select, TextInput } from '../../ui/ui.ts'
import { hearingWords } from '../../words/hearing.ts'

const words = hearingWords.missed

interface NotProducedDialogProps {
  name: string
  listingId: string
  onClose: () => void
}

/** The person was not brought: why, and the docket waits for another session. */
export const NotProducedDialog = ({ name, listingId, onClose }: NotProducedDialogProps) => {
  const [reason, setReason] = useState<NotProducedReason | ''>('')
  const [note, setNote] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(markNotProduced, answer => {
    showDone({ words: words.done(name), receipt: answer.receipt })
    onClose()
  })
  const send = () => {
    if (reason === '') return setErrors([{ pointer: '/reason', message: hearingWords.errors.reason }])
    const body = { reason, note: note.trim() === '' ? null : note.trim() }
    const decision = acceptNotProduced({ listed: true, arraigned: false }, body)
    if (isRefused(decision)) return setErrors([{ pointer: pointerOf(decision.at), message: decision.say }])
    setErrors([])
    act.run({ params: { listingId }, body })
  }
  return (
    <Dialog title={words.title(name)} onClose={onClose}>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <Select
          label={words.reason}
          pointer="/reason"
          value={reason}
          empty={words.choose}
          choices={choicesOf(hearingWords.notProduced)}
          onChange={setReason}
        />
        <TextInput
          label={words.note}
          hint={words.noteHint}
          pointer="/note"
          value={note}
          optional={reason !== 'other'}
          onChange={setNote}
        />
        <div className="pars-acts">
          <Button type="submit" isRunning={act.isRunning}>
            {words.record}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
