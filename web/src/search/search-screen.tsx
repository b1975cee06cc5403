import './search.css'
import { useEffect, useMemo, useRef } from 'react'
import { type Key, useKeys } from '../keys.ts'
import { useMe } from '../me.ts'
import { purposeOf } from '../record/purpose-of.ts'
import { Gate } from '../shell/gate.tsx'
import { idOfPointer, Page } from '../ui/ui.ts'
import { searchWords as words } from '../words/words.ts'
import { SearchForm } from './search-form.tsx'
import { SearchResults } from './search-results.tsx'
import { type SearchRun, useSearchRun } from './use-search.ts'

const focusFirst = () => document.getElementById(idOfPointer('/lastName'))?.focus()

const titleOf = ({ result }: SearchRun): string =>
  result && result.found.length > 0 ? words.found(result.found.length, result.nextCursor !== null) : words.title

const saidOf = ({ result }: SearchRun): string => {
  if (!result) return ''
  if (result.erased) return words.erased.title
  return result.found.length > 0 ? words.found(result.found.length, result.nextCursor !== null) : words.none.title
}

/** Where there is no room beside the form, what was found lies below it: the page goes there. */
const useGoToResults = ({ result }: SearchRun) => {
  const first = useRef(result)
  useEffect(() => {
    if (result === undefined || result === first.current) return
    if (matchMedia('(max-width: 64em)').matches) document.querySelector('.search-results')?.scrollIntoView()
  }, [result])
}

const Search = ({ accountId }: { accountId: string }) => {
  const me = useMe()
  const search = useSearchRun(accountId, purposeOf(me.account?.party).purpose ?? 'own-duty')
  useGoToResults(search)
  useKeys(useMemo((): Key[] => [{ keys: '/', words: words.keyFocus, run: focusFirst }], []))
  return (
    <Page title={titleOf(search)} tab={words.pageTitle}>
      <div className="search-desk">
        <SearchForm search={search} />
        <output className="usa-sr-only">{saidOf(search)}</output>
        <div className="search-results" aria-busy={search.isRunning}>
          <SearchResults search={search} />
        </div>
      </div>
    </Page>
  )
}

/** Search by name or number, with purpose and for whom; both are journaled. */
export const SearchScreen = () => {
  const { account } = useMe()
  return (
    <Gate permissions={['arrest.search']} screen={words.pageTitle} chair={words.chair}>
      {account && <Search key={account.accountId} accountId={account.accountId} />}
    </Gate>
  )
}
