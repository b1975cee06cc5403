import './board.css'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useCityMinute } from '../clock.ts'
import { formatTime } from '../format.ts'
import type { BoardSearch } from '../routes.tsx'
import { Empty, Loading, Page, Problem } from '../ui/ui.ts'
import { boardWords as words } from '../words/words.ts'
import { fits, oldestFirst } from './arrange-rows.ts'
import { BoardLine } from './board-line.tsx'
import { BoardTable } from './board-table.tsx'
import { BoardTools } from './board-tools.tsx'
import { useLiveBoard } from './live-board.ts'
import { useLingering } from './use-lingering.ts'

const route = getRouteApi('/board')
const hour = 3_600_000

/** The alarm of the title: the latest hour that somebody is past. */
const worstOf = (alarms: readonly { hours: number; clock: string }[], heldMs: readonly number[]) => {
  const past = (hours: number) => heldMs.filter(each => each >= hours * hour).length
  const passed = alarms.filter(each => each.clock === 'custody' && past(each.hours) > 0)
  const hours = Math.max(...passed.map(each => each.hours))
  return passed.length > 0 ? { hours, count: past(hours) } : { hours: undefined, count: 0 }
}

const titleOf = (shown: number, all: number, worst: ReturnType<typeof worstOf>, isFiltered: boolean): string => {
  if (isFiltered) return words.titleFiltered(shown, all)
  return all === 0 ? words.titleEmpty : words.title(all, worst.count, worst.hours)
}

/** Everybody in custody, as it happens. */
export const BoardScreen = () => {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const live = useLiveBoard()
  const now = useCityMinute()
  const gone = useLingering(live.rows)
  const { seat, stage, past, wall } = search
  const all = useMemo(() => oldestFirst(live.rows.values()), [live.rows])
  const rows = useMemo(
    () => oldestFirst([...live.rows.values(), ...gone.values()]).filter(row => fits(row, { seat, stage, past }, now)),
    [live.rows, gone, seat, stage, past, now],
  )
  const worst = worstOf(
    live.alarms,
    all.map(row => now - Date.parse(row.arrestedAt)),
  )
  const isFiltered = Boolean(seat || stage || past !== undefined)
  const onSearch = (change: Partial<BoardSearch>) =>
    void navigate({ search: (before: BoardSearch) => ({ ...before, ...change }), replace: true })
  const session = live.nextSession
  if (!live.isLoaded)
    return (
      <Page title={words.tab}>
        {live.problem ? <Problem problem={live.problem} onReload={live.reload} /> : <Loading />}
      </Page>
    )
  return (
    <Page
      title={titleOf(rows.length, all.length, worst, isFiltered)}
      tab={words.tab}
      action={
        session && (
          <Link to="/court/$courtSessionId" params={{ courtSessionId: session.courtSessionId }} className="usa-link">
            {words.nextSession(formatTime(session.startsAt, now), session.listed)}
          </Link>
        )
      }
      tools={!wall && <BoardTools search={search} rows={all} alarms={live.alarms} now={now} onSearch={onSearch} />}
    >
      <BoardLine line={live.line} lostAt={live.lostAt} />
      <BoardTable
        rows={rows}
        gone={gone}
        alarms={live.alarms}
        isWall={wall === true}
        filterKey={`${seat} ${stage} ${past}`}
      />
      {rows.length === 0 && (
        <Empty title={isFiltered ? words.none.filtered : words.none.title}>
          {isFiltered ? (
            <Link to="/board" className="usa-link">
              {words.none.clear}
            </Link>
          ) : (
            words.none.detail
          )}
        </Empty>
      )}
    </Page>
  )
}
