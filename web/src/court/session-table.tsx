import type { AnswerOf, listCourtSessions } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { useCityMinute } from '../clock.ts'
import { formatTime } from '../format.ts'
import { Empty } from '../ui/ui.ts'
import { courtWords } from '../words/court.ts'
import { phaseOf } from './sessions.ts'

const { sessions: words, columns } = courtWords

export type Session = AnswerOf<typeof listCourtSessions>['sessions'][number]

/** Sessions around now, earliest first; the one that sits now is marked in words. */
export const SessionTable = ({ sessions, now }: { sessions: readonly Session[]; now: string }) => {
  const minute = useCityMinute()
  return (
    <section className="pars-section court-section">
      <h2 className="pars-section__title">{words.title}</h2>
      {sessions.length === 0 ? (
        <Empty title={words.empty}>{words.emptyDetail}</Empty>
      ) : (
        <table className="pars-table">
          <caption className="usa-sr-only">{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.starts}</th>
              <th scope="col">{columns.room}</th>
              <th scope="col">{columns.magistrate}</th>
              <th scope="col" className="pars-table__number">
                {columns.heard}
              </th>
            </tr>
          </thead>
          <tbody>
            {sessions.map(session => (
              <tr key={session.courtSessionId} className={`court-session--${phaseOf(session, now)}`}>
                <th scope="row">
                  <Link to="/court/$courtSessionId" params={{ courtSessionId: session.courtSessionId }} data-row>
                    {formatTime(session.startsAt, minute)}
                  </Link>{' '}
                  <span className="pars-table__quiet">{words[phaseOf(session, now)]}</span>
                </th>
                <td data-label={columns.room}>{session.room}</td>
                <td data-label={columns.magistrate}>
                  {session.magistrate ?? <span className="pars-table__quiet">{words.noMagistrate}</span>}
                </td>
                <td data-label={columns.heard} className="pars-table__number">
                  {words.heard(session.heard, session.listed)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
