import { signOff } from '@pars/contract'
import { useState } from 'react'
import { type FieldError, useAct } from '../../api.ts'
import { showDone } from '../../done.ts'
import { formatDay } from '../../format.ts'
import { useMe } from '../../me.ts'
import { Button, Dialog, Form, TextArea, TextInput } from '../../ui/ui.ts'
import { seatWords } from '../../words/agreements.ts'
import { resolutionWords } from '../../words/resolution.ts'
import { useOwnSeat } from '../keys/own-seat.ts'
import type { Resolution } from './seat-votes.tsx'

const words = resolutionWords.laws
type Law = Resolution['constraints'][number]

interface SignDialogProps {
  resolutionId: string
  law: Law
  onClose: () => void
}

const SignDialog = ({ resolutionId, law, onClose }: SignDialogProps) => {
  const [counsel, setCounsel] = useState('')
  const [opinion, setOpinion] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(signOff, ({ receipt }) => {
    showDone({ words: words.done, receipt })
    onClose()
  })
  const send = () => {
    const found: FieldError[] = [
      ...(counsel.trim() === '' ? [{ pointer: '/counsel', message: words.errors.counsel }] : []),
      ...(opinion.trim() === '' ? [{ pointer: '/opinion', message: words.errors.opinion }] : []),
    ]
    setErrors(found)
    const body = { constraintId: law.constraintId, counsel: counsel.trim(), opinion: opinion.trim() }
    if (found.length === 0) act.run({ params: { resolutionId }, body })
  }
  return (
    <Dialog title={words.dialogTitle(law.citation)} onClose={onClose}>
      <p className="agreements-prose">{law.text}</p>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <TextInput label={words.counsel} pointer="/counsel" value={counsel} onChange={setCounsel} />
        <TextArea
          label={words.opinion}
          hint={words.opinionHint}
          pointer="/opinion"
          value={opinion}
          onChange={setOpinion}
        />
        <div className="pars-acts">
          <Button type="submit" isRunning={act.isRunning}>
            {words.send}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

const LawItem = ({
  law,
  resolution,
  onSign,
}: {
  law: Law
  resolution: Resolution
  onSign: (() => void) | undefined
}) => {
  const signed = resolution.signOffs.filter(({ constraintId }) => constraintId === law.constraintId)
  const unsigned = law.binds.filter(seat => !signed.some(each => each.seat === seat))
  return (
    <li>
      <strong>{law.citation}</strong>{' '}
      <span className="agreements-quiet">{words.binds(law.binds.map(seat => seatWords[seat]).join(', '))}</span>
      <p className="agreements-prose">{law.text}</p>
      {signed.map(each => (
        <details key={each.signOffId}>
          <summary>{words.signed(each.counsel, formatDay(each.madeAt))}</summary>
          <p className="agreements-prose">{each.opinion}</p>
        </details>
      ))}
      {unsigned.map(seat => (
        <p key={seat} className="agreements-quiet">
          {words.notSigned(seatWords[seat])}
        </p>
      ))}
      {onSign && (
        <Button look="quiet" onClick={onSign}>
          {words.sign}
        </Button>
      )}
    </li>
  )
}

/** Laws on file that bind a seat on this day, and the sign-off of counsel that each of them needs. */
export const Laws = ({ resolution }: { resolution: Resolution }) => {
  const { may } = useMe()
  const own = useOwnSeat()
  const [signing, setSigning] = useState<Law>()
  const isOpen = resolution.standing === 'open' || resolution.standing === 'carried'
  const maySign = (law: Law): boolean =>
    isOpen &&
    may('constraint.sign-off') &&
    own !== undefined &&
    law.binds.includes(own) &&
    !resolution.signOffs.some(each => each.constraintId === law.constraintId && each.seat === own)
  return (
    <section className="votes-laws" aria-labelledby="laws">
      <h2 className="pars-section__title" id="laws">
        {words.title}
      </h2>
      {resolution.constraints.length === 0 && <p className="agreements-quiet">{words.none}</p>}
      <ul>
        {resolution.constraints.map(law => (
          <LawItem
            key={law.constraintId}
            law={law}
            resolution={resolution}
            onSign={maySign(law) ? () => setSigning(law) : undefined}
          />
        ))}
      </ul>
      {signing && (
        <SignDialog resolutionId={resolution.resolutionId} law={signing} onClose={() => setSigning(undefined)} />
      )}
    </section>
  )
}
