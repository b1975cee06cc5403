import { showDone, useDone } from '../done.ts'
import { Receipt } from '../ui/ui.ts'
import { uiWords } from '../words/words.ts'

/** What was just recorded, with its receipt; stays until it is dismissed or the next act replaces it. */
export const DoneNotice = () => {
  const done = useDone()
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
