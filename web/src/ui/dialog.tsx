import { type ReactNode, useEffect, useRef } from 'react'
import { uiWords } from '../words/words.ts'

interface DialogProps {
  title: string
  children: ReactNode
  onClose: () => void
}

const fields = 'input:not([type=hidden]), select, textarea'

/** A modal dialog by the browser's own element: the first field has the focus, which stays inside; Escape closes, focus goes back. */
export const Dialog = ({ title, children, onClose }: DialogProps) => {
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = box.current
    const before = document.activeElement
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>(fields)?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      className="pars-dialog"
      ref={box}
      aria-label={title}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="pars-dialog__head">
        <h2 className="pars-dialog__title">{title}</h2>
        <button type="button" className="usa-button usa-button--unstyled" onClick={onClose}>
          {uiWords.close}
        </button>
      </div>
      {children}
    </dialog>
  )
}
