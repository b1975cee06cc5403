import { useSyncExternalStore } from 'react'
import { queryClient } from '../../api.ts'
import { readCityNow } from '../../clock.ts'

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
  { term, endsAt, entryId = null }: Pick<Ended, 'term' | 'endsAt'> & Partial<Pick<Ended, 'entryId'>>,
  isFromHere = true,
): void => {
  queryClient.cancelQueries()
  queryClient.clear()
  const isFirst = entryId !== null && !ended?.entryId
  ended = {
    term,
    endsAt: ended?.endsAt ?? endsAt,
    entryId: ended?.entryId ?? entryId,
    refusedAt: ended?.refusedAt ?? null,
    lastAnswerAt,
  }
  tell()
  if (isFromHere) tabs?.postMessage({ term, endsAt })
  if (isFirst) void stampRefusal()
}

/** When the first refusal came, by the city's clock as the server has it: a page that has just been opened knows no time yet. */
const stampRefusal = async (): Promise<void> => {
  const refusedAt = await readCityNow()
  if (ended) ended = { ...ended, refusedAt: ended.refusedAt ?? refusedAt }
  tell()
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
