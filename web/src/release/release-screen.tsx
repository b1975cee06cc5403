import './release.css'
import { departureDesk, viewReference } from '@pars/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useCall } from '../api.ts'
import { useMe } from '../me.ts'
import { Gate } from '../shell/gate.tsx'
import { Empty, Loading, Page, Problem } from '../ui/ui.ts'
import { releaseWords as words } from '../words/release.ts'
import { deskGroups, groupOf } from './desk.ts'
import { DeskTable } from './desk-table.tsx'
import { PersonCard } from './person-card.tsx'

const route = getRouteApi('/release')

/** For those who see people out but have no desk: one person at a time, from the record. */
const WithoutDesk = ({ arrest }: { arrest: string | undefined }) => {
  const navigate = route.useNavigate()
  if (!arrest)
    return (
      <Page title={words.onlyRecord} tab={words.tab} width="read">
        <p>{words.onlyRecordDetail}</p>
        <Link to="/board" className="usa-button">
          {words.toBoard}
        </Link>
      </Page>
    )
  return (
    <Page title={words.pageTitle}>
      <PersonCard arrestId={arrest} row={undefined} onLeft={() => void navigate({ to: '/board' })} />
    </Page>
  )
}

const Desk = ({ arrest }: { arrest: string | undefined }) => {
  const navigate = route.useNavigate()
  const { data, problem, reload } = useCall(departureDesk, { every: 5_000 })
  const { data: reference } = useCall(viewReference)
  if (!data)
    return (
      <Page title={words.pageTitle}>
        {problem ? <Problem problem={problem} onReload={() => void reload()} /> : <Loading />}
      </Page>
    )
  const { rows } = data
  const count = (group: string) => rows.filter(row => groupOf(row) === group).length
  return (
    <Page title={words.title(count('free'), count('held'))} tab={words.tab}>
      {problem && <Problem problem={problem} onReload={() => void reload()} />}
      <div className={`release${arrest ? ' release--chosen' : ''}`}>
        <div className="release-lists">
          {rows.length === 0 && <Empty title={words.empty}>{words.emptyDetail}</Empty>}
          {deskGroups.map(group => (
            <DeskTable
              key={group}
              group={group}
              rows={rows.filter(row => groupOf(row) === group)}
              alarms={reference?.alarms ?? []}
              chosen={arrest}
            />
          ))}
        </div>
        <aside className="release-side">
          {arrest ? (
            <PersonCard
              key={arrest}
              arrestId={arrest}
              row={rows.find(row => row.arrestId === arrest)}
              onLeft={() => void navigate({ search: {} })}
            />
          ) : (
            rows.length > 0 && <p className="release-quiet">{words.choose}</p>
          )}
        </aside>
      </div>
    </Page>
  )
}

const Asked = () => {
  const { may } = useMe()
  const { arrest } = route.useSearch()
  return may('departure.propose') ? <Desk arrest={arrest} /> : <WithoutDesk arrest={arrest} />
}

/** The release desk: who goes free, who stays held, and the three steps by which each leaves. */
export const ReleaseScreen = () => (
  <Gate permissions={['departure.propose', 'departure.acknowledge']} screen={words.pageTitle} chair={words.chair}>
    <Asked />
  </Gate>
)
