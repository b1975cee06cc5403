import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import { listenToJournal, ping } from './doorbell.sql.ts'

export interface Doorbell {
  /** Asks the connection whether it is still there; one that does not answer is replaced. */
  check(): Promise<void>
  stop(): Promise<void>
}

interface Listening {
  /** Settles when the connection is of no use any more. */
  readonly lost: Promise<void>
  check(): Promise<void>
  close(): void
}

const longestPause = 5_000

/** Listens by one connection of the pool. */
const listen = async (pool: Pool, onRing: () => void): Promise<Listening> => {
  const client = await pool.connect()
  const { promise: lost, resolve: lose } = Promise.withResolvers<void>()
  const close = (): void => {
    client.removeListener('notification', onRing)
    lose()
  }
  // Stays on: an error without a listener would end the process.
  client.on('error', close)
  client.on('end', close)
  client.on('notification', onRing)
  void lost.then(() => client.release(true))
  await client.query(listenToJournal).catch(error => {
    close()
    throw error
  })
  return { lost, check: () => client.query(ping).then(() => undefined, close), close }
}

/**
 * The one connection of the process that hears the sequencer's doorbell. It rings once after each connect: what rang before was not
 * heard.
 */
export const startDoorbell = (pool: Pool, onRing: () => void, onTrouble: (trouble: string) => void): Doorbell => {
  const stopping = new AbortController()
  let current: Listening | undefined
  let pause = 100
  const listenOnce = async (): Promise<void> => {
    current = await listen(pool, onRing)
    if (stopping.signal.aborted) current.close()
    pause = 100
    onRing()
    await current.lost
  }
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await listenOnce().catch(() => undefined)
      current = undefined
      if (stopping.signal.aborted) return
      onTrouble(`the board lost its doorbell and listens again in ${pause} ms`)
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
      pause = Math.min(pause * 2, longestPause)
    }
  }
  const done = run()
  return {
    async check() {
      await current?.check()
    },
    async stop() {
      stopping.abort()
      current?.close()
      await done
    },
  }
}
