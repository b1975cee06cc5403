import type { BoardEvent } from '@pars/contract'
import { mayDo, type Role } from '@pars/domain'
import { getNewestNumber } from '../custody/load-history.ts'
import { inSnapshot } from '../db/transaction.ts'
import type { Runtime } from '../runtime.ts'
import { type BoardFeed, boardFeed } from './board-feed.ts'
import { type BoardOpenings, boardOpenings } from './board-openings.ts'
import { startDoorbell } from './doorbell.ts'
import { frameOf } from './event-tail.ts'
import type { Board } from './load-board.ts'
import { type BoardStream, type Outlet, type StreamSet, streamSet } from './stream-set.ts'

export interface LiveBoardOptions {
  /** The sign-ins among these that are still open, each with its account's role now. */
  readonly openSignIns: (hashes: readonly Buffer[]) => Promise<ReadonlyMap<string, Role>>
  readonly log: (line: string) => void
  readonly beatMilliseconds?: number
  /** Bytes that one stream may leave untaken. */
  readonly bufferLimit?: number
}

export interface LiveBoard {
  view(): Promise<Board>
  readonly openings: BoardOpenings
  readonly streams: number
  /** The newest journal number that was told. */
  readonly number: number
  /** Opens a stream that goes on after a journal number; without one it begins now. `begin` is called when nothing can fail any more. */
  open(begin: () => Outlet, of: Omit<BoardStream, 'id'>, after: number | undefined): Promise<void>
  stop(): Promise<void>
}

const limits = { kept: 2_000, told: 500 }

/** What a new stream gets first: what it missed, or the word to load the board again; and the time. */
const firstFrames = (feed: BoardFeed, after: number | undefined, now: BoardEvent['now']): string => {
  const { number } = feed
  const missed = feed.after(after ?? number)
  const begin = missed ?? frameOf({ type: 'reload', number, now })
  return `retry: 2000\n\n${begin}${frameOf({ type: 'beat', number, now })}`
}

interface Beating {
  readonly runtime: Runtime
  readonly feed: BoardFeed
  readonly streams: StreamSet
  readonly openings: BoardOpenings
  readonly openSignIns: LiveBoardOptions['openSignIns']
}

/** Ends the streams whose sign-in has ended or whose account may not look any more, and journals that the others still look. */
const endStale = async ({ feed, streams, openings, openSignIns }: Beating): Promise<void> => {
  const signedIn = streams.list().filter(({ signIn }) => signIn !== undefined)
  // Nobody knows who is still signed in: nobody is.
  const open = await openSignIns(signedIn.flatMap(({ signIn }) => signIn ?? [])).catch(() => new Map<string, Role>())
  for (const stream of signedIn) {
    const role = open.get(stream.signIn?.toString('hex') ?? '')
    const looks = role !== undefined && mayDo({ role }, 'board.view') && stream.actor !== undefined
    const noted =
      looks &&
      stream.actor &&
      (await openings.note(stream.actor, feed.number).then(
        () => true,
        () => false,
      ))
    if (!noted) streams.end(stream)
  }
}

const beat = async (beating: Beating): Promise<void> => {
  const { runtime, feed, streams } = beating
  await feed.advance()
  await endStale(beating)
  if (streams.size === 0) return
  const now = await inSnapshot(runtime.doors.board, async read => read.now)
  streams.tell(frameOf({ type: 'beat', number: feed.number, now }))
}

/** The live board of this process: one doorbell, one feed, all streams. */
export const startLiveBoard = async (runtime: Runtime, options: LiveBoardOptions): Promise<LiveBoard> => {
  const { log, openSignIns, bufferLimit = 1_048_576, beatMilliseconds = 15_000 } = options
  const pool = runtime.doors.board
  const streams = streamSet(bufferLimit, log)
  const newest = await inSnapshot(pool, getNewestNumber)
  const feed = boardFeed(pool, { newest, limits, onTold: frames => streams.tell(frames) })
  const openings = boardOpenings(runtime)
  let stopped = false
  const onFault = (error: unknown): void => {
    if (!stopped) log(`the board stands still: ${error instanceof Error ? error.name : 'unknown'}`)
  }
  const doorbell = startDoorbell(pool, () => void feed.advance().catch(onFault), log)
  let beating: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    beating = beating
      .then(() => Promise.all([doorbell.check(), beat({ runtime, feed, streams, openings, openSignIns })]))
      .then(() => undefined, onFault)
  }, beatMilliseconds)
  return {
    view: () => feed.view(),
    openings,
    get streams() {
      return streams.size
    },
    get number() {
      return feed.number
    },
    async open(begin, of, after) {
      // Whoever loaded the board a moment ago may be ahead of what was told.
      if (after === undefined || after > feed.number) await feed.advance()
      const now = await inSnapshot(pool, async read => read.now)
      // No await from here on: an event told between would be lost or come twice.
      streams.add(begin(), of, firstFrames(feed, after, now))
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      streams.endAll()
      await doorbell.stop()
      await beating
    },
  }
}
