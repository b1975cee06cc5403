import { openCourtSession, viewReference } from '@pars/contract'
import { type PlainDate, parsePlainDate } from '@pars/domain'
import { useState } from 'react'
import { type FieldError, useAct, useCall } from '../api.ts'
import { cityNow } from '../clock.ts'
import { showDone } from '../done.ts'
import { readCityInstant } from '../form/city-instant.ts'
import { formatTime } from '../format.ts'
import { useMe } from '../me.ts'
import { Button, Checkbox, DateInput, Dialog, Form, Select, TimeInput } from '../ui/ui.ts'
import { courtWords } from '../words/court.ts'
import { nextUsualStart } from './sessions.ts'

const words = courtWords.open
const arraignmentFirst = (a: { court: string; room: string }, b: { court: string; room: string }): number =>
  Number(b.court === 'arraignment') - Number(a.court === 'arraignment') ||
  a.room.localeCompare(b.room, 'en', { numeric: true })

const read = (date: string, time: string, room: string): { startsAt?: string; errors: FieldError[] } => {
  const starts = readCityInstant(date, time)
  const errors: FieldError[] = room === '' ? [{ pointer: '/room', message: words.errors.room }] : []
  if (starts.kind === 'instant') return { startsAt: starts.instant, errors }
  if (starts.kind === 'not-a-date') errors.unshift({ pointer: '/startsAt', message: words.errors.date })
  else if (starts.kind === 'not-a-time') errors.unshift({ pointer: '/startsAt/time', message: words.errors.time })
  else errors.unshift({ pointer: '/startsAt/time', message: words.errors.clock[starts.kind] })
  return { errors }
}

/** The rooms in use on a day, the arraignment court's first. */
const Rooms = ({ date, room, onChange }: { date: string; room: string; onChange: (room: string) => void }) => {
  const on: PlainDate | undefined = parsePlainDate(date)
  const { data } = useCall(viewReference, { query: on ? { on } : {}, enabled: on !== undefined })
  const rooms = on ? (data?.rooms ?? []).toSorted(arraignmentFirst) : []
  return (
    <Select
      label={words.room}
      pointer="/room"
      value={rooms.some(each => each.room === room) ? room : ''}
      empty={on ? words.chooseRoom : words.roomsAfterDate}
      choices={rooms.map(each => ({ value: each.room, words: `${each.room} - ${words.courts[each.court]}` }))}
      onChange={onChange}
    />
  )
}

/** Open a sitting in a room that exists on that day. A magistrate who opens it may say that it is theirs. */
export const OpenDialog = ({ onClose }: { onClose: () => void }) => {
  const { account, role } = useMe()
  const [start] = useState(() => nextUsualStart(cityNow()))
  const [date, setDate] = useState<string>(start.date)
  const [time, setTime] = useState(start.time)
  const [room, setRoom] = useState('')
  const [isMine, setMine] = useState(role === 'magistrate')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(openCourtSession, ({ receipt }) => {
    const { startsAt } = read(date, time, room)
    showDone({ words: words.done(startsAt ? formatTime(startsAt, cityNow()) : '', room), receipt })
    onClose()
  })
  const send = () => {
    const { startsAt, errors: found } = read(date, time, room)
    setErrors(found)
    if (!startsAt || found.length > 0) return
    const magistrateId = role === 'magistrate' && isMine ? (account?.accountId ?? null) : null
    act.run({ body: { room, startsAt, magistrateId } })
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <div className="pars-line">
          <DateInput label={words.date} hint={words.dateHint} pointer="/startsAt" value={date} onChange={setDate} />
          <TimeInput
            label={words.time}
            hint={words.timeHint}
            pointer="/startsAt/time"
            value={time}
            onChange={setTime}
          />
        </div>
        <Rooms date={date} room={room} onChange={setRoom} />
        {role === 'magistrate' && (
          <Checkbox pointer="/magistrateId" words={words.mine} checked={isMine} onChange={setMine} />
        )}
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
