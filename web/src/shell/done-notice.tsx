import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { leaveDone, showDone, useDone } from '../done.ts'
import { Receipt } from '../ui/ui.ts'
import { uiWords } from '../words/words.ts'

/** What was just recorded, with its receipt; stays until it is dismissed, somebody goes on, or the next act replaces it. */
export const DoneNotice = () => {
  const done = useDone()
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the address leaves the notice behind.
  useEffect(() => leaveDone(), [pathname])
  return (
    <div className="pars-done" aria-live="polite">
      {done && (
        <div className="pars-done__box">
          <strong>{done.words}</strong> {done.receipt && <Receipt key={done.receipt.entryId} receipt={done.receipt} />}
          <button
            type="button"
            className="usa-button usa-button--unstyled pars-done__close"
            aria-label={uiWords.receipt.dismiss}
            onClick={() => showDone(undefined)}
          >
            ✕
          </button>
        </div>
      )}
    </div>
  )
}
