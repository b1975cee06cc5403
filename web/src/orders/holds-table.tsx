import type { AnswerOf, listLitigationHolds } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { formatDateTime } from '../format.ts'
import { Button, Empty, Owner } from '../ui/ui.ts'
import { orderWords } from '../words/orders.ts'

const { holds: words } = orderWords
const { columns } = words
type Hold = AnswerOf<typeof listLitigationHolds>['holds'][number]

interface HoldsTableProps {
  holds: readonly Hold[]
  onEnd: (hold: { holdId: string; matter: string }) => void
  /** Whether the record is a link: not on its own page, nor for whom it opens none. */
  withRecord: boolean
}

/** What is kept from destruction, by whom and why; what was kept before stays listed. */
export const HoldsTable = ({ holds, onEnd, withRecord }: HoldsTableProps) => {
  if (holds.length === 0) return <Empty title={words.empty} />
  return (
    <table className="pars-table">
      <caption className="usa-sr-only">{words.caption}</caption>
      <thead>
        <tr>
          {[columns.matter, columns.seat, columns.since, columns.act].map(column => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {holds.map(hold => (
          <tr key={hold.holdId}>
            <th scope="row">
              {hold.matter} <span className="pars-table__quiet orders-reason">{hold.reason}</span>
            </th>
            <td data-label={columns.seat}>
              <Owner party={hold.seat} /> {hold.set.madeBy}
            </td>
            <td data-label={columns.since}>
              {formatDateTime(hold.set.madeAt)}{' '}
              {hold.ended && (
                <span className="pars-table__quiet">
                  {words.ended(formatDateTime(hold.ended.madeAt), hold.ended.reason)}
                </span>
              )}
            </td>
            <td data-act>
              {withRecord && (
                <Link to="/arrests/$arrestId" params={{ arrestId: hold.arrestId }} className="usa-link">
                  {words.record}
                </Link>
              )}{' '}
              {hold.may.length > 0 && (
                <Button size="row" look="outline" label={words.endFor(hold.matter)} onClick={() => onEnd(hold)}>
                  {words.end}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
