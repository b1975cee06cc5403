import { Link } from '@tanstack/react-router'
import { useCityMinute } from '../clock.ts'
import { formatTime } from '../format.ts'
import { HeldClock } from '../ui/ui.ts'
import { hearingWords } from '../words/hearing.ts'
import { useHearing } from './hearing-context.ts'

const words = hearingWords.head

const Place = () => {
  const { docket } = useHearing()
  const now = useCityMinute()
  const listing = docket.listings.at(-1)
  if (!listing) return <>{words.notListed}</>
  return (
    <>
      {words.slot(listing.slot)} ·{' '}
      <Link className="usa-link" to="/court/$courtSessionId" params={{ courtSessionId: listing.courtSessionId }}>
        {words.room(listing.room)}, {words.starts(formatTime(listing.startsAt, now))}
      </Link>
    </>
  )
}

/** What must not be overlooked while the hearing lasts, each in words. */
const Flags = () => {
  const { record } = useHearing()
  const { report, holds } = record
  const open = holds.filter(hold => hold.lifted === null).length
  const flags = [
    report.person.interpreterLanguage && words.interpreter(report.person.interpreterLanguage),
    report.domesticViolence && words.domesticViolence,
    report.directFile && words.minor,
    open > 0 && words.openHolds(open),
  ].filter(flag => typeof flag === 'string')
  return (
    <>
      {flags.map(flag => (
        <span className="hearing-flag" key={flag}>
          {flag}
        </span>
      ))}
    </>
  )
}

/** Dockets of the same person: bail is decided for each. */
const OtherDockets = () => {
  const { record, docket } = useHearing()
  const others = record.dockets.filter(({ docketId }) => docketId !== docket.docketId)
  return (
    <>
      {others.map(({ docketId, docketNumber }) => (
        <Link className="usa-link" key={docketId} to="/hearings/$docketId" params={{ docketId }}>
          {words.alsoDocket(docketNumber)}
        </Link>
      ))}
    </>
  )
}

/** One line: which docket, where in the session, what to mind, how long held. */
export const HearingHead = () => {
  const { docket, record } = useHearing()
  return (
    <div className="hearing-head">
      <span className="hearing-head__docket">{docket.docketNumber}</span>
      <span>
        <Place />
      </span>
      <Flags />
      <OtherDockets />
      <Link className="usa-link" to="/arrests/$arrestId" params={{ arrestId: record.arrestId }} search={{}}>
        {words.record}
      </Link>
      <span className="hearing-head__held">
        <span className="hearing-quiet" aria-hidden="true">
          {words.held}
        </span>{' '}
        <HeldClock arrestedAt={record.report.arrestedAt} stoppedAt={record.custody.stoppedAt} />
      </span>
    </div>
  )
}
