import type { BoardRow as Row } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { formatDateTime, formatTime } from '../format.ts'
import { type Alarm, HeldClock, Mark, Owner, StageMark } from '../ui/ui.ts'
import { actWords, boardWords as words } from '../words/words.ts'

interface BoardRowProps {
  row: Row
  alarms: readonly Alarm[]
  /** The person has left custody; the line stays until nobody reads. */
  isGone: boolean
  isWall: boolean
  /** Whether the reader may open an unsent report to finish it. */
  mayDraft: boolean
  today: number
}

/** "Quill, Marisol" as "M. Q.": a wall can be seen from the corridor. */
export const initialsOf = (name: string): string => {
  const [last = '', first = ''] = name.split(',').map(part => part.trim())
  return [first, last]
    .filter(Boolean)
    .map(part => `${[...part][0]}.`)
    .join(' ')
}

const Now = ({ row, isGone }: { row: Row; isGone: boolean }) => {
  if (isGone) return <Mark tone="free" words={words.left} />
  if (row.draft) return <Mark tone="unsent" words={words.draft(row.draftedBy)} />
  return <StageMark stage={row.custody.stage} orderWords={row.bailWords} />
}

const Notes = ({ row }: { row: Row }) => {
  const due = row.custody.probableCauseHoursLeft
  return (
    <>
      {row.openHolds > 0 && <span className="pars-note">{words.holds(row.openHolds)}</span>}
      {row.interpreterLanguage && <span className="pars-note">{words.interpreter(row.interpreterLanguage)}</span>}
      {due !== null && due < 12 && <span className="pars-note pars-note--alarm">▲ {words.probableCause(due)}</span>}
    </>
  )
}

/** One line of the board. The name is the link that `j`, `k` and Enter work on. */
export const BoardRow = memo(({ row, alarms, isGone, isWall, mayDraft, today }: BoardRowProps) => {
  const { custody } = row
  const name = isWall ? initialsOf(row.name) : row.name
  const to = row.draft && mayDraft ? '/booking/$arrestId' : '/arrests/$arrestId'
  const { columns } = words
  return (
    <tr
      data-id={row.arrestId}
      className={`${row.draft ? 'pars-row--unsent' : ''}${isGone ? ' pars-row--gone' : ''}`}
      data-alarm={custody.alarmsPassed.length > 0 || undefined}
    >
      <td>
        <HeldClock arrestedAt={row.arrestedAt} stoppedAt={custody.stoppedAt} alarms={alarms} />
      </td>
      <th scope="row">
        {isWall ? (
          name
        ) : (
          <Link to={to} params={{ arrestId: row.arrestId }} data-row>
            {name}
          </Link>
        )}{' '}
        <span className="pars-table__quiet">{words.age(row.age, words.sexLetter[row.sex] ?? row.sex)}</span>
      </th>
      <td data-label={columns.arrest} className="pars-table__clip" title={row.leadCharge}>
        <span className="pars-table__quiet">{row.district}</span> {row.leadCharge}
      </td>
      <td>
        <Now row={row} isGone={isGone} /> <Notes row={row} />
      </td>
      <td data-label={columns.next}>
        {!isGone && custody.next && (
          <>
            <Owner party={custody.next.party} /> {actWords(custody.next.act)}
          </>
        )}
      </td>
      <td data-label={columns.since} className="pars-table__number">
        <time dateTime={custody.since} title={formatDateTime(custody.since)}>
          {formatTime(custody.since, today)}
        </time>
      </td>
    </tr>
  )
})
