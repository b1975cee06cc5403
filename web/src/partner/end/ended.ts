import { useSyncExternalStore } from 'react'
import { queryClient } from '../../api.ts'

/** Why the console is dark. Nothing of a record is ever kept here. */
export interface Ended {
  /** `agreement-ended`, `agreement-suspended`, …; `sign-in-ended`. */
  term: string
  /** The instant of the end, where it is known. */
  endsAt: string | null
  /** The entry of the first refusal, once there was one, and when it came. */
  entryId: string | null
  refusedAt: string | null
  lastAnswerAt: string | null
}

let ended: Ended | undefined
let lastAnswerAt: string | null = null
const listeners = new Set<() => void>()
const tabs = typeof BroadcastChannel === 'function' ? new BroadcastChannel('pars.partner') : undefined

const tell = (): void => {
  for (const listener of listeners) listener()
}

/** An answer came: only its time is remembered. */
export const noteAnswer = (at: string): void => {
  lastAnswerAt = at
}

/**
 * The end: the screen becomes one sentence, and everything that was asked or answered is forgotten, here and in every other tab. What
 * was refused first stays, whatever comes later.
 */
export const goDark = (
  why: Pick<Ended, 'term' | 'endsAt'> & Partial<Pick<Ended, 'entryId' | 'refusedAt'>>,
  isFromHere = true,
): void => {
  queryClient.cancelQueries()
  queryClient.clear()
  const { entryId = null, refusedAt = null } = why
  ended = {
    term: why.term,
    endsAt: ended?.endsAt ?? why.endsAt,
    entryId: ended?.entryId ?? entryId,
    refusedAt: ended?.entryId ? ended.refusedAt : refusedAt,
    lastAnswerAt,
  }
  tell()
  if (isFromHere) tabs?.postMessage({ term: why.term, endsAt: why.endsAt })
}

tabs?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (typeof data !== 'object' || data === null || !('term' in data) || typeof data.term !== 'string') return
  const endsAt = 'endsAt' in data && typeof data.endsAt === 'string' ? data.endsAt : null
  goDark({ term: data.term, endsAt }, false)
})

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useEnded = (): Ended | undefined => useSyncExternalStore(subscribe, () => ended)
