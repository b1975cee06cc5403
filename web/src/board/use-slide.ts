import { type RefObject, useLayoutEffect, useRef } from 'react'

const slide = { duration: 350, easing: 'cubic-bezier(0.2, 0, 0, 1)' }
const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches

type Rows = readonly HTMLElement[]
const idOf = (row: HTMLElement): string => row.dataset['id'] ?? ''
const topsOf = (rows: Rows): Map<string, number> => new Map(rows.map(row => [idOf(row), row.offsetTop]))

const draw = (row: HTMLElement, moved: number, highlight: string | undefined) => {
  if (moved !== 0 && !isCalm()) row.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }], slide)
  if (highlight === undefined) return
  row.animate([{ backgroundColor: highlight }, { backgroundColor: highlight, offset: 0.4 }, {}], { duration: 3_000 })
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
    const rows = [...element.querySelectorAll<HTMLElement>('tr[data-id]')]
    // Everything is read before anything moves: by turns, each row would lay the whole page out anew.
    const tops = topsOf(rows)
    const highlight = getComputedStyle(element).getPropertyValue('--highlight')
    for (const row of last ? rows : []) {
      const id = idOf(row)
      const from = last?.tops.get(id)
      const isFresh = last?.numbers.get(id) !== numbers.get(id)
      draw(row, from === undefined ? 0 : from - (tops.get(id) ?? from), isFresh ? highlight : undefined)
    }
    before.current = rows.length > 0 ? { tops, numbers } : undefined
  }, [box, order, numbers])
}
