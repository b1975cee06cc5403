import type { Pool, PoolClient } from 'pg'
import { type Carried, type CarryOptions, carryOutDue } from './carry-out.ts'
import { checkWalls } from './check-walls.ts'
import { inKeeperTransaction, KeeperBusy } from './in-keeper.ts'
import { enterDutiesAtEnd } from './keep-duties.ts'
import { callKeepCalendar, deleteOldAnswers } from './keeper.sql.ts'
import { openPartnerDoors, renewCredentials } from './open-doors.ts'

const idleMilliseconds = 1000
/** The sequencer numbers a ballot within this time. */
const soonMilliseconds = 60
const hour = 3_600_000

export interface KeeperState {
  running: boolean
  /** In words for the operator; null while all is well. */
  trouble: string | null
}

export interface AgreementKeeper {
  readonly state: KeeperState
  /** Something was committed that may be carried out: look now instead of at the next second. */
  nudge(): void
  /** Looks once, now, and waits until it has. */
  lookNow(): Promise<void>
  stop(): Promise<void>
}

interface Memory {
  /** The first look opens every partner's door again and renews credentials. */
  begun: boolean
  wallsCheckedAt: number
  wallsTrouble: string | null
}

const begin = async (client: PoolClient, options: CarryOptions, memory: Memory): Promise<void> => {
  if (!memory.begun) {
    // What is different now was changed from outside, before this process changes anything itself.
    memory.wallsTrouble = await inKeeperTransaction(client, checkWalls)
    memory.wallsCheckedAt = Date.now()
    await renewCredentials(client, options)
  }
  await openPartnerDoors(client, options, !memory.begun)
  memory.begun = true
}

const lookOnce = async (client: PoolClient, options: CarryOptions, memory: Memory): Promise<Carried> => {
  await begin(client, options, memory)
  const carried = await carryOutDue(client, options)
  await inKeeperTransaction(client, async tx => {
    await tx.rows(callKeepCalendar)
    await enterDutiesAtEnd(tx)
    await tx.write(deleteOldAnswers)
  })
  if (Date.now() - memory.wallsCheckedAt >= hour) {
    memory.wallsTrouble = await inKeeperTransaction(client, checkWalls)
    memory.wallsCheckedAt = Date.now()
  }
  return { soon: carried.soon, trouble: carried.trouble ?? memory.wallsTrouble }
}

const lookWith = async (pool: Pool, options: CarryOptions, memory: Memory): Promise<Carried> => {
  const client = await pool.connect()
  let broken = false
  try {
    return await lookOnce(client, options, memory)
  } catch (error) {
    if (error instanceof KeeperBusy) return { soon: false, trouble: null }
    broken = true
    throw error
  } finally {
    client.release(broken)
  }
}

/**
 * The keeper's job: every second, and right after a ballot, it puts in force what has its ballots, acceptance and sign-offs, stops what
 * two seats stopped, keeps the calendar, and throws away answers that nobody collected. It decides nothing: the database does, again.
 */
export const startAgreementKeeper = (pool: Pool, options: CarryOptions): AgreementKeeper => {
  const state: KeeperState = { running: true, trouble: null }
  const memory: Memory = { begun: false, wallsCheckedAt: 0, wallsTrouble: null }
  let stopped = false
  let nudged = false
  let wake: () => void = () => {}
  let looking: Promise<boolean> = Promise.resolve(false)

  const look = async (): Promise<boolean> => {
    try {
      const { soon, trouble } = await lookWith(pool, options, memory)
      if (trouble !== null && trouble !== state.trouble) options.log(`agreements: ${trouble}`)
      state.trouble = trouble
      return soon
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
      if (state.trouble === null && !stopped) options.log(`agreements are not kept${code}`)
      state.trouble = `agreements are not kept${code}`
      return false
    }
  }
  // One look after the other: two at once would find each other's lock.
  const lookNext = (): Promise<boolean> => {
    looking = looking.then(look)
    return looking
  }

  const loop = async (): Promise<void> => {
    while (!stopped) {
      nudged = false
      const soon = await lookNext()
      if (stopped || nudged) continue
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, soon ? soonMilliseconds : idleMilliseconds)
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
    nudge() {
      nudged = true
      wake()
    },
    lookNow: async () => void (await lookNext()),
    async stop() {
      stopped = true
      wake()
      await done
      await looking
      state.running = false
    },
  }
}
