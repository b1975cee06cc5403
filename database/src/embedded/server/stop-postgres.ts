import { setTimeout as sleep } from 'node:timers/promises'
import { errnoOf } from '../embedded-postgres-error.ts'
import { type Cluster, isPostmasterOf, listPostgresProcesses } from './postgres-processes.ts'
import { findProcessStart } from './process-identity.ts'

type Log = (line: string) => void

/** Each way of stopping with the milliseconds it gets before the next, harder one. */
const ways = [
  ['SIGINT', 60_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 10_000],
] as const

/**
 * Stops the postmaster `pid` of this cluster and returns when no process of it is left. A fast shutdown ends open
 * transactions and writes a checkpoint; the harder ways lose nothing committed, they only make the next start recover.
 */
export async function stopPostgres(pid: number, cluster: Cluster, log: Log): Promise<void> {
  const start = isPostmasterOf(pid, cluster) ? findProcessStart(pid) : undefined
  const isGone = () => start === undefined || findProcessStart(pid) !== start
  for (const [signal, limit] of ways) {
    if (isGone()) break
    if (signal !== 'SIGINT') log(`PostgreSQL (process ${pid}) does not stop; sending ${signal}`)
    sendSignal(pid, signal)
    if (await isTrueWithin(limit, isGone)) break
  }
  await clearOrphans(cluster, log)
}

/** Ends server processes whose postmaster was killed: while one lives, PostgreSQL refuses to start on that folder. */
export async function clearOrphans(cluster: Cluster, log: Log): Promise<void> {
  const haveEnded = () => listPostgresProcesses(cluster).length === 0
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    if (await isTrueWithin(1000, haveEnded)) return
    const orphans = listPostgresProcesses(cluster)
    log(`ending server processes left without their postmaster: ${orphans.join(', ')} (${signal})`)
    for (const orphan of orphans) sendSignal(orphan, signal)
  }
  await isTrueWithin(1000, haveEnded)
}

/** Asks the postmaster to end, without waiting; a pid that is no longer its own gets no signal. */
export function interruptPostgres(pid: number, cluster: Cluster): void {
  if (isPostmasterOf(pid, cluster)) sendSignal(pid, 'SIGINT')
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
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
