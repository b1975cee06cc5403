import { Button, Page } from '../ui/ui.ts'
import { shellWords } from '../words/words.ts'

const words = shellWords.broken

/** A fault in a screen. Nothing of it is shown: it could hold a name. */
export const Broken = () => (
  <Page title={words.title} width="read">
    <p>{words.detail}</p>
    <Button onClick={() => location.reload()}>{words.wayOn}</Button>
  </Page>
)
