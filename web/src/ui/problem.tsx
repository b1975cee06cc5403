import type { Problem as ProblemShape } from '@pars/contract'
import { useEffect, useRef } from 'react'
import { signInPath } from '../me.ts'
import { uiWords } from '../words/words.ts'
import { Button } from './button.tsx'
import { Receipt } from './receipt.tsx'

interface ProblemProps {
  problem: ProblemShape
  onReload?: (() => void) | undefined
  /** An act was attempted, as opposed to a view that could not be read. */
  writing?: boolean
}

const here = () => location.pathname + location.search

const WayOn = ({ problem, onReload }: ProblemProps) => {
  if (problem.status === 401)
    return (
      <a className="usa-button pars-button--row" href={signInPath(here())}>
        {uiWords.problem.signIn}
      </a>
    )
  if (problem.status === 403)
    return (
      <a className="usa-link" href="/">
        {uiWords.problem.takeChair}
      </a>
    )
  if (!onReload) return null
  return (
    <Button look="outline" size="row" onClick={onReload}>
      {problem.status === 412 ? uiWords.reload : uiWords.tryAgain}
    </Button>
  )
}

/** A "no" or a fault in human words: what rule, and the way on. Takes the focus after an attempted act. */
export const Problem = ({ problem, onReload, writing }: ProblemProps) => {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new problem must take the focus again.
  useEffect(() => {
    if (writing) box.current?.focus()
  }, [problem, writing])
  const lost = problem.reason === 'unreachable'
  const words = uiWords.problem.unreachable
  return (
    <div
      className={`usa-alert ${lost ? 'usa-alert--warning' : 'usa-alert--error'} pars-problem`}
      role="alert"
      tabIndex={-1}
      ref={box}
      data-reason={problem.reason}
    >
      <div className="usa-alert__body">
        <h2 className="usa-alert__heading">{lost ? words.title : problem.title}</h2>
        <p className="usa-alert__text">{lost ? (writing ? words.detail : words.readDetail) : problem.detail}</p>
        {problem.status === 412 && <p className="usa-alert__text">{uiWords.problem.changed}</p>}
        <div className="pars-problem__way">
          <WayOn problem={problem} onReload={onReload} />
          {problem.entryId && (
            <span className="usa-hint">
              {uiWords.problem.recordedAs} <Receipt receipt={{ entryId: problem.entryId, number: null }} />
            </span>
          )}
        </div>
      </div>
    </div>
  )
}
