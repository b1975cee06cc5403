import { endSeatKey } from '@pars/contract'
import { useState } from 'react'
import { type FieldError, useAct } from '../../api.ts'
import { showDone } from '../../done.ts'
import { Button, Dialog, Form, TextArea } from '../../ui/ui.ts'
import { seatKeyWords } from '../../words/seat-keys.ts'

const words = seatKeyWords.end

/** Ends a key of the reader's own seat, with the reason. */
export const EndKeyDialog = ({ keyId, holder, onClose }: { keyId: string; holder: string; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(endSeatKey, ({ receipt }) => {
    showDone({ words: words.done(holder), receipt })
    onClose()
  })
  const send = () => {
    const isEmpty = reason.trim() === ''
    setErrors(isEmpty ? [{ pointer: '/reason', message: words.missing }] : [])
    if (!isEmpty) act.run({ body: { keyId, reason: reason.trim() } })
  }
  return (
    <Dialog title={words.title(holder)} onClose={onClose}>
      <p>{words.says}</p>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <TextArea label={words.reason} pointer="/reason" rows={2} value={reason} onChange={setReason} />
        <div className="pars-acts">
          <Button type="submit" look="danger" isRunning={act.isRunning}>
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
