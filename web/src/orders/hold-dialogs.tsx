import { endLitigationHold, setLitigationHold } from '@pars/contract'
import { useState } from 'react'
import { type FieldError, useAct } from '../api.ts'
import { showDone } from '../done.ts'
import { Acts, Dialog, Form, TextArea, TextInput } from '../ui/ui.ts'
import { orderWords } from '../words/orders.ts'

const { record: words } = orderWords

/** Keeps a record from destruction, for a matter and a reason. */
export const SetHoldDialog = ({ arrestId, onClose }: { arrestId: string; onClose: () => void }) => {
  const [matter, setMatter] = useState('')
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(setLitigationHold, ({ receipt }) => {
    showDone({ words: words.hold.done, receipt })
    onClose()
  })
  const send = () => {
    const missing = [
      ...(matter.trim() === '' ? [{ pointer: '/matter', message: words.missing.matter }] : []),
      ...(reason.trim() === '' ? [{ pointer: '/reason', message: words.missing.reason }] : []),
    ]
    setErrors(missing)
    if (missing.length === 0) act.run({ params: { arrestId }, body: { matter: matter.trim(), reason: reason.trim() } })
  }
  return (
    <Dialog title={words.hold.title} onClose={onClose}>
      <p>{words.hold.says}</p>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <TextInput label={words.hold.matter} pointer="/matter" value={matter} onChange={setMatter} />
        <TextArea label={words.hold.reason} pointer="/reason" value={reason} onChange={setReason} />
        <Acts cancel={words.cancel} send={words.hold.send} isRunning={act.isRunning} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

/** Ends a hold of the own seat. */
export const EndHoldDialog = ({ holdId, matter, onClose }: { holdId: string; matter: string; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(endLitigationHold, ({ receipt }) => {
    showDone({ words: words.endHold.done, receipt })
    onClose()
  })
  const send = () => {
    const isEmpty = reason.trim() === ''
    setErrors(isEmpty ? [{ pointer: '/reason', message: words.missing.reason }] : [])
    if (!isEmpty) act.run({ params: { litigationHoldId: holdId }, body: { reason: reason.trim() } })
  }
  return (
    <Dialog title={words.endHold.title(matter)} onClose={onClose}>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <TextArea label={words.endHold.reason} pointer="/reason" value={reason} onChange={setReason} />
        <Acts cancel={words.cancel} send={words.endHold.send} isRunning={act.isRunning} onClose={onClose} />
      </Form>
    </Dialog>
  )
}
