import { useEffect, useSyncExternalStore } from 'react'

export interface Key {
  /** One key (`/`, `j`) or two in a row (`g b`). */
  keys: string
  words: string
  /** Absent where the browser or a listener of its own does it: then it stands in the help only. */
  run?: () => void
  /** Shown under "On every screen" in the help. */
  everywhere?: boolean
}

let bound: readonly Key[] = []
const listeners = new Set<() => void>()
let first: { key: string; at: number } | undefined

const change = (next: readonly Key[]) => {
  bound = next
  for (const listener of listeners) listener()
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox],[type=radio]), textarea, select'))

const onKey = (event: KeyboardEvent) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if (isTyping(event.target) || document.querySelector('dialog[open]')) return
  const pair = first && event.timeStamp - first.at < 1200 ? `${first.key} ${event.key}` : undefined
  const hit = bound.findLast(each => each.keys === pair) ?? bound.findLast(each => each.keys === event.key)
  first = { key: event.key, at: event.timeStamp }
  if (!hit?.run) return
  first = undefined
  event.preventDefault()
  hit.run()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Every key that works now, for the help. */
export const useBoundKeys = (): readonly Key[] => useSyncExternalStore(subscribe, () => bound)

/** Binds keys while a component is on the screen. Keys typed into a field, or under an open dialog, stay there. */
export const useKeys = (keys: readonly Key[]): void => {
  useEffect(() => {
    if (bound.length === 0) addEventListener('keydown', onKey)
    change([...bound, ...keys])
    return () => {
      change(bound.filter(each => !keys.includes(each)))
      if (bound.length === 0) removeEventListener('keydown', onKey)
    }
  }, [keys])
}

/** Moves the focus among the rows of a list: every element marked `data-row` that can be focused. */
export const moveRow = (step: 1 | -1): void => {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter(row => row.offsetParent !== null)
  const now = rows.findIndex(
    row => row === document.activeElement || row.closest('tr')?.contains(document.activeElement),
  )
  const next = now === -1 ? (step === 1 ? 0 : rows.length - 1) : now + step
  const row = rows[Math.min(Math.max(next, 0), rows.length - 1)]
  row?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}
