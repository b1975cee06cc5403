import { listHistory } from '@pars/contract'
import { useState } from 'react'
import { formatNumber, formatSecond } from '../../format.ts'
import { Button, ColumnHeads, Loading, Page, Problem } from '../../ui/ui.ts'
import { draftWords } from '../../words/draft.ts'
import { consoleWords } from '../../words/partner.ts'
import { inWords } from '../ask/question-fields.tsx'
import { InquiryReceipt } from '../inquiry-receipt.tsx'
import { useOwn, useOwnCall } from '../use-own.ts'
import { PackageSection } from './package-section.tsx'
import { type HistoryLine, wordsOfPredicate } from './predicate-words.ts'

const words = consoleWords.history

/** Asked for when somebody opens it: a page of history is no reason to make fifty receipts. */
const ReceiptOf = ({ entryId }: { entryId: string }) => {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={event => setIsOpen(event.currentTarget.open)}>
      <summary>{consoleWords.receipt.open}</summary>
      {isOpen && <InquiryReceipt entryId={entryId} />}
    </details>
  )
}

const Line = ({ line }: { line: HistoryLine }) => (
  <tr>
    <td>
      <time dateTime={line.askedAt}>{formatSecond(line.askedAt)}</time>
    </td>
    <th scope="row">{inWords(consoleWords.ask.questions, line.question)}</th>
    <td data-label={words.columns.about}>{wordsOfPredicate(line)}</td>
    <td data-label={words.columns.purpose}>
      {inWords(draftWords.purposes, line.purpose)}{' '}
      {line.cites && <span className="console-quiet">{line.cites.value}</span>}
    </td>
    <td data-label={words.columns.officer} className="console-quiet">
      {line.unit}, {line.authentication === 'signed' ? words.signed : words.signIn}
    </td>
    <td data-label={words.columns.outcome}>
      {line.outcome === 'answered' ? words.rows(line.rows) : <strong>{words.refused(line.term ?? '')}</strong>}
    </td>
    <td data-label={words.columns.entry}>
      {line.number === null ? words.noNumber : formatNumber(line.number)} <ReceiptOf entryId={line.entryId} />
    </td>
  </tr>
)

const Files = () => (
  <p className="console-files">
    <a href="/api/partner/history/file?format=csv" download>
      {words.csv}
    </a>{' '}
    <a href="/api/partner/history/file?format=json" download>
      {words.json}
    </a>
  </p>
)

/** The partner's own inquiries and refusals, complete, each with its entry number. */
export const HistoryScreen = () => {
  const [cursors, setCursors] = useState<string[]>([])
  const cursor = cursors.at(-1)
  const { own } = useOwn()
  const { data, problem, reload } = useOwnCall(listHistory, { query: { ...(cursor ? { cursor } : {}), limit: 50 } })
  const said = problem && <Problem problem={problem} onReload={() => void reload()} />
  if (!data) return <Page title={consoleWords.nav.history}>{said ?? <Loading />}</Page>
  const { lines, next } = data
  return (
    <Page title={words.title(lines.length, next !== null || cursors.length > 0)} tab={consoleWords.nav.history}>
      {said}
      <Files />
      {lines.length > 0 && (
        <table className="pars-table">
          <caption className="usa-sr-only">{consoleWords.nav.history}</caption>
          <ColumnHeads of={words.columns} />
          <tbody>
            {lines.map(line => (
              <Line key={line.inquiryId} line={line} />
            ))}
          </tbody>
        </table>
      )}
      <div className="pars-acts">
        {cursors.length > 0 && (
          <Button look="outline" size="row" onClick={() => setCursors([])}>
            {words.newest}
          </Button>
        )}
        {next !== null && (
          <Button look="outline" size="row" onClick={() => setCursors(before => [...before, next])}>
            {words.older}
          </Button>
        )}
      </div>
      {own && <PackageSection own={own} />}
    </Page>
  )
}
