import './court.css'
import { type AnswerOf, viewCourtSession, viewReference } from '@pars/contract'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useCall } from '../api.ts'
import { useCityMinute } from '../clock.ts'
import { formatTime } from '../format.ts'
import { findNextWaiting } from '../hearing/acts/next-waiting.ts'
import { NotProducedDialog } from '../hearing/acts/not-produced-dialog.tsx'
import { type Key, useKeys } from '../keys.ts'
import { useMe } from '../me.ts'
import { Gate } from '../shell/gate.tsx'
import { Empty, Loading, Page, Problem } from '../ui/ui.ts'
import { courtWords } from '../words/court.ts'
import { type Listing, SessionList } from './session-list.tsx'

const words = courtWords.session

type Session = AnswerOf<typeof viewCourtSession>

/** Opens the hearing of whoever is called next. */
const NextHearing = ({ next }: { next: Listing | undefined }) => {
  const navigate = useNavigate()
  const docketId = next?.docketId
  const keys = useMemo(
    (): Key[] =>
      docketId
        ? [
            {
              keys: 'n',
              words: words.keyNext,
              run: () => void navigate({ to: '/hearings/$docketId', params: { docketId } }),
            },
          ]
        : [],
    [docketId, navigate],
  )
  useKeys(keys)
  if (!next) return null
  return (
    <Link className="usa-button" to="/hearings/$docketId" params={{ docketId: next.docketId }} aria-keyshortcuts="n">
      {words.next(next.name, next.slot)}
    </Link>
  )
}

const Facts = ({ session }: { session: Session }) => {
  const now = useCityMinute()
  return (
    <>
      <span>{words.facts(session.room, formatTime(session.startsAt, now))}</span>
      <span>{words.magistrate(session.magistrate ?? courtWords.sessions.noMagistrate)}</span>
      <Link to="/court" className="usa-link">
        {words.all}
      </Link>
    </>
  )
}

const Known = ({ session }: { session: Session }) => {
  const { may } = useMe()
  const { data: reference } = useCall(viewReference)
  const [missing, setMissing] = useState<Listing>()
  const listings = session.listings.toSorted((a, b) => a.slot - b.slot)
  const waiting = listings.filter(({ state }) => state === 'waiting').length
  const heard = listings.filter(({ state }) => state !== 'waiting' && state !== 'not-produced').length
  return (
    <Page
      title={words.title(heard, listings.length, waiting)}
      tab={words.tab(session.room)}
      action={<NextHearing next={findNextWaiting(listings, 0)} />}
      tools={<Facts session={session} />}
    >
      {listings.length === 0 ? (
        <Empty title={words.empty}>{words.emptyDetail}</Empty>
      ) : (
        <SessionList
          listings={listings}
          alarms={reference?.alarms ?? []}
          onMissed={may('listing.mark-not-produced') ? setMissing : undefined}
        />
      )}
      {missing && (
        <NotProducedDialog name={missing.name} listingId={missing.listingId} onClose={() => setMissing(undefined)} />
      )}
    </Page>
  )
}

const Asked = ({ courtSessionId }: { courtSessionId: string }) => {
  const { data, problem, reload } = useCall(viewCourtSession, { params: { courtSessionId }, every: 5_000 })
  if (data?.courtSessionId === courtSessionId) return <Known session={data} />
  return (
    <Page title={courtWords.pageTitle}>
      {problem ? <Problem problem={problem} onReload={() => void reload()} /> : <Loading />}
    </Page>
  )
}

/** One sitting: the list by slot, and who is called next. */
export const CourtSessionScreen = () => {
  const { courtSessionId } = useParams({ strict: false })
  return (
    <Gate permissions={['court-session.view']} screen={courtWords.pageTitle} chair={courtWords.chair}>
      <Asked courtSessionId={courtSessionId ?? ''} />
    </Gate>
  )
}
