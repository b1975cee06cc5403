import { registerSeatKey, viewKeyStatement } from '@pars/contract'
import type { Seat } from '@pars/domain'
import { seatKeyStatement } from '@pars/terms'
import { useState } from 'react'
import { callOnce, type FieldError, problemFrom, useAct } from '../../api.ts'
import { useCity } from '../../clock.ts'
import { showDone } from '../../done.ts'
import { base64UrlOf } from '../../signing/base64.ts'
import { bytesOf, sha256 } from '../../signing/digest.ts'
import { hasPasskeys, makePasskey, type PasskeyFault } from '../../signing/passkey.ts'
import { Alert, Button, Form, TextInput } from '../../ui/ui.ts'
import { seatWords } from '../../words/agreements.ts'
import { seatKeyWords } from '../../words/seat-keys.ts'

const words = seatKeyWords.register

/** Asks the server for its part, makes the passkey over the statement that this browser wrote, and registers it. */
const useRegister = (seat: Seat, onDone: () => void) => {
  const { city } = useCity()
  const [fault, setFault] = useState<PasskeyFault>()
  const [asked, setAsked] = useState<unknown>()
  const act = useAct(registerSeatKey)
  const run = async (holder: string) => {
    setFault(undefined)
    setAsked(undefined)
    try {
      const { relyingParty } = await callOnce(viewKeyStatement, { query: { holder } })
      const statement = seatKeyStatement({ origin: city?.log.origin ?? '', seat, holder })
      const challenge = base64UrlOf(await sha256(bytesOf(statement)))
      const made = await makePasskey({ challenge, relyingParty, holder })
      if (made.kind === 'not-done') return setFault(made.fault)
      const done = await act.runAndWait({ body: { holder, key: { kind: 'passkey', ...made.value } } })
      if (!done) return
      showDone({ words: words.done(holder), receipt: done.receipt })
      onDone()
    } catch (error) {
      setAsked(error)
    }
  }
  return { run, fault, isRunning: act.isRunning, problem: act.problem ?? problemFrom(asked) }
}

/** A new passkey for the reader's own seat: its first, or the next. */
export const RegisterPasskey = ({ seat, isFirst, onDone }: { seat: Seat; isFirst: boolean; onDone: () => void }) => {
  const [holder, setHolder] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const register = useRegister(seat, onDone)
  const send = () => {
    const isEmpty = holder.trim() === ''
    setErrors(isEmpty ? [{ pointer: '/holder', message: words.missing }] : [])
    if (!isEmpty) void register.run(holder.trim())
  }
  if (!hasPasskeys()) return <p>{words.noPasskeys}</p>
  return (
    <Form onSubmit={send} errors={errors} problem={register.problem} label={words.title}>
      <p>{isFirst ? words.first(seatWords[seat]) : words.another(seatWords[seat])}</p>
      {register.fault && (
        <Alert tone="warning" urgent>
          {words.faults[register.fault]}
        </Alert>
      )}
      <TextInput
        label={words.holder}
        hint={words.holderHint}
        pointer="/holder"
        value={holder}
        width="medium"
        onChange={setHolder}
      />
      <p className="agreements-quiet">{words.says}</p>
      <div className="pars-acts">
        <Button type="submit" isRunning={register.isRunning}>
          {words.send}
        </Button>
      </div>
    </Form>
  )
}
