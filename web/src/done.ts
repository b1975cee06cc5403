import { useSyncExternalStore } from 'react'

export interface Done {
  /** What was done, in words: "Complaint filed." */
  words: string
  receipt: { entryId: string; number: number | null } | null
}

/** An act may lead to another screen: the notice goes along with a change of address that follows so soon, in milliseconds. */
const goesAlong = 2_000

let current: Done | undefined
let shownAt = 0
const listeners = new Set<() => void>()

/** Says at the top of the next screen, and aloud, what was just recorded, with its receipt. Undefined takes it away. */
export const showDone = (done: Done | undefined, now: number = performance.now()): void => {
  current = done
  shownAt = now
  for (const listener of listeners) listener()
}

export const findDone = (): Done | undefined => current

/** Somebody went to another screen: what was done on the one before is left there. */
export const leaveDone = (now: number = performance.now()): void => {
  if (current && now - shownAt > goesAlong) showDone(undefined)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useDone = (): Done | undefined => useSyncExternalStore(subscribe, findDone)
