import { appointCosigner } from '@pars/contract'
import type { Seat } from '@pars/domain'
import { useState } from 'react'
import { type FieldError, useAct } from '../../api.ts'
import { showDone } from '../../done.ts'
import { Button, Dialog, Form, TextArea } from '../../ui/ui.ts'
import { seatWords } from '../../words/agreements.ts'
import { cosignerWords } from '../../words/cosigners.ts'
import { seatKeyWords } from '../../words/seat-keys.ts'

const words = cosignerWords.appoint

interface AppointProps {
  readonly seat: Seat
  /** The one that counts until then. */
  readonly before: string | undefined
  readonly onClose: () => void
}

/** Appoints the cosigner of the reader's own seat by the line that it printed. */
export const AppointCosignerDialog = ({ seat, before, onClose }: AppointProps) => {
  const [vkey, setVkey] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(appointCosigner, ({ name, receipt }) => {
    showDone({ words: words.done(name), receipt })
    onClose()
  })
  const send = () => {
    const line = vkey.trim()
    setErrors(line === '' ? [{ pointer: '/vkey', message: words.missing }] : [])
    if (line !== '') act.run({ body: { vkey: line } })
  }
  return (
    <Dialog title={words.title(seatWords[seat])} onClose={onClose}>
      <p>{words.says}</p>
      {before !== undefined && <p>{words.replaces(before)}</p>}
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <TextArea label={words.key} hint={words.keyHint} pointer="/vkey" rows={3} value={vkey} onChange={setVkey} />
        <div className="pars-acts">
          <Button type="submit" isRunning={act.isRunning}>
            {words.send}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {seatKeyWords.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
