import { useEffect, useMemo, useRef } from 'react'
import { useKeys } from '../keys.ts'
import { uiWords } from '../words/words.ts'

/** Ctrl+Enter (Command+Enter on a Mac) does the screen's one act, also from inside a field; `words` say in the help what that is. */
export const useSendKey = (send: () => void, words: string | undefined): void => {
  useKeys(useMemo(() => (words === undefined ? [] : [{ keys: uiWords.sendKey, words }]), [words]))
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      latest.current()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
