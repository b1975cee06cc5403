import { type ArrestRecord, viewReference } from '@pars/contract'
import { useCall } from '../api.ts'
import { useCityNow } from '../clock.ts'
import { formatDateTime, formatFullDateTime, formatHeld, formatTime } from '../format.ts'
import { HeldClock, Mark, Owner, StageMark } from '../ui/ui.ts'
import { actWords, boardWords, recordWords as words } from '../words/words.ts'

const hour = 3_600_000

/** The words of the gravest order on the record: one that holds is enough to hold. */
const orderWordsOf = ({ dockets }: ArrestRecord): string | null => {
  const orders = dockets.flatMap(docket => docket.bail.order?.words ?? [])
  return orders.find(each => each.startsWith('HELD')) ?? orders[0] ?? null
}

const Held = ({ record, isPast }: { record: ArrestRecord; isPast: boolean }) => {
  const { data } = useCall(viewReference)
  const { custody, report } = record
  if (!isPast)
    return <HeldClock arrestedAt={report.arrestedAt} stoppedAt={custody.stoppedAt} alarms={data?.alarms} size="big" />
  return <span className="record-strip__then">{formatHeld(custody.hoursHeld * hour)}</span>
}

const Notes = ({ record }: { record: ArrestRecord }) => {
  const due = record.custody.probableCauseHoursLeft
  const holds = record.holds.filter(hold => hold.lifted === null).length
  const language = record.report.person.interpreterLanguage
  return (
    <>
      {due !== null && due < 12 && <Mark tone="alarm" words={boardWords.probableCause(due)} />}
      {holds > 0 && <Mark tone="held" words={boardWords.holds(holds)} />}
      {language && <span>{boardWords.interpreter(language)}</span>}
    </>
  )
}

/** Hours held, where the arrest stands, since when, and who must act next. A version of the past shows its own hours, stopped. */
export const CustodyStrip = ({ record, isPast = false }: { record: ArrestRecord; isPast?: boolean }) => {
  const { custody } = record
  const today = useCityNow(hour)
  const held = isPast ? words.heldThen : custody.stoppedAt ? words.heldUntilLeft : words.held
  return (
    <div className="record-strip">
      <span className="record-strip__held">
        <span className="record-strip__label">{held}</span> <Held record={record} isPast={isPast} />
      </span>
      <span>
        {record.draft ? (
          <Mark tone="unsent" words={words.draft(record.draftedBy)} />
        ) : (
          <StageMark stage={custody.stage} orderWords={orderWordsOf(record)} />
        )}{' '}
        <time dateTime={custody.since} title={formatFullDateTime(custody.since)} className="record-strip__label">
          {words.since(isPast ? formatDateTime(custody.since) : formatTime(custody.since, today))}
        </time>
      </span>
      {custody.next && (
        <span>
          <span className="record-strip__label">{words.next}</span> <Owner party={custody.next.party} />{' '}
          {actWords(custody.next.act)}
        </span>
      )}
      <Notes record={record} />
    </div>
  )
}
