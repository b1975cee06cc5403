import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { type Key, moveRow, useKeys } from '../keys.ts'
import { useMe } from '../me.ts'
import { Loading } from '../ui/ui.ts'
import { shellWords, uiWords } from '../words/words.ts'
import { Banner } from './banner.tsx'
import { DoneNotice } from './done-notice.tsx'
import { Footer } from './footer.tsx'
import { KeyHelp } from './key-help.tsx'
import { Nav } from './nav.tsx'
import { SignInEnded, useEndedSignIn } from './sign-in-ended.tsx'
import { useOtherSeat } from './use-other-seat.ts'

/** The frame of every screen: skip link, banner, who sits here, navigation, what was just recorded, the screen. */
export const Shell = () => {
  const navigate = useNavigate()
  const [help, setHelp] = useState(false)
  const isOther = useOtherSeat()
  const hasEnded = useEndedSignIn()
  const maySearch = useMe().may('arrest.search')
  const keys = useMemo((): Key[] => {
    const words = shellWords.keys
    const search: Key = {
      keys: '/',
      words: words.search,
      run: () => void navigate({ to: '/search' }),
      everywhere: true,
    }
    return [
      ...(maySearch ? [search] : []),
      { keys: 'g b', words: words.board, run: () => void navigate({ to: '/board' }), everywhere: true },
      { keys: 'j', words: words.next, run: () => moveRow(1), everywhere: true },
      { keys: 'k', words: words.previous, run: () => moveRow(-1), everywhere: true },
      { keys: uiWords.enterKey, words: words.enter, everywhere: true },
      { keys: '?', words: words.help, run: () => setHelp(true), everywhere: true },
    ]
  }, [navigate, maySearch])
  useKeys(keys)
  return (
    <>
      <a className="usa-skipnav" href="#main">
        {shellWords.skip}
      </a>
      <Banner />
      <header className="pars-header">
        <Link to="/" className="pars-header__name" title={shellWords.productLong}>
          {shellWords.product}
        </Link>
        <Nav onHelp={() => setHelp(true)} />
      </header>
      <DoneNotice />
      <main id="main" tabIndex={-1}>
        {isOther ? <Loading /> : hasEnded ? <SignInEnded /> : <Outlet />}
      </main>
      <Footer />
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </>
  )
}
