import { setTimeout as sleep } from 'node:timers/promises'
import { errnoOf } from './embedded-postgres-error.ts'
import { isPostmasterOf, listPostgresProcesses } from './process-identity.ts'

type Log = (line: string) => void

/** Milliseconds given to each way of stopping before the next, harder one. */
const patience = { fast: 60_000, immediate: 10_000, kill: 10_000 }

/**
 * Stops the postmaster `pid` of `dataFolder` and returns when no process of it is left. A fast shutdown ends open
 * transactions and writes a checkpoint; the harder ways lose nothing committed, they only make the next start recover.
 */
export async function stopPostgres(pid: number, dataFolder: string, log: Log): Promise<void> {
  const ways = [
    ['SIGINT', patience.fast],
    ['SIGQUIT', patience.immediate],
    ['SIGKILL', patience.kill],
  ] as const
  for (const [signal, limit] of ways) {
    if (!isPostmasterOf(pid, dataFolder)) break
    if (signal !== 'SIGINT') log(`PostgreSQL (process ${pid}) does not stop; sending ${signal}`)
    sendSignal(pid, signal)
    if (await isTrueWithin(limit, () => !isPostmasterOf(pid, dataFolder))) break
  }
  await clearOrphans(dataFolder, log)
}

/** Ends server processes whose postmaster was killed: while one lives, PostgreSQL refuses to start on that folder. */
export async function clearOrphans(dataFolder: string, log: Log): Promise<void> {
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    if (await isTrueWithin(2000, () => listPostgresProcesses(dataFolder).length === 0)) return
    const orphans = listPostgresProcesses(dataFolder)
    log(`ending server processes left without their postmaster: ${orphans.join(', ')} (${signal})`)
    for (const orphan of orphans) sendSignal(orphan, signal)
  }
  await isTrueWithin(2000, () => listPostgresProcesses(dataFolder).length === 0)
}

export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (errnoOf(error) !== 'ESRCH') throw error
  }
}

/** Asks `isTrue` every 10 ms until it holds or `limit` milliseconds have passed. */
export async function isTrueWithin(limit: number, isTrue: () => boolean): Promise<boolean> {
  const end = performance.now() + limit
  while (!isTrue()) {
    if (performance.now() > end) return false
    await sleep(10)
  }
  return true
}
