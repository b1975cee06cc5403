import { viewCourtSession } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useCall } from '../../api.ts'
import { useMe } from '../../me.ts'
import { hearingWords } from '../../words/hearing.ts'
import { useHearing } from '../hearing-context.ts'
import { findNextWaiting } from './next-waiting.ts'
import { bondPath } from './open-bond.ts'

const words = hearingWords.after

const Bond = ({ isBlocked }: { isBlocked: boolean }) => {
  const { docket } = useHearing()
  const me = useMe()
  if (docket.bail.order?.kind !== 'set' || !me.may('paper.print')) return null
  return (
    <>
      {isBlocked && <span role="alert">{words.bondBlocked}</span>}{' '}
      <a className="usa-link" href={bondPath(docket.docketId)} target="_blank" rel="noreferrer">
        {words.bond}
      </a>
    </>
  )
}

/** What comes after the act: the paper, the next person, the list. The next person takes the focus, so that Enter goes on. */
export const AfterHearing = ({ isBondBlocked, takesFocus }: { isBondBlocked: boolean; takesFocus: boolean }) => {
  const { docket } = useHearing()
  const listing = docket.listings.at(-1)
  const { data } = useCall(viewCourtSession, {
    params: { courtSessionId: listing?.courtSessionId ?? '' },
    enabled: listing !== undefined,
  })
  const next = data && findNextWaiting(data.listings, listing?.slot ?? 0)
  const button = useRef<HTMLAnchorElement>(null)
  const nextId = next?.docketId
  useEffect(() => {
    if (nextId && takesFocus) button.current?.focus()
  }, [nextId, takesFocus])
  return (
    <>
      <Bond isBlocked={isBondBlocked} />
      {listing && (
        <Link className="usa-link" to="/court/$courtSessionId" params={{ courtSessionId: listing.courtSessionId }}>
          {words.list}
        </Link>
      )}
      {next && (
        <Link ref={button} className="usa-button" to="/hearings/$docketId" params={{ docketId: next.docketId }}>
          {words.next(next.name, next.slot)}
        </Link>
      )}
      {data && !next && <span className="hearing-quiet">{words.lastOne}</span>}
    </>
  )
}
