import { type RefObject, useEffect, useState } from 'react'

/** So long after the last movement or key somebody still counts as reading. */
const patience = 30_000

/** True while the pointer or the keyboard focus is inside a box and somebody has moved it lately. */
export const useReading = (box: RefObject<HTMLElement | null>): boolean => {
  const [isReading, setReading] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      clearTimeout(timer)
      setReading(false)
    }
    const go = () => {
      clearTimeout(timer)
      setReading(true)
      timer = setTimeout(() => setReading(false), patience)
    }
    const leave = () => {
      if (!element.contains(document.activeElement)) stop()
    }
    const blur = (event: FocusEvent) => {
      if (event.relatedTarget instanceof Node && element.contains(event.relatedTarget)) return
      if (!element.matches(':hover')) stop()
    }
    const listeners: [string, (event: never) => void][] = [
      ['pointermove', go],
      ['pointerdown', go],
      ['focusin', go],
      ['keydown', go],
      ['pointerleave', leave],
      ['focusout', blur],
    ]
    for (const [type, listener] of listeners) element.addEventListener(type, listener as EventListener)
    return () => {
      clearTimeout(timer)
      for (const [type, listener] of listeners) element.removeEventListener(type, listener as EventListener)
    }
  }, [box])
  return isReading
}
