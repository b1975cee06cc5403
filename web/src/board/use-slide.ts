import { type RefObject, useLayoutEffect, useRef } from 'react'

const slide = { duration: 350, easing: 'cubic-bezier(0.2, 0, 0, 1)' }
const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches

const topsOf = (box: HTMLElement): Map<string, number> => {
  const rows = [...box.querySelectorAll<HTMLElement>('tr[data-id]')]
  return new Map(rows.map(row => [row.dataset['id'] ?? '', row.offsetTop]))
}

const draw = (row: HTMLElement, from: number | undefined, isFresh: boolean) => {
  if (from !== undefined && from !== row.offsetTop && !isCalm())
    row.animate([{ transform: `translateY(${from - row.offsetTop}px)` }, { transform: 'none' }], slide)
  if (!isFresh) return
  const color = getComputedStyle(row).getPropertyValue('--highlight')
  row.animate([{ backgroundColor: color }, { backgroundColor: color, offset: 0.4 }, {}], { duration: 3_000 })
}

/**
 * Lets rows slide from where they stood to where they stand, and highlights those whose number changed.
 * `numbers` is the journal number of each row; the first drawing moves nothing.
 */
export const useSlide = (box: RefObject<HTMLElement | null>, order: string, numbers: ReadonlyMap<string, number>) => {
  const before = useRef<{ tops: Map<string, number>; numbers: ReadonlyMap<string, number> } | undefined>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `order` is what the rows' places follow from.
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const last = before.current
    for (const row of last ? element.querySelectorAll<HTMLElement>('tr[data-id]') : []) {
      const id = row.dataset['id'] ?? ''
      draw(row, last?.tops.get(id), last?.numbers.get(id) !== numbers.get(id))
    }
    before.current = element.childElementCount > 0 ? { tops: topsOf(element), numbers } : undefined
  }, [box, order, numbers])
}
