import { useSyncExternalStore } from 'react'

export interface Done {
  /** What was done, in words: "Complaint filed." */
  words: string
  receipt: { entryId: string; number: number | null } | null
}

let current: Done | undefined
const listeners = new Set<() => void>()

/** Says at the top of the next screen, and aloud, what was just recorded, with its receipt. Undefined takes it away. */
export const showDone = (done: Done | undefined): void => {
  current = done
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useDone = (): Done | undefined => useSyncExternalStore(subscribe, () => current)
