import type { BoardRow } from '@pars/contract'
import { useEffect, useReducer, useRef } from 'react'

/** How long a line that left custody stays, marked, before the others close up. */
const farewell = 1_500

interface Gone {
  row: BoardRow
  /** In milliseconds of this browser's own monotonic clock. */
  until: number
}

/** Who is still waved goodbye to: those who have just gone are added, those whose time is over or who came back are left out. Pure. */
export const lingerOn = (
  gone: ReadonlyMap<string, Gone>,
  { before, rows, now }: { before: ReadonlyMap<string, BoardRow>; rows: ReadonlyMap<string, BoardRow>; now: number },
): Map<string, Gone> => {
  const left = [...before].filter(([id]) => !rows.has(id))
  const all = new Map([...gone, ...left.map(([id, row]) => [id, { row, until: now + farewell }] as const)])
  return new Map([...all].filter(([id, { until }]) => !rows.has(id) && until > now))
}

const nobody = { gone: new Map<string, Gone>(), shown: new Map<string, BoardRow>() }
const lingering = (gone: Map<string, Gone>) =>
  gone.size === 0 ? nobody : { gone, shown: new Map([...gone].map(([id, { row }]) => [id, row])) }

/** The rows that have just gone, each for a moment of its own, so that nobody wonders where a line went. */
export const useLingering = (rows: ReadonlyMap<string, BoardRow>): ReadonlyMap<string, BoardRow> => {
  const before = useRef(rows)
  const state = useRef(nobody)
  const [drawn, redraw] = useReducer((count: number) => count + 1, 0)
  if (before.current !== rows) {
    state.current = lingering(lingerOn(state.current.gone, { before: before.current, rows, now: performance.now() }))
    before.current = rows
  }
  const soonest = Math.min(...[...state.current.gone.values()].map(({ until }) => until))
  // biome-ignore lint/correctness/useExhaustiveDependencies: each drawing waits for the next line whose time is over.
  useEffect(() => {
    if (soonest === Number.POSITIVE_INFINITY) return
    const timer = setTimeout(() => {
      state.current = lingering(lingerOn(state.current.gone, { before: rows, rows, now: performance.now() }))
      redraw()
    }, soonest - performance.now())
    return () => clearTimeout(timer)
  }, [soonest, drawn, rows])
  return state.current.shown
}
