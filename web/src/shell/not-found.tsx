import { Link } from '@tanstack/react-router'
import { Page } from '../ui/ui.ts'
import { shellWords } from '../words/words.ts'

const words = shellWords.notFound

export const NotFound = () => (
  <Page title={words.title} width="read">
    <p>{words.detail}</p>
    <Link to="/board" className="usa-button">
      {words.wayOn}
    </Link>
  </Page>
)
