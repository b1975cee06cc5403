import type { Problem } from '@pars/contract'
import { useEffect } from 'react'
import { cityNow } from '../../clock.ts'
import { goDark } from './ended.ts'
import { isEnd } from './refusal-of.ts'

/** Goes dark on a refusal that means the end, and keeps the entry under which it is on record. */
export const useEndOf = (problem: Problem | undefined): void => {
  useEffect(() => {
    if (isEnd(problem)) goDark({ term: problem.term, endsAt: null, entryId: problem.entryId ?? null })
  }, [problem])
}

const nearMs = 5_000

/**
 * Goes dark at the instant by the city's clock, without waiting for anybody to ask. This decides nothing: the database refuses by its own
 * clock whatever happens here. It is looked at again and again, because a machine that slept has timers that slept too.
 */
export const useEndAt = (endsAt: string | undefined): void => {
  useEffect(() => {
    if (endsAt === undefined) return
    const end = Date.parse(endsAt)
    let timer: ReturnType<typeof setTimeout>
    const look = (): void => {
      const left = end - cityNow()
      if (left <= 0) goDark({ term: 'agreement-ended', endsAt })
      else timer = setTimeout(look, left > nearMs ? 1000 : 50)
    }
    look()
    return () => clearTimeout(timer)
  }, [endsAt])
}

/** A page that the browser froze for its back button comes back as it was: it is asked for anew instead, and holds nothing meanwhile. */
export const useNoReturn = (onLeave: () => void): void => {
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) location.reload()
    }
    addEventListener('pageshow', onShow)
    addEventListener('pagehide', onLeave)
    return () => {
      removeEventListener('pageshow', onShow)
      removeEventListener('pagehide', onLeave)
    }
  }, [onLeave])
}
