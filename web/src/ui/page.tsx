import { type ReactNode, useEffect, useRef } from 'react'
import { shellWords, uiWords } from '../words/words.ts'

interface PageProps {
  /** The one sentence that a supervisor would say; it is the page's first heading. */
  title: string
  /** What the browser tab says; the sentence itself when absent. */
  tab?: string
  /** The one obvious next step. */
  action?: ReactNode
  /** Filters and the like, under the sentence. */
  tools?: ReactNode
  children: ReactNode
  /** `staff` uses the whole width, `read` keeps to 66 characters a line. */
  width?: 'staff' | 'read'
}

/** One screen: a sentence, one action, then the work. Moves the focus to the sentence when the screen opens. */
export const Page = ({ title, tab, action, tools, children, width }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${tab ?? title} - ${shellWords.product}`
  }, [tab, title])
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={`pars-page pars-page--${width ?? 'staff'}`}>
      <div className="pars-page__head">
        <h1 className="pars-page__title" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {action && <div className="pars-page__action">{action}</div>}
      </div>
      {tools && <div className="pars-page__tools">{tools}</div>}
      {children}
    </div>
  )
}

export const Loading = ({ what }: { what?: string }) => (
  <output className="pars-loading">
    <span className="pars-loading__bar" aria-hidden="true" /> {what ?? uiWords.loading}…
  </output>
)

/** Nothing here: says so in a sentence, and what would bring something. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="pars-empty">
    <p className="pars-empty__title">{title}</p>
    {children && <div>{children}</div>}
  </div>
)
