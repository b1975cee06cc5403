import { setTimeout as sleep } from 'node:timers/promises'
import {
  appendToFrontier,
  emptyFrontier,
  equalBytes,
  type Frontier,
  frontierRoot,
  hashLeaf,
  readFrontier,
} from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import type { Pool, PoolClient } from 'pg'
import { type Read, readBy } from '../db/statement.ts'
import {
  deleteWaiting,
  insertPlaces,
  lockHead,
  moveHead,
  ringDoorbell,
  selectTile,
  selectWaiting,
  writeTiles,
} from './journal.sql.ts'
import { leafOfRow, type WaitingRow } from './leaf-of-row.ts'
import { lineOf, troubleOf } from './trouble-words.ts'

const batchLimit = 1000
const idleMilliseconds = 100
/** Acts that are rung for one after another share a batch: each batch is a transaction of its own. */
const leastMilliseconds = 15

export interface SequencerState {
  running: boolean
  lastNumber: number
  /** Why it stands still, in words for the operator; null while all is well. */
  trouble: string | null
}

export interface Sequencer {
  readonly state: SequencerState
  /** Something was committed: look now instead of at the next tick. */
  nudge(): void
  stop(): Promise<void>
}

interface Head {
  size: number
  root: Buffer
}

const readFrontierOf = async (read: Read, head: Head): Promise<Frontier> => {
  const frontier =
    head.size === 0
      ? emptyFrontier
      : await readFrontier(
          sha256,
          head.size,
          async ({ level, index }) =>
            (await read.find<{ bytes: Buffer }>(selectTile(level, index)))?.bytes ?? new Uint8Array(0),
        )
  if (head.size > 0 && !equalBytes(frontierRoot(sha256, frontier), head.root)) {
    throw new Error('the stored tiles do not give the root of the head: the log was changed from outside')
  }
  return frontier
}

/**
 * Gives committed entries their places: one batch in one transaction under the lock of the head. A second sequencer waits for the
 * lock, finds the head moved and takes over from there; it can't fork.
 */
const sequenceBatch = async (
  client: PoolClient,
  known: Frontier | undefined,
): Promise<{ frontier: Frontier; moved: boolean }> => {
  const read = readBy(client)
  const begun = (await client.query(
    'begin isolation level read committed; select pars.instant() as now',
  )) as unknown as { rows: { now: string }[] }[]
  const batchAt = begun[1]?.rows[0]?.now
  const head = await read.find<Head>(lockHead)
  if (!head || !batchAt) throw new Error('the journal has no head')
  const isCurrent =
    known !== undefined &&
    known.size === head.size &&
    (head.size === 0 || equalBytes(frontierRoot(sha256, known), head.root))
  const frontier = isCurrent ? known : await readFrontierOf(read, head)
  const rows = await read.rows<WaitingRow>(selectWaiting(batchLimit))
  if (rows.length === 0) {
    await client.query('rollback')
    return { frontier, moved: false }
  }
  const leaves = rows.map(row => Buffer.from(leafOfRow(sha256, row, batchAt).bytes))
  const hashes = leaves.map(leaf => Buffer.from(hashLeaf(sha256, leaf)))
  const appended = appendToFrontier(sha256, frontier, hashes)
  // ISO instants sort as text.
  const latestAt =
    rows
      .map(row => row.made_at)
      .sort()
      .at(-1) ?? batchAt
  const moved = await read.rows<{ size: number }>(
    moveHead(
      head.size,
      appended.size,
      Buffer.from(appended.root),
      Buffer.concat(appended.frontier.peaks),
      latestAt,
      batchAt,
    ),
  )
  if (moved.length !== 1) throw new Error('another sequencer moved the head')
  await read.rows(
    insertPlaces(
      head.size,
      rows.map(row => row.entry_id),
      batchAt,
      leaves,
      hashes,
    ),
  )
  const { tiles } = appended
  await read.rows(
    writeTiles(
      tiles.map(tile => tile.level),
      tiles.map(tile => tile.index),
      tiles.map(tile => tile.width),
      tiles.map(tile => Buffer.from(tile.bytes)),
    ),
  )
  await read.rows(deleteWaiting(rows.map(row => row.ticket)))
  // One doorbell for the batch: one for each transaction would cost three quarters of the commits.
  await read.rows(ringDoorbell)
  await client.query('commit')
  return { frontier: appended.frontier, moved: true }
}

/** Starts the one sequencer of this process. It never ends the process: while it stands still, intake goes on. */
export const startSequencer = (
  pool: Pool,
  { onMoved, onTrouble }: { onMoved: () => void; onTrouble: (trouble: string) => void },
): Sequencer => {
  const state: SequencerState = { running: true, lastNumber: 0, trouble: null }
  let frontier: Frontier | undefined
  let stopped = false
  let wake: () => void = () => {}

  const runOnce = async (): Promise<boolean> => {
    const client = await pool.connect()
    let broken = false
    try {
      const batch = await sequenceBatch(client, frontier)
      frontier = batch.frontier
      state.lastNumber = frontier.size
      return batch.moved
    } catch (error) {
      frontier = undefined
      broken = true
      throw error
    } finally {
      client.release(broken)
    }
  }

  const loop = async (): Promise<void> => {
    while (!stopped) {
      try {
        const began = performance.now()
        const moved = await runOnce()
        state.trouble = null
        if (moved) {
          // Signed only after the commit: a signature over a root that is not committed could contradict the next one.
          onMoved()
          await sleep(Math.max(0, leastMilliseconds - (performance.now() - began)))
          continue
        }
      } catch (error) {
        state.trouble = troubleOf(error)
        if (!stopped) onTrouble(lineOf(error))
      }
      if (!stopped)
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, state.trouble ? 1000 : idleMilliseconds)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
    }
  }

  const done = loop()
  return {
    state,
    nudge: () => wake(),
    async stop() {
      stopped = true
      wake()
      await done
      state.running = false
    },
  }
}
