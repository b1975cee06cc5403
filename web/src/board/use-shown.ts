import { useLayoutEffect, useMemo, useReducer, useRef } from 'react'
import { arrangeRows } from './arrange-rows.ts'

/** The order on the screen, and what waits. Pressing "Show" takes the wanted order once. */
export const useShown = (wanted: readonly string[], isReading: boolean, filterKey: string) => {
  const shown = useRef<{ ids: string[]; key: string }>({ ids: [], key: filterKey })
  const taken = useRef(0)
  const [asked, show] = useReducer((count: number) => count + 1, 0)
  const mustTake = asked !== taken.current || shown.current.key !== filterKey
  const arranged = arrangeRows(shown.current.ids, wanted, isReading && !mustTake)
  useLayoutEffect(() => {
    shown.current = { ids: arranged.shown, key: filterKey }
    taken.current = asked
  })
  return { ...arranged, show }
}

/** Lines by id; one that has gone for good is remembered as long as it stands on the screen. */
export const useRemembered = <Row extends { arrestId: string }>(rows: readonly Row[]): Map<string, Row> => {
  const last = useRef(new Map<string, Row>())
  return useMemo(() => {
    const all = new Map([...last.current, ...rows.map(row => [row.arrestId, row] as const)])
    last.current = all
    return all
  }, [rows])
}
