import { Loading, Page } from '../ui/ui.ts'
import { boardWords } from '../words/words.ts'

export const BoardScreen = () => (
  <Page title={boardWords.pageTitle}>
    <Loading />
  </Page>
)
