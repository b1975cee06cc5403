import './charging.css'
import { chargingQueue, viewReference } from '@pars/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { useCall } from '../api.ts'
import { setCityClock, useCityMinute } from '../clock.ts'
import { formatHeld } from '../format.ts'
import { Gate } from '../shell/gate.tsx'
import { Empty, Loading, Page, Problem } from '../ui/ui.ts'
import { queueWords as words } from '../words/words.ts'
import { type QueueRow, QueueTable } from './queue-table.tsx'
import { kindsOfWork, type Work, workOfRow } from './work-of-row.ts'

const route = getRouteApi('/charging')

const Filters = ({ rows, work }: { rows: readonly QueueRow[]; work: string | undefined }) => {
  const count = (wanted: Work) => rows.filter(row => workOfRow(row) === wanted).length
  const shown = kindsOfWork.filter(each => each !== 'leaving' || work === each || count(each) > 0)
  return (
    <nav aria-label={words.filter.legend} className="pars-segments">
      <Link to="/charging" search={{}} aria-current={work ? undefined : 'true'} className="pars-segment">
        {words.filter.all} <span>{rows.length}</span>
      </Link>
      {shown.map(each => (
        <Link
          key={each}
          to="/charging"
          search={{ work: each }}
          aria-current={work === each ? 'true' : undefined}
          className="pars-segment"
        >
          {words.filter[each]} <span>{count(each)}</span>
        </Link>
      ))}
    </nav>
  )
}

const useQueue = () => {
  const { data, problem, reload } = useCall(chargingQueue, { every: 4_000 })
  const { data: reference } = useCall(viewReference)
  useEffect(() => {
    if (data) setCityClock(data.now)
  }, [data])
  const rows = useMemo(
    () => (data?.rows ?? []).toSorted((one, other) => Date.parse(one.arrestedAt) - Date.parse(other.arrestedAt)),
    [data],
  )
  return { rows, alarms: reference?.alarms ?? [], isLoaded: data !== undefined, problem, reload }
}

const Queue = () => {
  const { work } = route.useSearch()
  const queue = useQueue()
  const now = useCityMinute()
  const rows = useMemo(
    () => queue.rows.filter(row => work === undefined || workOfRow(row) === work),
    [queue.rows, work],
  )
  if (!queue.isLoaded)
    return (
      <Page title={words.tab}>
        {queue.problem ? <Problem problem={queue.problem} onReload={() => void queue.reload()} /> : <Loading />}
      </Page>
    )
  const oldest = queue.rows[0]
  const first = rows.find(row => row.takenBy === null) ?? rows[0]
  return (
    <Page
      title={
        oldest ? words.title(queue.rows.length, formatHeld(now - Date.parse(oldest.arrestedAt))) : words.titleEmpty
      }
      tab={words.tab}
      action={
        first && (
          <Link to="/charging/$arrestId" params={{ arrestId: first.arrestId }} className="usa-button">
            {words.takeFirst(first.name)}
          </Link>
        )
      }
      tools={queue.rows.length > 0 && <Filters rows={queue.rows} work={work} />}
    >
      {queue.problem && <Problem problem={queue.problem} onReload={() => void queue.reload()} />}
      {rows.length > 0 && <QueueTable rows={rows} alarms={queue.alarms} filterKey={work ?? ''} />}
      {rows.length === 0 && (
        <Empty title={work && queue.rows.length > 0 ? words.none.filtered : words.none.title}>
          {work && queue.rows.length > 0 ? (
            <Link to="/charging" search={{}} className="usa-link">
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

/** Everything that waits for the prosecutor, by the custody clock. */
export const ChargingQueueScreen = () => (
  <Gate permissions={['charging.view']} screen={words.tab} chair={words.chair}>
    <Queue />
  </Gate>
)
