import type { Pool } from 'pg'
import { inSnapshot } from '../db/transaction.ts'
import { eventTail, type TailLimits } from './event-tail.ts'
import { loadBoard } from './load-board.ts'
import { loadChanges } from './load-changes.ts'
import { takeTurns } from './take-turns.ts'

const batchLimit = 500

export interface BoardFeed {
  /** The newest journal number that was told. */
  readonly number: number
  /** The board as the tables have it. */
  view: () => ReturnType<typeof loadBoard>
  /** Tells everything that has its number by now. */
  advance(): Promise<void>
  /** What somebody missed who has seen everything up to a number; undefined when he must load the board again. */
  after(seen: number): string | undefined
}

/**
 * Follows the journal for the whole process: the rows of a batch are computed and put into bytes once, for every stream. `onTold` gets
 * the bytes. Begins some entries back, so that streams of before a restart go on where they were.
 */
export const boardFeed = (
  pool: Pool,
  { newest, limits, onTold }: { newest: number; limits: TailLimits; onTold: (frames: string) => void },
): BoardFeed => {
  const tail = eventTail(Math.max(0, newest - limits.kept), limits)
  const step = async (): Promise<boolean> => {
    const changes = await inSnapshot(pool, read => loadChanges(read, tail.number, batchLimit))
    if (!changes) return false
    const frames = tail.add(changes.events, changes.number)
    if (frames !== '') onTold(frames)
    return true
  }
  const advance = takeTurns(async () => {
    while (await step());
  })
  return {
    get number() {
      return tail.number
    },
    view: takeTurns(() => inSnapshot(pool, loadBoard)),
    advance,
    after: seen => tail.after(seen),
  }
}
