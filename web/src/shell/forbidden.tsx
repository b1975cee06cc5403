import { Link } from '@tanstack/react-router'
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
