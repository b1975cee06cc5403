import type { BoardRow as Row } from '@pars/contract'
import { useMemo, useRef } from 'react'
import { useCityNow } from '../clock.ts'
import { type Key, useKeys } from '../keys.ts'
import { useMe } from '../me.ts'
import { type Alarm, Button } from '../ui/ui.ts'
import { boardWords as words } from '../words/words.ts'
import { BoardRow } from './board-row.tsx'
import { useReading } from './use-reading.ts'
import { useRemembered, useShown } from './use-shown.ts'
import { useSlide } from './use-slide.ts'

interface BoardTableProps {
  /** In the wanted order, those that are just leaving included. */
  rows: readonly Row[]
  gone: ReadonlyMap<string, Row>
  alarms: readonly Alarm[]
  isWall: boolean
  /** Another filter is another list: it is drawn at once, whoever reads. */
  filterKey: string
}

const day = 86_400_000

export const BoardTable = ({ rows, gone, alarms, isWall, filterKey }: BoardTableProps) => {
  const body = useRef<HTMLTableSectionElement>(null)
  const isReading = useReading(body)
  const me = useMe()
  const today = useCityNow(day / 24)
  const wanted = useMemo(() => rows.map(row => row.arrestId), [rows])
  const { shown, arrived, left, show } = useShown(wanted, isReading, filterKey)
  const known = useRemembered(rows)
  const present = useMemo(() => new Set(wanted), [wanted])
  const numbers = useMemo(() => new Map(rows.map(row => [row.arrestId, row.number])), [rows])
  useSlide(body, shown.join(' '), numbers)
  useKeys(useMemo((): Key[] => [{ keys: 'n', words: words.keyShow, run: show }], [show]))
  const waits = arrived + left > 0
  const { columns } = words
  return (
    <div className="pars-table-box">
      <div className="pars-waiting" aria-live="polite">
        {waits && (
          <Button size="row" onClick={show} keys="n">
            {words.waiting(arrived, left)}: {words.show}
          </Button>
        )}
      </div>
      <table className={`pars-table pars-board${isWall ? ' pars-board--wall' : ''}`}>
        <caption className="usa-sr-only">{words.caption}</caption>
        <thead>
          <tr>
            {Object.entries(columns).map(([key, text]) => (
              <th scope="col" key={key} className={key === 'since' ? 'pars-table__number' : undefined}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {shown.map(id => {
            const row = known.get(id)
            return (
              row && (
                <BoardRow
                  key={id}
                  row={row}
                  alarms={alarms}
                  isGone={gone.has(id) || !present.has(id)}
                  isWall={isWall}
                  mayDraft={me.may('arrest.draft')}
                  today={today}
                />
              )
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
