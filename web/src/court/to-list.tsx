import { type AnswerOf, addListing, type complaintsToFile } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useAct } from '../api.ts'
import { useCityMinute } from '../clock.ts'
import { showDone } from '../done.ts'
import { useRowFocus } from '../form/use-row-focus.ts'
import { formatTime } from '../format.ts'
import { useMe } from '../me.ts'
import { type Alarm, Button, Empty, HeldClock, Mark, Problem } from '../ui/ui.ts'
import { courtWords } from '../words/court.ts'
import { notProducedWords } from '../words/words.ts'
import type { Session } from './session-table.tsx'
import { openSessions, usualSession } from './sessions.ts'

const { toList: words, columns, sessions: sessionWords } = courtWords

type Waiting = AnswerOf<typeof complaintsToFile>['toList'][number]

interface ToListProps {
  dockets: readonly Waiting[]
  sessions: readonly Session[]
  now: string
  alarms: readonly Alarm[]
}

/** The session that the next press of "List" means, chosen once for all lines. */
const Into = ({
  open,
  value,
  onChange,
}: {
  open: readonly Session[]
  value: string
  onChange: (id: string) => void
}) => {
  const now = useCityMinute()
  return (
    <label className="pars-inline-label">
      {words.into}{' '}
      <select className="usa-select pars-select--row" value={value} onChange={event => onChange(event.target.value)}>
        {open.map(({ courtSessionId, startsAt, room, listed }) => (
          <option key={courtSessionId} value={courtSessionId}>
            {sessionWords.option(formatTime(startsAt, now), room, listed)}
          </option>
        ))}
      </select>
    </label>
  )
}

interface LinesProps {
  dockets: readonly Waiting[]
  alarms: readonly Alarm[]
  /** The docket that is being listed at this moment. */
  running: string | undefined
  /** Absent for those who may not list, and while no session is open. */
  onList: ((docket: Waiting) => void) | undefined
}

const Line = ({ docket, alarms, running, onList }: Omit<LinesProps, 'dockets'> & { docket: Waiting }) => (
  <tr>
    <td>
      <HeldClock arrestedAt={docket.arrestedAt} alarms={alarms} />
    </td>
    <th scope="row">
      <Link to="/hearings/$docketId" params={{ docketId: docket.docketId }} data-row>
        {docket.name}
      </Link>{' '}
      {docket.notProduced && <Mark tone="unsent" words={words.missed(notProducedWords[docket.notProduced])} />}
    </th>
    <td data-label={columns.docket} className="court-docket">
      {docket.docketNumber}
    </td>
    <td data-label={columns.charge}>{docket.leadCharge}</td>
    {onList && (
      <td data-act>
        <Button
          size="row"
          label={words.actFor(docket.name)}
          isRunning={running === docket.docketId}
          onClick={() => onList(docket)}
        >
          {words.act}
        </Button>
      </td>
    )}
  </tr>
)

const Lines = ({ dockets, ...props }: LinesProps) => (
  <table className="pars-table">
    <caption className="usa-sr-only">{words.title}</caption>
    <thead>
      <tr>
        <th scope="col">{columns.held}</th>
        <th scope="col">{columns.person}</th>
        <th scope="col">{columns.docket}</th>
        <th scope="col">{columns.charge}</th>
        {props.onList && <th scope="col">{columns.act}</th>}
      </tr>
    </thead>
    <tbody>
      {dockets.map(docket => (
        <Line key={docket.docketId} docket={docket} {...props} />
      ))}
    </tbody>
  </table>
)

/** Filed dockets that wait for a session, those that were not produced among them, longest held first. */
export const ToList = ({ dockets, sessions, now, alarms }: ToListProps) => {
  const { may } = useMe()
  const minute = useCityMinute()
  const box = useRef<HTMLElement>(null)
  const focusAfter = useRowFocus(box, dockets.length)
  const [chosen, setChosen] = useState<string>()
  const listing = useRef<Waiting>(undefined)
  const open = openSessions(sessions, now)
  const target = open.find(({ courtSessionId }) => courtSessionId === chosen) ?? usualSession(sessions, now)
  const act = useAct(addListing, ({ slot, receipt }) => {
    if (!listing.current || !target) return
    showDone({ words: words.done(listing.current.name, slot, formatTime(target.startsAt, minute)), receipt })
    focusAfter(dockets.indexOf(listing.current))
  })
  const list = (docket: Waiting) => {
    if (!target || act.isRunning) return
    listing.current = docket
    act.run({ params: { courtSessionId: target.courtSessionId }, body: { docketId: docket.docketId, slot: null } })
  }
  const mayList = may('listing.add')
  return (
    <section className="pars-section court-section" ref={box}>
      <div className="court-section__head">
        <h2 className="pars-section__title" tabIndex={-1}>
          {words.title}
        </h2>
        {mayList && dockets.length > 0 && target && (
          <Into open={open} value={target.courtSessionId} onChange={setChosen} />
        )}
      </div>
      {act.problem && <Problem problem={act.problem} writing />}
      {mayList && dockets.length > 0 && !target && <p>{words.noSession}</p>}
      {dockets.length === 0 ? (
        <Empty title={words.empty}>{words.emptyDetail}</Empty>
      ) : (
        <Lines
          dockets={dockets}
          alarms={alarms}
          running={act.isRunning ? listing.current?.docketId : undefined}
          onList={mayList && target ? list : undefined}
        />
      )}
    </section>
  )
}
