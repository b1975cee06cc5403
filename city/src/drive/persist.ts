import { setTimeout as sleep } from 'node:timers/promises'
import { ProblemError } from '@pars/contract'

/** The bearer tokens have ended: only whoever started this program can give new ones. */
export class SignInEnded extends Error {
  constructor() {
    super('The bearer tokens have ended.')
    this.name = 'SignInEnded'
  }
}

const firstPause = 100
const longestPause = 3000
const faultsBorne = 4

/** The request may never have arrived. A TypeError without a cause is a bug and no network. */
const isLost = (error: unknown): boolean =>
  error instanceof TypeError ? error.cause !== undefined : error instanceof SyntaxError

const isServerAway = (error: unknown): boolean =>
  error instanceof ProblemError && [502, 503, 504].includes(error.problem.status)

const isFault = (error: unknown): boolean => error instanceof ProblemError && error.problem.status >= 500

/**
 * Sends again until there is an answer: for ever while the server is away, a few times when it answers with a fault of its own.
 * Only for what may be sent twice. Throws SignInEnded, the server's "no", and the signal's reason.
 */
export const persist = async <T>(send: () => Promise<T>, signal: AbortSignal): Promise<T> => {
  let faults = 0
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send()
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof ProblemError && error.problem.status === 401) throw new SignInEnded()
      const isAway = isLost(error) || isServerAway(error)
      if (!isAway && isFault(error)) faults += 1
      if (!isAway && (faults === 0 || faults > faultsBorne)) throw error
      await sleep(Math.min(longestPause, firstPause * 2 ** attempt), undefined, { signal })
    }
  }
}
