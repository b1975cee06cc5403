import { type BoardRow, viewBoard } from '@pars/contract'
import { seats } from '@pars/domain'
import { Link } from '@tanstack/react-router'
import { useCall } from '../api.ts'
import { useMe } from '../me.ts'
import { startWords } from '../words/words.ts'

const words = startWords.waits

/** Everybody in custody now; undefined for those who may not see the board. */
export const useInCustody = (): readonly BoardRow[] | undefined => {
  const me = useMe()
  const { data } = useCall(viewBoard, { every: 5_000, enabled: me.may('board.view') })
  return me.may('board.view') ? data?.rows : undefined
}

/** Whose turn it is, by numbers; each opens the lines behind it. */
export const CustodyLine = ({ rows }: { rows: readonly BoardRow[] }) => {
  const drafts = rows.filter(row => row.draft).length
  return (
    <ul className="start-waits" aria-label={words.label}>
      {seats.map(seat => (
        <li key={seat}>
          <Link to="/board" search={{ seat }} className="usa-link">
            {words[seat](rows.filter(row => row.custody.next?.party === seat).length)}
          </Link>
        </li>
      ))}
      {drafts > 0 && (
        <li>
          <Link to="/board" search={{ stage: 'draft' }} className="usa-link start-waits__unsent">
            ○ {words.drafts(drafts)}
          </Link>
        </li>
      )}
    </ul>
  )
}
