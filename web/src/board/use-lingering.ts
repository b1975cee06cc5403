import type { BoardRow } from '@pars/contract'
import { useEffect, useReducer, useRef } from 'react'

/** How long a line that left custody stays, marked, before the others close up. */
const farewell = 1_500

/** The rows and, for a moment, those that have just gone, so that nobody wonders where a line went. */
export const useLingering = (rows: ReadonlyMap<string, BoardRow>): ReadonlyMap<string, BoardRow> => {
  const before = useRef(rows)
  const gone = useRef(new Map<string, BoardRow>())
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  if (before.current !== rows) {
    const left = [...gone.current, ...before.current].filter(([id]) => !rows.has(id))
    if (left.length > 0 || gone.current.size > 0) gone.current = new Map(left)
    before.current = rows
  }
  const leaving = [...gone.current.keys()].join(' ')
  useEffect(() => {
    if (leaving === '') return
    const timer = setTimeout(() => {
      gone.current = new Map()
      redraw()
    }, farewell)
    return () => clearTimeout(timer)
  }, [leaving])
  return gone.current
}
