import { listSeatKeys } from '@pars/contract'
import { type BallotChoice, ballotChoices, type Seat } from '@pars/domain'
import { useState } from 'react'
import { type FieldError, useCall } from '../../api.ts'
import { useCity } from '../../clock.ts'
import { hasPasskeys } from '../../signing/passkey.ts'
import { Alert, Button, Form, Radios, TextArea, TextInput } from '../../ui/ui.ts'
import { seatWords } from '../../words/agreements.ts'
import { resolutionWords } from '../../words/resolution.ts'
import { RegisterPasskey } from '../keys/register-passkey.tsx'
import type { VersionView } from '../terms/read-terms.ts'
import { mayVoteOn } from './check-texts.ts'
import type { Resolution } from './seat-votes.tsx'
import { TextChecks, useChecks } from './text-checks.tsx'
import { useCast } from './use-cast.ts'

const words = resolutionWords.ballot
const choices = ballotChoices.map(value => ({ value, words: words.choices[value] }))

interface CastFormProps {
  resolution: Resolution
  version: VersionView
  seat: Seat
}

const missing = (choice: string, reason: string, authority: string): FieldError[] => [
  ...(choice === '' ? [{ pointer: '/choice', message: words.errors.choice }] : []),
  ...(reason.trim() === '' ? [{ pointer: '/reason', message: words.errors.reason }] : []),
  ...(authority.trim() === '' ? [{ pointer: '/onAuthorityOf', message: words.errors.onAuthorityOf }] : []),
]

const Fields = ({ resolution, version, seat, origin }: CastFormProps & { origin: string }) => {
  const [choice, setChoice] = useState<BallotChoice | ''>('')
  const [reason, setReason] = useState('')
  const [onAuthorityOf, setAuthority] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const casting = useCast({ resolution, seat, origin, prose: version.prose }, () => {})
  const send = () => {
    const found = missing(choice, reason, onAuthorityOf)
    setErrors(found)
    if (choice === '' || found.length > 0) return
    void casting.cast({ choice, reason: reason.trim(), onAuthorityOf: onAuthorityOf.trim() })
  }
  return (
    <Form onSubmit={send} errors={errors} problem={casting.problem} label={words.title(seatWords[seat])}>
      <Radios label={words.choice} pointer="/choice" value={choice} choices={choices} inline onChange={setChoice} />
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        pointer="/reason"
        rows={3}
        value={reason}
        onChange={setReason}
      />
      <TextInput
        label={words.authority}
        hint={words.authorityHint}
        pointer="/onAuthorityOf"
        value={onAuthorityOf}
        onChange={setAuthority}
      />
      {casting.fault && (
        <Alert tone={casting.fault === 'other-statement' ? 'error' : 'warning'} urgent>
          {casting.fault === 'other-statement' ? words.otherStatement : words.faults[casting.fault]}
        </Alert>
      )}
      <div className="pars-acts">
        <Button type="submit" isRunning={casting.isRunning}>
          {words.sign}
        </Button>
        <span className="agreements-quiet">{words.keyFile}</span>
      </div>
    </Form>
  )
}

/** The seat's one ballot: what is voted on, checked by this browser; the vote; the signature. */
export const CastForm = (props: CastFormProps) => {
  const { resolution, version, seat } = props
  const { city } = useCity()
  const { data } = useCall(listSeatKeys)
  const checks = useChecks(resolution, version)
  const own = data?.keys.filter(each => each.seat === seat) ?? []
  const hasPasskey = own.some(({ endedAt, algorithm }) => endedAt === null && algorithm !== 'ed25519')
  const isSound = checks !== undefined && mayVoteOn(checks, resolution.action)
  return (
    <section className="ballot" aria-labelledby="ballot">
      <h2 className="pars-section__title" id="ballot">
        {words.title(seatWords[seat])}
      </h2>
      <p className="agreements-quiet">{words.once}</p>
      <TextChecks checks={checks} />
      {checks && !isSound && (
        <Alert tone="error" urgent>
          {words.stop}
        </Alert>
      )}
      {!hasPasskeys() && <p>{words.noPasskeys}</p>}
      {hasPasskeys() && data && !hasPasskey && (
        <>
          <p>{words.noKey}</p>
          <RegisterPasskey seat={seat} isFirst={own.length === 0} onDone={() => {}} />
        </>
      )}
      {isSound && hasPasskey && city && <Fields {...props} origin={city.log.origin} />}
    </section>
  )
}
