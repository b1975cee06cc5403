import { Link } from '@tanstack/react-router'
import { type Alarm, ColumnHeads, HeldClock, Mark } from '../ui/ui.ts'
import { releaseWords as words } from '../words/release.ts'
import { type DeskGroup, type DeskRow, wordsOfRow } from './desk.ts'

interface DeskTableProps {
  group: DeskGroup
  rows: readonly DeskRow[]
  alarms: readonly Alarm[]
  chosen: string | undefined
}

const { columns } = words

const Line = ({
  row,
  group,
  alarms,
  isChosen,
}: {
  row: DeskRow
  group: DeskGroup
  alarms: readonly Alarm[]
  isChosen: boolean
}) => (
  <tr className={isChosen ? 'release-chosen' : ''}>
    <td>
      <HeldClock arrestedAt={row.arrestedAt} alarms={alarms} />
    </td>
    <th scope="row">
      <Link to="/release" search={{ arrest: row.arrestId }} aria-current={isChosen ? 'true' : undefined} data-row>
        {row.name}
      </Link>
    </th>
    <td data-label={columns.why}>
      {group === 'summons' ? (
        <Mark tone="waiting" words={words.groups.summons.row} />
      ) : (
        <Mark tone={group === 'free' ? 'free' : 'held'} words={wordsOfRow(row)} />
      )}
    </td>
    <td data-label={columns.holds} className={row.openHolds > 0 ? 'release-holds' : 'pars-table__quiet'}>
      {words.holdCount(row.openHolds)}
    </td>
    <td data-label={columns.step}>
      {words.steps[row.state]}{' '}
      {row.state === 'proposed' && row.proposedBy && (
        <span className="pars-table__quiet">{words.proposedBy(row.proposedBy)}</span>
      )}
    </td>
  </tr>
)

/** One group of the desk under its own heading, which says whether these people go free. */
export const DeskTable = ({ group, rows, alarms, chosen }: DeskTableProps) => {
  if (rows.length === 0) return null
  const { title, says } = words.groups[group]
  return (
    <section className={`release-group release-group--${group}`}>
      <h2 className="pars-section__title">
        {title(rows.length)} <span className="release-group__says">{says}</span>
      </h2>
      <table className="pars-table">
        <caption className="usa-sr-only">{title(rows.length)}</caption>
        <ColumnHeads of={columns} />
        <tbody>
          {rows.map(row => (
            <Line key={row.arrestId} row={row} group={group} alarms={alarms} isChosen={row.arrestId === chosen} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
