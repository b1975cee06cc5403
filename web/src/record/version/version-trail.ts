import type { ArrestRecord } from '@pars/contract'

type Line = ArrestRecord['history'][number]

/** Where a version stands among the acts about this arrest. */
export interface Trail {
  /** The act that made the version: the last one at or before the number asked for. */
  shown: (Line & { number: number }) | undefined
  earlier: number | undefined
  later: number | undefined
}

const hasNumber = (line: Line): line is Line & { number: number } => line.number !== null

/** The acts around a journal number. A number of another record's entry means this record as it stood then. */
export const trailAt = (history: readonly Line[], asOf: number): Trail => {
  const lines = history.filter(hasNumber).toSorted((one, other) => one.number - other.number)
  const at = lines.findLastIndex(line => line.number <= asOf)
  return { shown: lines[at], earlier: lines[at - 1]?.number, later: lines[at + 1]?.number }
}
