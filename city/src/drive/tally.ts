import type { DeedKind } from '../plan/act.ts'

/** What was done, by kind and reason. */
export interface Tally {
  readonly acts: Map<DeedKind, number>
  /** Acts that somebody else, or an earlier run, had done. */
  readonly foundDone: Map<string, number>
  /** By deed and the reason that the server gave. Each stops its arrest. */
  readonly refused: Map<string, number>
  arrests: number
}

export const emptyTally = (): Tally => ({ acts: new Map(), foundDone: new Map(), refused: new Map(), arrests: 0 })

export const countOne = <K>(counts: Map<K, number>, key: K): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

export const sumOf = (counts: ReadonlyMap<unknown, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)
