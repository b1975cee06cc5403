import { type RefObject, useEffect, useRef } from 'react'

/**
 * A line that was worked on leaves its list and would take the keyboard's place with it: the next line takes the focus, or the
 * list's heading when it was the last. Never its act: a second Enter would do to the next person what was meant for one.
 * Call `after(index)` when the act on line `index` is recorded.
 */
export const useRowFocus = (box: RefObject<HTMLElement | null>, count: number) => {
  const wanted = useRef<{ index: number; count: number } | undefined>(undefined)
  useEffect(() => {
    const element = box.current
    if (!element || !wanted.current || wanted.current.count === count) return
    const cells = [...element.querySelectorAll<HTMLElement>('[data-act]')].filter(cell => cell.querySelector('button'))
    const cell = cells[Math.min(wanted.current.index, cells.length - 1)]
    const target = cell?.closest('tr') ?? element.querySelector<HTMLElement>('h2')
    wanted.current = undefined
    if (target && !target.hasAttribute('tabindex')) target.tabIndex = -1
    target?.focus()
  }, [box, count])
  return (index: number): void => {
    wanted.current = { index, count }
  }
}
