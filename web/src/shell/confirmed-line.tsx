import { viewLogStatus } from '@pars/contract'
import { useEffect, useState } from 'react'
import { useCall } from '../api.ts'
import { confirmationWords as words } from '../words/confirmation.ts'
import { sayConfirmation } from './confirmation.ts'

const askedEvery = 5_000
const drawnEvery = 1_000

/** Whole seconds of this browser's own clock since a value came. */
const useElapsed = (since: unknown): number => {
  const [elapsed, setElapsed] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted from zero whenever a new answer comes
  useEffect(() => {
    const began = performance.now()
    setElapsed(0)
    const timer = setInterval(() => setElapsed(Math.floor((performance.now() - began) / 1_000)), drawnEvery)
    return () => clearInterval(timer)
  }, [since])
  return elapsed
}

/** One line on every screen: whether the log is complete, how many agencies confirmed it and when, and whose outage it is. */
export const ConfirmedLine = () => {
  const { data } = useCall(viewLogStatus, { every: askedEvery })
  const elapsed = useElapsed(data)
  if (!data) return null
  const { sentences, isWell } = sayConfirmation(data, elapsed)
  return (
    <a href="/log" className={`usa-link pars-confirmed${isWell ? '' : ' pars-confirmed--not'}`} title={words.label}>
      {isWell ? '' : '▲ '}
      {sentences.join(' ')}
    </a>
  )
}
