import { stopAgreement } from '@pars/contract'
import { useState } from 'react'
import { type FieldError, useAct } from '../../api.ts'
import { showDone } from '../../done.ts'
import { formatDateTime } from '../../format.ts'
import { Button, Dialog, Form, TextArea } from '../../ui/ui.ts'
import { agreementWords } from '../../words/agreements.ts'
import type { Agreement } from './duty-state.ts'

const words = agreementWords.stop

interface StopDialogProps {
  agreement: Agreement
  /** The days after which the stop is void, as the terms say. */
  confirmDays: number
  onClose: () => void
}

/** One seat stops the agreement alone, where its terms name that seat. */
export const StopDialog = ({ agreement, confirmDays, onClose }: StopDialogProps) => {
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(stopAgreement, ({ voidAt, receipt }) => {
    showDone({ words: words.done(formatDateTime(voidAt)), receipt })
    onClose()
  })
  const send = () => {
    const isEmpty = reason.trim() === ''
    setErrors(isEmpty ? [{ pointer: '/reason', message: words.missing }] : [])
    if (!isEmpty) act.run({ params: { agreementId: agreement.agreementId }, body: { reason: reason.trim() } })
  }
  return (
    <Dialog title={words.title(agreement.partner)} onClose={onClose}>
      <p>{words.says(confirmDays)}</p>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <TextArea label={words.reason} hint={words.reasonHint} pointer="/reason" value={reason} onChange={setReason} />
        <div className="pars-acts">
          <Button type="submit" look="danger" isRunning={act.isRunning}>
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
