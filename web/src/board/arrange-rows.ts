import type { BoardRow } from '@pars/contract'

/** The filters of the board's address. */
export interface Filter {
  seat?: string | undefined
  stage?: string | undefined
  /** Only those held at least so many hours. */
  past?: number | undefined
}

const heldHours = (row: BoardRow, now: number): number => (now - Date.parse(row.arrestedAt)) / 3_600_000

export const fits = (row: BoardRow, filter: Filter, now: number): boolean => {
  if (filter.seat && row.custody.next?.party !== filter.seat) return false
  if (filter.stage && row.custody.stage !== filter.stage) return false
  return filter.past === undefined || heldHours(row, now) >= filter.past
}

/** Longest held first; two arrests of the same minute keep a fixed order. */
export const oldestFirst = (rows: Iterable<BoardRow>): BoardRow[] =>
  [...rows].sort((a, b) => Date.parse(a.arrestedAt) - Date.parse(b.arrestedAt) || (a.arrestId < b.arrestId ? -1 : 1))

export interface Arranged {
  /** What stands on the screen, in order. */
  shown: string[]
  /** What has come and gone since, and waits while somebody reads. */
  arrived: number
  left: number
}

/**
 * The order of the screen after a change. While somebody reads, no row comes, goes or moves: the difference is counted.
 * Otherwise the screen takes the wanted order.
 */
export const arrangeRows = (shown: readonly string[], wanted: readonly string[], isReading: boolean): Arranged => {
  if (!isReading || shown.length === 0) return { shown: [...wanted], arrived: 0, left: 0 }
  const before = new Set(shown)
  const after = new Set(wanted)
  return {
    shown: [...shown],
    arrived: wanted.filter(id => !before.has(id)).length,
    left: shown.filter(id => !after.has(id)).length,
  }
}
