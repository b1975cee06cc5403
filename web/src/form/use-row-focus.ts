import { type RefObject, useEffect, useRef } from 'react'

/**
 * A line that was worked on leaves its list and would take the keyboard's place with it: the next line's act takes the focus, or
 * the list's heading when it was the last. Call `after(index)` when the act on line `index` is recorded.
 */
export const useRowFocus = (box: RefObject<HTMLElement | null>, count: number) => {
  const wanted = useRef<{ index: number; count: number } | undefined>(undefined)
  useEffect(() => {
    const element = box.current
    if (!element || !wanted.current || wanted.current.count === count) return
    const acts = [...element.querySelectorAll<HTMLElement>('[data-act] button')]
    const target = acts[Math.min(wanted.current.index, acts.length - 1)] ?? element.querySelector<HTMLElement>('h2')
    wanted.current = undefined
    target?.focus()
  }, [box, count])
  return (index: number): void => {
    wanted.current = { index, count }
  }
}
