import { setPartnerSwitch } from '@pars/contract'
import type { SwitchSubject } from '@pars/domain'
import { useState } from 'react'
import { type FieldError, useAct } from '../api.ts'
import { showDone } from '../done.ts'
import { useMe } from '../me.ts'
import { Button, Dialog, Form, TextArea } from '../ui/ui.ts'
import { partnerWords } from '../words/partners.ts'

const { switch: words, dialogs } = partnerWords

export interface Switched {
  subjectKind: SwitchSubject
  subjectId: string
  name: string
  /** As it is now. */
  stopped: boolean
}

const SwitchDialog = ({ subjectKind, subjectId, name, stopped, onClose }: Switched & { onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(setPartnerSwitch, ({ receipt }) => {
    showDone({ words: stopped ? words.doneGoOn(name) : words.doneStop(name), receipt })
    onClose()
  })
  const send = () => {
    const isEmpty = reason.trim() === ''
    setErrors(isEmpty ? [{ pointer: '/reason', message: words.missing }] : [])
    if (!isEmpty) act.run({ body: { subjectKind, subjectId, stopped: !stopped, reason: reason.trim() } })
  }
  return (
    <Dialog title={stopped ? words.goOnTitle(name) : words.stopTitle(name)} onClose={onClose}>
      <p>{stopped ? words.saysGoOn : words.says}</p>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <TextArea label={words.reason} pointer="/reason" rows={2} value={reason} onChange={setReason} />
        <div className="pars-acts">
          <Button type="submit" look={stopped ? 'main' : 'danger'} isRunning={act.isRunning}>
            {stopped ? words.goOn : words.stop}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {dialogs.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

/** The one switch: stops a unit, an officer or a key on every path, or lets it go on. */
export const SwitchButton = (props: Switched) => {
  const { may } = useMe()
  const [isOpen, setOpen] = useState(false)
  if (!may('partner-switch.set')) return null
  const { name, stopped } = props
  return (
    <>
      <Button look="quiet" label={stopped ? words.goOnFor(name) : words.stopFor(name)} onClick={() => setOpen(true)}>
        {stopped ? words.goOn : words.stop}
      </Button>
      {isOpen && <SwitchDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
