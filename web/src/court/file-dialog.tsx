import { complaintPaper, fileComplaint, nextDocketNumber } from '@pars/contract'
import { parseDocketNumber } from '@pars/domain'
import { useState } from 'react'
import { callOnce, type FieldError, useAct } from '../api.ts'
import { useCity } from '../clock.ts'
import { showDone } from '../done.ts'
import { choicesOf } from '../form/choices-of.ts'
import { Button, Checkbox, Dialog, Form, Radios, TextInput } from '../ui/ui.ts'
import { courtWords } from '../words/court.ts'

const words = courtWords.file
type Counsel = keyof typeof words.counsels

interface FileDialogProps {
  complaintId: string
  name: string
  onFiled: () => void
  onClose: () => void
}

/** The number comes from the court; only the made-up court system of a rehearsal can be asked for one. */
const TakeNumber = ({ onTake }: { onTake: (docketNumber: string) => void }) => {
  const { city } = useCity()
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle')
  if (!city?.rehearsal) return null
  const take = () => {
    setState('asking')
    callOnce(nextDocketNumber).then(
      ({ docketNumber }) => {
        setState('idle')
        onTake(docketNumber)
      },
      () => setState('failed'),
    )
  }
  return (
    <div className="court-take">
      <Button look="outline" size="row" onClick={take}>
        {words.next}
      </Button>{' '}
      <span className="usa-hint" role="status">
        {state === 'failed' ? words.nextFailed : words.nextHint}
      </span>
    </div>
  )
}

const errorsOf = (docketNumber: string, certified: boolean): FieldError[] => [
  ...(parseDocketNumber(docketNumber) ? [] : [{ pointer: '/docketNumber', message: words.errors.docketNumber }]),
  ...(certified ? [] : [{ pointer: '/certified', message: words.errors.certified }]),
]

/** Certify a complaint and file it under the docket number that the court gave (Rules 508, 1003(B)). */
export const FileDialog = ({ complaintId, name, onFiled, onClose }: FileDialogProps) => {
  const [docketNumber, setDocketNumber] = useState('')
  const [counsel, setCounsel] = useState<Counsel>('unknown')
  const [certified, setCertified] = useState(false)
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(fileComplaint, ({ receipt }) => {
    showDone({ words: words.done(name, docketNumber.trim()), receipt })
    onFiled()
    onClose()
  })
  const send = () => {
    const found = errorsOf(docketNumber, certified)
    setErrors(found)
    if (found.length > 0) return
    const body = { docketNumber: docketNumber.trim(), certified, counsel: counsel === 'unknown' ? null : counsel }
    act.run({ params: { complaintId }, body })
  }
  return (
    <Dialog title={words.title(name)} onClose={onClose}>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <a
          className="usa-link"
          href={complaintPaper.path.replace('{complaintId}', complaintId)}
          target="_blank"
          rel="noreferrer"
        >
          {words.read}
        </a>
        <TextInput
          label={words.docketNumber}
          hint={words.docketNumberHint}
          pointer="/docketNumber"
          value={docketNumber}
          onChange={setDocketNumber}
        />
        <TakeNumber onTake={setDocketNumber} />
        <Radios
          label={words.counsel}
          pointer="/counsel"
          value={counsel}
          choices={choicesOf(words.counsels)}
          onChange={setCounsel}
        />
        <Checkbox pointer="/certified" words={words.certified} checked={certified} onChange={setCertified} />
        <div className="pars-acts">
          <Button type="submit" isRunning={act.isRunning}>
            {words.act}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
