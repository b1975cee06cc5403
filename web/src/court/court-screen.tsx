import './court.css'
import { complaintsToFile, listCourtSessions, viewReference } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useCall } from '../api.ts'
import { useCityMinute } from '../clock.ts'
import { formatTime } from '../format.ts'
import { useMe } from '../me.ts'
import { Gate } from '../shell/gate.tsx'
import { Button, Loading, Page, Problem } from '../ui/ui.ts'
import { courtWords as words } from '../words/court.ts'
import { OpenDialog } from './open-dialog.tsx'
import { type Session, SessionTable } from './session-table.tsx'
import { phaseOf, usualSession } from './sessions.ts'
import { ToFile } from './to-file.tsx'
import { ToList } from './to-list.tsx'

/** They come for hearings: their session is what they look for first. */
const hearers: ReadonlySet<string> = new Set(['magistrate', 'defender', 'pretrial-officer'])

/** The clerk looks again by itself this often. */
const every = 5_000

interface OwnDeskProps {
  sessions: readonly Session[]
  now: string
  account: string | undefined
  tools: ReactNode
  children: ReactNode
}

/** The session that sits now, the reader's own before any other; the clerk's lists come after it. */
const OwnDesk = ({ sessions, now, account, tools, children }: OwnDeskProps) => {
  const minute = useCityMinute()
  const own = sessions.filter(({ magistrate }) => magistrate !== null && magistrate === account)
  const session = usualSession(own, now) ?? usualSession(sessions, now)
  const title = session
    ? words.own.title(
        phaseOf(session, now),
        formatTime(session.startsAt, minute),
        session.room,
        Math.max(0, session.listed - session.heard),
      )
    : words.own.none
  return (
    <Page
      title={title}
      tab={words.tab}
      tools={tools}
      action={
        session && (
          <Link
            to="/court/$courtSessionId"
            params={{ courtSessionId: session.courtSessionId }}
            className="usa-button"
            data-row
          >
            {words.own.go}
          </Link>
        )
      }
    >
      <SessionTable sessions={sessions} now={now} />
      {children}
    </Page>
  )
}

const Desk = () => {
  const { account, role, may } = useMe()
  const waiting = useCall(complaintsToFile, { every })
  const sitting = useCall(listCourtSessions, { every })
  const { data: reference } = useCall(viewReference)
  const [isOpening, setOpening] = useState(false)
  const problem = waiting.problem ?? sitting.problem
  const reload = () => {
    void waiting.reload()
    void sitting.reload()
  }
  if (!waiting.data || !sitting.data)
    return (
      <Page title={words.pageTitle}>{problem ? <Problem problem={problem} onReload={reload} /> : <Loading />}</Page>
    )
  const { toFile, toList } = waiting.data
  const { sessions, now } = sitting.data
  const alarms = reference?.alarms ?? []
  const open = may('court-session.open') && (
    <Button look="outline" onClick={() => setOpening(true)}>
      {words.sessions.open}
    </Button>
  )
  const lists = (
    <div>
      <ToFile complaints={toFile} alarms={alarms} />
      <ToList dockets={toList} sessions={sessions} now={now} alarms={alarms} />
    </div>
  )
  const dialog = isOpening && <OpenDialog onClose={() => setOpening(false)} />
  if (role !== null && hearers.has(role))
    return (
      <OwnDesk sessions={sessions} now={now} account={account?.displayName} tools={open}>
        {problem && <Problem problem={problem} onReload={reload} />}
        {may('listing.add') && lists}
        {dialog}
      </OwnDesk>
    )
  return (
    <Page title={words.title(toFile.length, toList.length)} tab={words.tab} action={open}>
      {problem && <Problem problem={problem} onReload={reload} />}
      <div className="court">
        {lists}
        <SessionTable sessions={sessions} now={now} />
      </div>
      {dialog}
    </Page>
  )
}

/** What waits for the clerk, and the sessions around now. */
export const CourtScreen = () => (
  <Gate permissions={['court-session.view']} screen={words.pageTitle} chair={words.chair}>
    <Desk />
  </Gate>
)
