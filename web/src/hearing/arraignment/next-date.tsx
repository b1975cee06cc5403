import { viewReference } from '@pars/contract'
import { type PlainDate, parsePlainDate, weekdayOf } from '@pars/domain'
import { useCall } from '../../api.ts'
import { choicesOf } from '../../form/choices-of.ts'
import { formatFullDateTime } from '../../format.ts'
import { DateInput, Select, TimeInput } from '../../ui/ui.ts'
import { hearingWords } from '../../words/hearing.ts'
import { useHearing } from '../hearing-context.ts'
import { Panel } from '../panel.tsx'

const { next: words, hearings, after } = hearingWords

/** Rooms open and close: the list is that of the day of the hearing (B27). */
const Room = () => {
  const { form, set } = useHearing()
  const { nextOn, nextRoom } = form.arraignment
  const on: PlainDate | undefined = parsePlainDate(nextOn)
  const { data } = useCall(viewReference, { query: on ? { on } : {}, enabled: on !== undefined })
  const rooms = on ? (data?.rooms ?? []) : []
  const isListed = nextRoom === '' || rooms.some(({ room }) => room === nextRoom)
  const typed = on && data ? words.notOnThatDay(nextRoom) : nextRoom
  return (
    <Select
      label={words.room}
      pointer="/nextListing/room"
      value={nextRoom}
      empty={on ? words.chooseRoom : words.roomsAfterDate}
      choices={[
        ...(isListed ? [] : [{ value: nextRoom, words: typed }]),
        ...rooms.map(({ room, court }) => ({ value: room, words: `${room} - ${words.courts[court]}` })),
      ]}
      onChange={room => set('arraignment', { nextRoom: room })}
    />
  )
}

/** The next date, fixed before the hearing ends; none after a discharge. */
export const NextEntry = () => {
  const { form, set } = useHearing()
  const fields = form.arraignment
  if (fields.probableCause === 'not-found')
    return (
      <Panel title={words.title} owner="court" className="hearing-next">
        <p className="hearing-fact">{words.none}</p>
      </Panel>
    )
  const on = parsePlainDate(fields.nextOn)
  return (
    <Panel title={words.title} owner="court" className="hearing-next" aside={on && words.weekdays[weekdayOf(on)]}>
      <div className="hearing-next__fields">
        <Select
          label={words.hearing}
          pointer="/nextListing/hearing"
          value={fields.nextHearing}
          choices={choicesOf(hearings)}
          onChange={nextHearing => set('arraignment', { nextHearing })}
        />
        <DateInput
          label={words.date}
          hint={words.dateHint}
          pointer="/nextListing/at"
          value={fields.nextOn}
          onChange={nextOn => set('arraignment', { nextOn })}
        />
        <TimeInput
          label={words.time}
          hint={words.timeHint}
          pointer="/nextListing/time"
          value={fields.nextTime}
          onChange={nextTime => set('arraignment', { nextTime })}
        />
        <Room />
      </div>
    </Panel>
  )
}

export const NextText = () => {
  const { docket } = useHearing()
  const next = docket.arraignment?.nextListing
  const none = docket.arraignment ? words.none : words.notFixed
  const text = next ? after.nextDate(hearings[next.hearing], formatFullDateTime(next.at), next.room) : none
  return (
    <Panel title={words.title} owner="court" className="hearing-next">
      <p className={docket.arraignment ? 'hearing-fact' : 'hearing-quiet'}>{text}</p>
    </Panel>
  )
}
