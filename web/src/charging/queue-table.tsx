import type { AnswerOf, chargingQueue } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import { useReading } from '../board/use-reading.ts'
import { useRemembered, useShown } from '../board/use-shown.ts'
import { useCityNow } from '../clock.ts'
import { formatDateTime, formatTime } from '../format.ts'
import { type Key, useKeys } from '../keys.ts'
import { useMe } from '../me.ts'
import { type Alarm, Button, HeldClock, Mark, StageMark } from '../ui/ui.ts'
import { boardWords, queueWords as words } from '../words/words.ts'

export type QueueRow = AnswerOf<typeof chargingQueue>['rows'][number]

interface QueueTableProps {
  /** In the wanted order. */
  rows: readonly QueueRow[]
  alarms: readonly Alarm[]
  filterKey: string
}

const hour = 3_600_000

const Row = ({
  row,
  alarms,
  isGone,
  today,
}: {
  row: QueueRow
  alarms: readonly Alarm[]
  isGone: boolean
  today: number
}) => {
  const { account } = useMe()
  const { columns } = words
  const taker = row.takenBy !== null && row.takenBy === account?.displayName ? words.you : row.takenBy
  return (
    <tr data-id={row.arrestId} className={isGone ? 'pars-row--gone' : undefined}>
      <td>
        <HeldClock arrestedAt={row.arrestedAt} stoppedAt={row.custody.stoppedAt} alarms={alarms} />
      </td>
      <th scope="row">
        <Link to="/charging/$arrestId" params={{ arrestId: row.arrestId }} data-row>
          {row.name}
        </Link>{' '}
        {row.age !== null && <span className="pars-table__quiet">{row.age}</span>}
      </th>
      <td data-label={columns.arrest} className="pars-table__clip" title={row.leadCharge}>
        <span className="pars-table__quiet">{row.district}</span>{' '}
        {row.chargeCount > 1 && <span className="pars-table__quiet">{words.charges(row.chargeCount)}: </span>}
        {row.leadCharge}
      </td>
      <td>{isGone ? <Mark tone="free" words={words.noLonger} /> : <StageMark stage={row.custody.stage} />}</td>
      <td data-label={columns.who}>{taker ?? <span className="pars-table__quiet">{words.free}</span>}</td>
      <td data-label={columns.sent} className="pars-table__number">
        <time dateTime={row.sentAt} title={formatDateTime(row.sentAt)}>
          {formatTime(row.sentAt, today)}
        </time>
      </td>
    </tr>
  )
}

/** The queue. While somebody reads, no row comes, goes or moves; what has changed waits behind a button. */
export const QueueTable = ({ rows, alarms, filterKey }: QueueTableProps) => {
  const body = useRef<HTMLTableSectionElement>(null)
  const isReading = useReading(body)
  const today = useCityNow(hour)
  const wanted = useMemo(() => rows.map(row => row.arrestId), [rows])
  const present = useMemo(() => new Set(wanted), [wanted])
  const known = useRemembered(rows)
  const { shown, arrived, left, show } = useShown(wanted, isReading, filterKey)
  useKeys(useMemo((): Key[] => [{ keys: 'n', words: boardWords.keyShow, run: show }], [show]))
  return (
    <div className="pars-table-box">
      <div className="pars-waiting" aria-live="polite">
        {arrived + left > 0 && (
          <Button size="row" onClick={show} keys="n">
            {boardWords.waiting(arrived, left)}: {boardWords.show}
          </Button>
        )}
      </div>
      <table className="pars-table charging-queue">
        <caption className="usa-sr-only">{words.caption}</caption>
        <thead>
          <tr>
            {Object.entries(words.columns).map(([key, text]) => (
              <th scope="col" key={key} className={key === 'sent' ? 'pars-table__number' : undefined}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {shown.map(id => {
            const row = known.get(id)
            return row && <Row key={id} row={row} alarms={alarms} isGone={!present.has(id)} today={today} />
          })}
        </tbody>
      </table>
    </div>
  )
}
