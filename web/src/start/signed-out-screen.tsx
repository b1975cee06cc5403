import { Loading, Page } from '../ui/ui.ts'
import { startWords } from '../words/words.ts'

export const SignedOutScreen = () => (
  <Page title={startWords.pageTitle}>
    <Loading />
  </Page>
)
