import { withdrawDeparture } from '@pars/contract'
import { useState } from 'react'
import { type FieldError, useAct } from '../api.ts'
import { showDone } from '../done.ts'
import { Button, Dialog, Form, TextArea } from '../ui/ui.ts'
import { releaseWords } from '../words/release.ts'

const { withdraw: words, errors: errorWords, cancel } = releaseWords

interface WithdrawDialogProps {
  departureId: string
  name: string
  onClose: () => void
}

/** A departure that must not go on; until the person has left, it always can be withdrawn. */
export const WithdrawDialog = ({ departureId, name, onClose }: WithdrawDialogProps) => {
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(withdrawDeparture, ({ receipt }) => {
    showDone({ words: words.done(name), receipt })
    onClose()
  })
  const send = () => {
    const isEmpty = reason.trim() === ''
    setErrors(isEmpty ? [{ pointer: '/reason', message: errorWords.reason }] : [])
    if (!isEmpty) act.run({ params: { departureId }, body: { reason: reason.trim() } })
  }
  return (
    <Dialog title={words.title(name)} onClose={onClose}>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <TextArea
          label={words.reason}
          hint={words.reasonHint}
          pointer="/reason"
          rows={2}
          value={reason}
          onChange={setReason}
        />
        <div className="pars-acts">
          <Button type="submit" look="danger" isRunning={act.isRunning}>
            {words.send}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
