import { liftHold, recordHold } from '@pars/contract'
import { acceptHold, type HoldKind, isRefused } from '@pars/domain'
import { useState } from 'react'
import { type FieldError, useAct } from '../api.ts'
import { showDone } from '../done.ts'
import { choicesOf } from '../form/choices-of.ts'
import { pointerOf } from '../form/pointer-of.ts'
import { Acts, Dialog, Form, Select, TextArea, TextInput } from '../ui/ui.ts'
import { releaseWords } from '../words/release.ts'
import { holdWords } from '../words/words.ts'

const { hold: words, errors: errorWords, cancel } = releaseWords

/** A paper by which another authority holds the person. Only papers that bind have a kind here. */
export const RecordHoldDialog = ({
  arrestId,
  name,
  onClose,
}: {
  arrestId: string
  name: string
  onClose: () => void
}) => {
  const [kind, setKind] = useState<HoldKind | ''>('')
  const [issuer, setIssuer] = useState('')
  const [reference, setReference] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(recordHold, ({ receipt }) => {
    showDone({ words: words.done(name), receipt })
    onClose()
  })
  const send = () => {
    const missing: FieldError[] = [
      ...(kind === '' ? [{ pointer: '/kind', message: errorWords.kind }] : []),
      ...(issuer.trim() === '' ? [{ pointer: '/issuer', message: errorWords.issuer }] : []),
    ]
    setErrors(missing)
    if (kind === '' || missing.length > 0) return
    const body = { kind, issuer: issuer.trim(), reference: reference.trim() === '' ? null : reference.trim() }
    const decision = acceptHold({ left: false, alreadyOpen: false }, body)
    if (isRefused(decision)) return setErrors([{ pointer: pointerOf(decision.at), message: decision.say }])
    act.run({ params: { arrestId }, body })
  }
  return (
    <Dialog title={words.title(name)} onClose={onClose}>
      <p>{words.hint}</p>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <Select
          label={words.kind}
          pointer="/kind"
          value={kind}
          empty={words.chooseKind}
          choices={choicesOf(holdWords)}
          onChange={setKind}
        />
        <TextInput label={words.issuer} pointer="/issuer" value={issuer} onChange={setIssuer} />
        <TextInput
          label={words.reference}
          pointer="/reference"
          value={reference}
          optional={kind !== 'judicial-warrant'}
          onChange={setReference}
        />
        <Acts cancel={cancel} send={words.send} isRunning={act.isRunning} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

/** The paper by which its issuer gave the hold up. */
export const LiftHoldDialog = ({ holdId, hold, onClose }: { holdId: string; hold: string; onClose: () => void }) => {
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(liftHold, ({ receipt }) => {
    showDone({ words: words.liftDone, receipt })
    onClose()
  })
  const send = () => {
    const isEmpty = reason.trim() === ''
    setErrors(isEmpty ? [{ pointer: '/reason', message: errorWords.reason }] : [])
    if (!isEmpty) act.run({ params: { holdId }, body: { reason: reason.trim() } })
  }
  return (
    <Dialog title={words.liftTitle(hold)} onClose={onClose}>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <TextArea
          label={words.liftReason}
          hint={words.liftReasonHint}
          pointer="/reason"
          rows={2}
          value={reason}
          onChange={setReason}
        />
        <Acts cancel={cancel} send={words.liftSend} isRunning={act.isRunning} onClose={onClose} />
      </Form>
    </Dialog>
  )
}
