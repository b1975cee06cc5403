import type { BoardRow } from '@pars/contract'
import { custodyStages, seats } from '@pars/domain'
import { Link } from '@tanstack/react-router'
import type { BoardSearch } from '../routes.tsx'
import { type Alarm, isLoudHour } from '../ui/ui.ts'
import { partyWords, stageWords, boardWords as words } from '../words/words.ts'
import { fits } from './arrange-rows.ts'

interface BoardToolsProps {
  search: BoardSearch
  rows: readonly BoardRow[]
  alarms: readonly Alarm[]
  now: number
  onSearch: (change: Partial<BoardSearch>) => void
}

/** Everybody past forty-four hours is past two hours too: only the gravest alarms are worth a place. */
const gravest = 3
const seatChoices = [undefined, ...seats] as const

/** Every count is a link to the lines behind it. */
export const BoardTools = ({ search, rows, alarms, now, onSearch }: BoardToolsProps) => {
  const count = (filter: BoardSearch) => rows.filter(row => fits(row, filter, now)).length
  const late = alarms
    .filter(each => each.clock === 'custody')
    .map(alarm => ({ alarm, count: count({ past: alarm.hours }) }))
    .filter(each => each.count > 0)
    .toSorted((one, other) => other.alarm.hours - one.alarm.hours)
    .slice(0, gravest)
  const drafts = count({ stage: 'draft' })
  const stages = custodyStages.filter(stage => stage === search.stage || rows.some(row => row.custody.stage === stage))
  return (
    <>
      <nav aria-label={words.seats.legend} className="pars-segments">
        {seatChoices.map(seat => (
          <Link
            key={seat ?? 'all'}
            to="/board"
            search={{ ...search, seat }}
            aria-current={search.seat === seat ? 'true' : undefined}
            className="pars-segment"
          >
            {seat ? partyWords[seat] : words.seats.all} <span>{count({ seat })}</span>
          </Link>
        ))}
      </nav>
      <label className="pars-inline-label">
        {words.stage.label}{' '}
        <select
          className="usa-select pars-select--row"
          value={search.stage ?? ''}
          onChange={event => onSearch({ stage: event.target.value || undefined })}
        >
          <option value="">{words.stage.all}</option>
          {stages.map(stage => (
            <option key={stage} value={stage}>
              {stageWords[stage].words} ({count({ stage })})
            </option>
          ))}
        </select>
      </label>
      <ul className="pars-chips">
        {drafts > 0 && (
          <li>
            <Link to="/board" search={{ ...search, stage: 'draft' }} className="pars-chip pars-chip--unsent">
              ○ {words.drafts(drafts)}
            </Link>
          </li>
        )}
        {late.map(({ alarm, count: number }) => (
          <li key={alarm.hours}>
            <Link
              to="/board"
              search={{ ...search, past: alarm.hours }}
              className={`pars-chip${isLoudHour(alarm.hours) ? ' pars-chip--alarm' : ''}`}
              title={alarm.label}
            >
              {isLoudHour(alarm.hours) && '▲ '}
              {words.alarm(number, alarm.hours)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
