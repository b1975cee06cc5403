import { type RefObject, useLayoutEffect, useRef } from 'react'

const slide = { duration: 350, easing: 'cubic-bezier(0.2, 0, 0, 1)' }
const freshFor = 3_000
/** Changes closer together than this are not slid: at a busy hour the board would move without end, and draw late. */
const busyWithin = 500
const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches

type Rows = readonly HTMLElement[]
const idOf = (row: HTMLElement): string => row.dataset['id'] ?? ''
const topsOf = (rows: Rows): Map<string, number> => new Map(rows.map(row => [idOf(row), row.offsetTop]))

/** Which rows can be seen: the others move unseen, at no cost. */
const seenAt = (element: HTMLElement): ((top: number) => boolean) => {
  const from = -element.getBoundingClientRect().top
  return top => top >= from - 100 && top <= from + innerHeight
}

/** Two drawings, not three seconds of them: the mark is put on and taken off. */
const highlight = (row: HTMLElement): void => {
  const mark = String(performance.now())
  row.dataset['fresh'] = mark
  setTimeout(() => {
    if (row.dataset['fresh'] === mark) delete row.dataset['fresh']
  }, freshFor)
}

/**
 * Lets rows slide from where they stood to where they stand, and highlights those whose number changed.
 * `numbers` is the journal number of each row; the first drawing moves nothing.
 */
export const useSlide = (box: RefObject<HTMLElement | null>, order: string, numbers: ReadonlyMap<string, number>) => {
  const before = useRef<{ tops: Map<string, number>; numbers: ReadonlyMap<string, number>; at: number } | undefined>(
    undefined,
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `order` is what the rows' places follow from.
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const last = before.current
    const rows = [...element.querySelectorAll<HTMLElement>('tr[data-id]')]
    // Everything is read before anything moves: by turns, each row would lay the whole page out anew.
    const tops = topsOf(rows)
    const isSeen = seenAt(element)
    const at = performance.now()
    const mayMove = last !== undefined && at - last.at > busyWithin && !isCalm()
    for (const row of last ? rows : []) {
      const id = idOf(row)
      const to = tops.get(id) ?? 0
      const moved = (last?.tops.get(id) ?? to) - to
      if (mayMove && moved !== 0 && isSeen(to))
        row.animate([{ transform: `translateY(${moved}px)` }, { transform: 'none' }], slide)
      if (last?.numbers.get(id) !== numbers.get(id)) highlight(row)
    }
    before.current = rows.length > 0 ? { tops, numbers, at } : undefined
  }, [box, order, numbers])
}
