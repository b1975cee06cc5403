import { useEffect, useState } from 'react'
import { showDone } from '../done.ts'
import { findKept, forgetKept, keep } from '../form/kept.ts'
import { useMe } from '../me.ts'
import { roleWords, shellWords } from '../words/words.ts'

const name = 'seat.changed'
const isTrue = (value: unknown): value is true => value === true

/**
 * True from the moment this window learns that another window of the browser took another chair: they share one sign-in. Nothing of the
 * former chair may stay on the screen, or be sent or kept in the new one's name: the page is loaded anew and says who sits here now.
 */
export const useOtherSeat = (): boolean => {
  const { account } = useMe()
  const [first, setFirst] = useState<string>()
  if (account && first === undefined) setFirst(account.accountId)
  const isOther = account !== null && first !== undefined && account.accountId !== first
  useEffect(() => {
    if (!isOther) return
    keep(name, true)
    location.reload()
  }, [isOther])
  useEffect(() => {
    if (!account || isOther || !findKept(name, isTrue)) return
    forgetKept(name)
    showDone({ words: shellWords.seat.changed(account.displayName, roleWords(account.role)), receipt: null })
  }, [account, isOther])
  return isOther
}
