import { Link } from '@tanstack/react-router'
import { signInPath } from '../me.ts'
import { Page } from '../ui/ui.ts'
import { shellWords } from '../words/words.ts'

const words = shellWords.forbidden

/** For a screen whose work the reader may not do: says whose it is, and the way on. */
export const Forbidden = ({ screen, chair }: { screen: string; chair: string }) => (
  <Page title={words.title} width="read">
    <p>{words.detail(screen, chair)}</p>
    <Link to="/" className="usa-button">
      {words.wayOn}
    </Link>
  </Page>
)

/** For somebody whom the system does not know yet. A rehearsal has visitors; a database of record has none. */
export const SignInFirst = ({ screen }: { screen: string }) => (
  <Page title={words.signIn.title} width="read">
    <p>{words.signIn.detail(screen)}</p>
    <a href={signInPath(location.pathname + location.search)} className="usa-button">
      {words.signIn.act}
    </a>
  </Page>
)
