import { Link, type LinkProps } from '@tanstack/react-router'
import { useMe } from '../me.ts'
import { shellWords } from '../words/words.ts'
import { Seat } from './seat.tsx'

interface Item {
  to: LinkProps['to']
  words: string
  /** Shown to those who hold any of these permissions. */
  permissions: readonly string[]
}

const words = shellWords.nav
const items: readonly Item[] = [
  { to: '/board', words: words.board, permissions: ['board.view'] },
  { to: '/booking', words: words.booking, permissions: ['arrest.report', 'arrest.draft'] },
  { to: '/charging', words: words.charging, permissions: ['charging.view'] },
  { to: '/court', words: words.court, permissions: ['court-session.view'] },
  { to: '/release', words: words.release, permissions: ['departure.propose', 'departure.acknowledge'] },
  { to: '/search', words: words.search, permissions: ['arrest.search'] },
  { to: '/agreements', words: words.agreements, permissions: ['agreement.view'] },
  {
    to: '/orders',
    words: words.orders,
    permissions: ['record-order.view', 'recipient.view', 'litigation-hold.view'],
  },
  { to: '/audits', words: words.audits, permissions: ['audit.view'] },
  { to: '/people', words: words.people, permissions: ['staff.view'] },
]

/** The screens whose work the reader may do or see. What they may not is absent. */
export const Nav = ({ onHelp }: { onHelp: () => void }) => {
  const me = useMe()
  return (
    <>
      <nav className="pars-nav" aria-label={words.label}>
        <ul>
          {items
            .filter(item => item.permissions.some(me.may))
            .map(item => (
              <li key={item.to}>
                <Link to={item.to} className="pars-nav__link" activeProps={{ 'aria-current': 'page' }}>
                  {item.words}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <Seat />
      <button type="button" className="pars-header__help" aria-label={shellWords.keys.open} onClick={onHelp}>
        ?
      </button>
    </>
  )
}
