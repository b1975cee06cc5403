import { Loading, Page } from '../ui/ui.ts'
import { startWords } from '../words/words.ts'

export const StartScreen = () => (
  <Page title={startWords.pageTitle}>
    <Loading />
  </Page>
)
