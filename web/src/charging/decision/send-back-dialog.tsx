import { type ArrestRecord, sendBack } from '@pars/contract'
import { sendBackReasons } from '@pars/domain'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type FieldError, useAct } from '../../api.ts'
import { showDone } from '../../done.ts'
import { nameOf } from '../../record/person-of.ts'
import { Button, Dialog, Form, Select, TextArea } from '../../ui/ui.ts'
import { chargingWords } from '../../words/words.ts'

const words = chargingWords.sendBack
const { errors } = chargingWords

type Reason = (typeof sendBackReasons)[number]

/** Sends the report back to police with a coded reason; then the attorney goes on with the queue. */
export const SendBackDialog = ({ record, onClose }: { record: ArrestRecord; onClose: () => void }) => {
  const navigate = useNavigate()
  const [reason, setReason] = useState<Reason | ''>('')
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState<FieldError[]>([])
  const act = useAct(sendBack, answer => {
    showDone({ words: words.done(nameOf(record.report)), receipt: answer.receipt })
    void navigate({ to: '/charging', search: {} })
  })
  const send = () => {
    const found: FieldError[] = []
    if (reason === '') found.push({ pointer: '/reason', message: errors.reason })
    if (reason === 'other' && note.trim() === '') found.push({ pointer: '/note', message: errors.note })
    setMissing(found)
    if (found.length > 0 || reason === '') return
    act.run({ params: { arrestId: record.arrestId }, body: { reason, note: note.trim() || null } })
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.detail}</p>
      <Form
        onSubmit={send}
        errors={missing}
        problem={act.problem}
        fieldLabels={{ '/reason': chargingWords.reason, '/note': chargingWords.note }}
      >
        <Select
          label={chargingWords.reason}
          pointer="/reason"
          value={reason}
          empty={chargingWords.chooseReason}
          choices={sendBackReasons.map(value => ({ value, words: chargingWords.sendBackReasons[value] }))}
          onChange={setReason}
        />
        <TextArea
          label={chargingWords.note}
          pointer="/note"
          value={note}
          optional={reason !== 'other'}
          onChange={setNote}
        />
        <div className="pars-acts">
          <Button type="submit" isRunning={act.isRunning}>
            {words.act}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
