import { Loading, Page } from '../ui/ui.ts'
import { releaseWords } from '../words/words.ts'

export const ReleaseScreen = () => (
  <Page title={releaseWords.pageTitle}>
    <Loading />
  </Page>
)
