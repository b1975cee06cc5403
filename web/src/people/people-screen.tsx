import { Loading, Page } from '../ui/ui.ts'
import { peopleWords } from '../words/words.ts'

export const PeopleScreen = () => (
  <Page title={peopleWords.pageTitle}>
    <Loading />
  </Page>
)
