import type { ArrestRecord } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { formatDateTime, formatFullDateTime, formatNumber } from '../../format.ts'
import { Owner } from '../../ui/ui.ts'
import { recordWords } from '../../words/words.ts'

const words = recordWords.history

interface HistoryListProps {
  arrestId: string
  history: ArrestRecord['history']
  /** The number of the version on the screen; null for the newest. */
  shown: number | null
}

type Line = ArrestRecord['history'][number]

const What = ({ arrestId, line, isShown }: { arrestId: string; line: Line; isShown: boolean }) => {
  const text = recordWords.kind(line.kind)
  if (line.number === null) return <strong>{text}</strong>
  return (
    <Link
      to="/arrests/$arrestId"
      params={{ arrestId }}
      search={before => ({ ...before, asof: line.number ?? undefined })}
      aria-current={isShown ? 'true' : undefined}
      title={words.openAt(formatNumber(line.number))}
      className="usa-link"
      data-row
    >
      {text}
    </Link>
  )
}

/** Every act about the arrest in the journal's order; each opens the record as that act left it. */
export const HistoryList = ({ arrestId, history, shown }: HistoryListProps) => (
  <section className="record-history" aria-labelledby="history">
    <h2 className="record-section__title" id="history">
      {words.title}
    </h2>
    <p className="record-quiet">{words.lead}</p>
    <ol>
      {history.map(line => {
        const isShown = shown !== null && line.number === shown
        return (
          <li key={line.entryId} className={isShown ? 'record-history__shown' : undefined}>
            <What arrestId={arrestId} line={line} isShown={isShown} /> <Owner party={line.seat} />
            {isShown && <strong className="record-history__mark"> ◀ {words.shown}</strong>}
            {line.reason && <span className="record-history__reason">{line.reason}</span>}
            <span className="record-quiet">
              <time dateTime={line.madeAt} title={formatFullDateTime(line.madeAt)}>
                {formatDateTime(line.madeAt)}
              </time>
              {line.madeBy && `, ${line.madeBy}`} ·{' '}
              {line.number === null ? words.noNumber : words.entry(formatNumber(line.number))}
            </span>
          </li>
        )
      })}
    </ol>
  </section>
)
