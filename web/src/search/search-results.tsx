import type { AnswerOf, searchArrests } from '@pars/contract'
import type { CustodyStage } from '@pars/domain'
import { Link } from '@tanstack/react-router'
import { cityParts, formatFullDateTime, formatPlainDate } from '../format.ts'
import { Button, Empty, StageMark } from '../ui/ui.ts'
import { stageWords, searchWords as words } from '../words/words.ts'
import type { SearchRun } from './use-search.ts'

type Row = AnswerOf<typeof searchArrests>['found'][number]

const isStage = (stage: string): stage is CustodyStage => Object.hasOwn(stageWords, stage)

/** A record opens for the purpose for which it was searched. */
const ToRecord = ({ row, search }: { row: Row; search: SearchRun }) => {
  const { purpose, forWhom } = search.result?.query ?? {}
  return (
    <Link
      to="/arrests/$arrestId"
      params={{ arrestId: row.arrestId }}
      search={{ purpose, forWhom }}
      preload={false}
      data-row
    >
      {row.name}
    </Link>
  )
}

const FoundRow = ({ row, search }: { row: Row; search: SearchRun }) => (
  <tr>
    <td>
      <time dateTime={row.arrestedAt} title={formatFullDateTime(row.arrestedAt)}>
        {formatPlainDate(cityParts(row.arrestedAt).date)}
      </time>
    </td>
    <th scope="row">
      <ToRecord row={row} search={search} />
    </th>
    <td data-label={words.columns.born}>{row.bornOn && formatPlainDate(row.bornOn)}</td>
    <td data-label={words.columns.district}>{row.district}</td>
    <td>{isStage(row.stage) ? <StageMark stage={row.stage} /> : row.stage}</td>
    <td data-label={words.columns.otn}>{row.otn}</td>
  </tr>
)

/** What was found, newest arrest first; nothing before somebody has searched. */
export const SearchResults = ({ search }: { search: SearchRun }) => {
  const { result } = search
  if (!result) return <p className="search-note">{words.start}</p>
  if (result.erased)
    return (
      <Empty title={words.erased.title}>
        {words.erased.detail(formatPlainDate(cityParts(result.erased.erasedAt).date), result.erased.number)}
      </Empty>
    )
  if (result.found.length === 0) return <Empty title={words.none.title}>{words.none.detail}</Empty>
  return (
    <>
      <table className="pars-table">
        <caption className="usa-sr-only">{words.caption}</caption>
        <thead>
          <tr>
            {Object.entries(words.columns).map(([key, text]) => (
              <th scope="col" key={key}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.found.map(row => (
            <FoundRow key={row.arrestId} row={row} search={search} />
          ))}
        </tbody>
      </table>
      {result.nextCursor && (
        <div className="pars-acts">
          <Button look="outline" size="row" onClick={search.more}>
            {words.more}
          </Button>
        </div>
      )}
    </>
  )
}
