import './court.css'
import { complaintsToFile, listCourtSessions, viewReference } from '@pars/contract'
import { useState } from 'react'
import { useCall } from '../api.ts'
import { useMe } from '../me.ts'
import { Gate } from '../shell/gate.tsx'
import { Button, Loading, Page, Problem } from '../ui/ui.ts'
import { courtWords as words } from '../words/court.ts'
import { OpenDialog } from './open-dialog.tsx'
import { SessionTable } from './session-table.tsx'
import { ToFile } from './to-file.tsx'
import { ToList } from './to-list.tsx'

/** The clerk looks again by itself this often. */
const every = 5_000

const Desk = () => {
  const { may } = useMe()
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
  return (
    <Page
      title={words.title(toFile.length, toList.length)}
      tab={words.tab}
      action={
        may('court-session.open') && (
          <Button look="outline" onClick={() => setOpening(true)}>
            {words.sessions.open}
          </Button>
        )
      }
    >
      {problem && <Problem problem={problem} onReload={reload} />}
      <div className="court">
        <div>
          <ToFile complaints={toFile} alarms={alarms} />
          <ToList dockets={toList} sessions={sessions} now={now} alarms={alarms} />
        </div>
        <SessionTable sessions={sessions} now={now} />
      </div>
      {isOpening && <OpenDialog onClose={() => setOpening(false)} />}
    </Page>
  )
}

/** What waits for the clerk, and the sessions around now. */
export const CourtScreen = () => (
  <Gate permissions={['court-session.view']} screen={words.pageTitle} chair={words.chair}>
    <Desk />
  </Gate>
)
