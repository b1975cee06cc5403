import { Loading, Page } from '../ui/ui.ts'
import { searchWords } from '../words/words.ts'

export const SearchScreen = () => (
  <Page title={searchWords.pageTitle}>
    <Loading />
  </Page>
)
