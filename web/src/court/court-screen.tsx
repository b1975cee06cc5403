import { Loading, Page } from '../ui/ui.ts'
import { courtWords } from '../words/words.ts'

export const CourtScreen = () => (
  <Page title={courtWords.pageTitle}>
    <Loading />
  </Page>
)
