import '../agreements/agreements.css'
import './console.css'
import { endPartnerSignIn } from '@pars/contract'
import { Link, Outlet } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import { Countdown } from '../agreements/countdown.tsx'
import { callOnce, queryClient } from '../api.ts'
import { Banner } from '../shell/banner.tsx'
import { ConfirmedLine } from '../shell/confirmed-line.tsx'
import { DoneNotice } from '../shell/done-notice.tsx'
import { Loading, Page, Problem } from '../ui/ui.ts'
import { consoleWords as words } from '../words/partner.ts'
import { Dark } from './end/dark.tsx'
import { useEnded } from './end/ended.ts'
import { isSignedOut } from './end/refusal-of.ts'
import { useEndAt, useNoReturn } from './end/use-end.ts'
import { nextEnd, type Own, useOwn } from './use-own.ts'

const pages = [
  { to: '/partner', words: words.nav.ask },
  { to: '/partner/history', words: words.nav.history },
  { to: '/partner/terms', words: words.nav.terms },
  { to: '/partner/votes', words: words.nav.votes },
  { to: '/partner/duties', words: words.nav.duties },
  { to: '/partner/letters', words: words.nav.letters },
] as const

const signOut = async (): Promise<void> => {
  queryClient.clear()
  await callOnce(endPartnerSignIn, { body: {} }).catch(() => undefined)
  location.assign('/partner')
}

/** The quiet countdown: what is left of what ends first. */
const Ends = ({ own }: { own: Own }) => {
  const next = nextEnd(own.agreements)
  useEndAt(next?.endsAt)
  if (!next) return <span className="console-ends">{own.agreements.length === 0 && words.countdown.none}</span>
  return (
    <span className="console-ends">
      {words.countdown.left(next.agreement)} <Countdown endsAt={next.endsAt} />
    </span>
  )
}

const Header = ({ own }: { own: Own }) => (
  <header className="pars-header console-header">
    <span className="console-header__who">
      <strong>{words.header(own.partner.name, own.unit.name)}</strong> {own.officer?.displayName}
    </span>
    <nav className="pars-nav" aria-label={words.nav.label}>
      <ul>
        {pages.map(page => (
          <li key={page.to}>
            <Link
              to={page.to}
              className="pars-nav__link"
              activeOptions={{ exact: true }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {page.words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
    <Ends own={own} />
    <button type="button" className="pars-seat__act" onClick={() => void signOut()}>
      {words.signOut}
    </button>
  </header>
)

const SignIn = () => (
  <Page title={words.signIn.title} tab={words.tab} width="read">
    <p>{words.signIn.lead}</p>
    <a className="usa-button" href={`/partner-sign-in?${new URLSearchParams({ to: location.pathname })}`}>
      {words.signIn.act}
    </a>
  </Page>
)

const SignedIn = () => {
  const { own, problem, isLoading, reload } = useOwn()
  if (own && !isSignedOut(problem))
    return (
      <>
        <Header own={own} />
        <DoneNotice />
        <main id="main" tabIndex={-1}>
          {problem && <Problem problem={problem} onReload={() => void reload()} />}
          <Outlet />
        </main>
        <footer className="pars-footer">
          <ConfirmedLine />
        </footer>
      </>
    )
  return (
    <main id="main" tabIndex={-1}>
      {isSignedOut(problem) && <SignIn />}
      {!isSignedOut(problem) && (
        <Page title={words.pageTitle}>
          {problem && <Problem problem={problem} onReload={() => void reload()} />}
          {isLoading && <Loading />}
        </Page>
      )}
    </main>
  )
}

/** The partner's own frame: no screen of the custodians, and at the end of the agreement one sentence. */
export const ConsoleFrame = () => {
  const ended = useEnded()
  const [isLeft, setLeft] = useState(false)
  useNoReturn(useCallback(() => flushSync(() => setLeft(true)), []))
  if (isLeft) return null
  return (
    <>
      <Banner />
      {ended ? <Dark ended={ended} /> : <SignedIn />}
    </>
  )
}
