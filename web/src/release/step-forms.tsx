import { type ArrestRecord, acknowledgeDeparture, confirmDeparture, proposeDeparture } from '@pars/contract'
import type { DepartureBasis } from '@pars/domain'
import { useState } from 'react'
import { type FieldError, useAct } from '../api.ts'
import { cityNow } from '../clock.ts'
import { showDone } from '../done.ts'
import { fieldsOfInstant, readCityInstant } from '../form/city-instant.ts'
import { useSendKey } from '../form/use-send-key.ts'
import { Button, Checkbox, DateInput, Form, TextInput, TimeInput } from '../ui/ui.ts'
import { releaseWords } from '../words/release.ts'
import { type Departure, usualDestination, wayOf } from './desk.ts'

const { propose, confirm, acknowledge, errors: errorWords } = releaseWords

interface StepProps {
  record: ArrestRecord
  name: string
  /** The words of the desk: "RELEASE - ROR", "HELD - BAIL REFUSED". */
  words: string
  basis: DepartureBasis
}

const missing = (pointer: string, isThere: boolean, message: string): FieldError[] =>
  isThere ? [] : [{ pointer, message }]

/** First step: on what basis, where to, and that the holds were checked. */
export const ProposeForm = ({ record, name, words, basis }: StepProps) => {
  const way = wayOf(basis)
  const isSummons = basis === 'rule-519b'
  const [destination, setDestination] = useState(() => usualDestination(basis, record))
  const [holdsChecked, setHoldsChecked] = useState(false)
  const [noDanger, setNoDanger] = useState(false)
  const [likelyToAppear, setLikelyToAppear] = useState(false)
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(proposeDeparture, ({ receipt }) => showDone({ words: propose.done(name, words), receipt }))
  const send = () => {
    const found = [
      ...missing('/destination', destination.trim() !== '', errorWords.destination),
      ...missing('/holdsCheckedAt', holdsChecked, errorWords.holdsChecked),
      ...missing('/summons/noDanger', !isSummons || noDanger, errorWords.noDanger),
      ...missing('/summons/likelyToAppear', !isSummons || likelyToAppear, errorWords.noDanger),
    ]
    setErrors(found)
    if (found.length > 0) return
    const summons = isSummons ? { noDanger, likelyToAppear } : null
    act.run({
      params: { arrestId: record.arrestId },
      body: { basis, destination: destination.trim(), holdsChecked, summons },
    })
  }
  useSendKey(send, propose.act[way])
  return (
    <Form label={propose.title[way]} onSubmit={send} errors={errors} problem={act.problem}>
      <TextInput
        label={propose.destination}
        hint={propose.destinationHint[way]}
        pointer="/destination"
        value={destination}
        onChange={setDestination}
      />
      <Checkbox
        pointer="/holdsCheckedAt"
        words={propose.holdsChecked}
        checked={holdsChecked}
        onChange={setHoldsChecked}
      />
      {isSummons && (
        <>
          <Checkbox pointer="/summons/noDanger" words={propose.noDanger} checked={noDanger} onChange={setNoDanger} />
          <Checkbox
            pointer="/summons/likelyToAppear"
            words={propose.likelyToAppear}
            checked={likelyToAppear}
            onChange={setLikelyToAppear}
          />
        </>
      )}
      <div className="pars-acts">
        <Button type="submit" isRunning={act.isRunning} keys="Control+Enter">
          {propose.act[way]}
        </Button>
      </div>
    </Form>
  )
}

/** Second step: another person checks holds and orders again. */
export const ConfirmForm = ({ departure, name, words, basis }: StepProps & { departure: Departure }) => {
  const [holdsChecked, setHoldsChecked] = useState(false)
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(confirmDeparture, ({ receipt }) => showDone({ words: confirm.done(name, words), receipt }))
  const send = () => {
    const found = missing('/holdsCheckedAt', holdsChecked, errorWords.holdsChecked)
    setErrors(found)
    if (found.length === 0) act.run({ params: { departureId: departure.departureId }, body: { holdsChecked } })
  }
  useSendKey(send, confirm.act[wayOf(basis)])
  return (
    <Form label={confirm.title} onSubmit={send} errors={errors} problem={act.problem}>
      <Checkbox
        pointer="/holdsCheckedAt"
        words={confirm.holdsChecked}
        checked={holdsChecked}
        onChange={setHoldsChecked}
      />
      <div className="pars-acts">
        <Button type="submit" isRunning={act.isRunning} keys="Control+Enter">
          {confirm.act[wayOf(basis)]}
        </Button>
      </div>
    </Form>
  )
}

const readLeft = (date: string, time: string): { leftAt?: string; errors: FieldError[] } => {
  const left = readCityInstant(date, time)
  if (left.kind === 'instant') return { leftAt: left.instant, errors: [] }
  if (left.kind === 'not-a-date') return { errors: [{ pointer: '/leftAt', message: errorWords.date }] }
  const message = left.kind === 'not-a-time' ? errorWords.time : errorWords.clock[left.kind]
  return { errors: [{ pointer: '/leftAt/time', message }] }
}

/** Third step: the person has left and somebody answers for it. This alone stops the custody clock. */
export const AcknowledgeForm = ({
  departure,
  name,
  basis,
  onLeft,
}: StepProps & { departure: Departure; onLeft: () => void }) => {
  const way = wayOf(basis)
  const [start] = useState(() => fieldsOfInstant(new Date(cityNow()).toISOString()))
  const [by, setBy] = useState('')
  const [date, setDate] = useState(start.date)
  const [time, setTime] = useState(start.time)
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(acknowledgeDeparture, ({ receipt }) => {
    showDone({ words: acknowledge.done(name), receipt })
    onLeft()
  })
  const send = () => {
    const { leftAt, errors: unread } = readLeft(date, time)
    const found = [...missing('/acknowledgedByName', by.trim() !== '', errorWords.by), ...unread]
    setErrors(found)
    if (!leftAt || found.length > 0) return
    act.run({ params: { departureId: departure.departureId }, body: { acknowledgedByName: by.trim(), leftAt } })
  }
  useSendKey(send, acknowledge.act[way])
  return (
    <Form label={acknowledge.title} onSubmit={send} errors={errors} problem={act.problem}>
      <TextInput label={acknowledge.by[way]} pointer="/acknowledgedByName" value={by} onChange={setBy} />
      <div className="pars-line">
        <DateInput
          label={acknowledge.date}
          hint={acknowledge.dateHint}
          pointer="/leftAt"
          value={date}
          onChange={setDate}
        />
        <TimeInput
          label={acknowledge.time}
          hint={acknowledge.timeHint}
          pointer="/leftAt/time"
          value={time}
          onChange={setTime}
        />
      </div>
      <div className="pars-acts">
        <Button type="submit" isRunning={act.isRunning} keys="Control+Enter">
          {acknowledge.act[way]}
        </Button>
      </div>
    </Form>
  )
}
