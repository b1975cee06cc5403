import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { findClusterPlace } from '../embedded/cluster/cluster-place.ts'
import { findHomeHolder } from '../embedded/home-lock.ts'
import { findPostmasterFile } from '../embedded/server/postmaster-file.ts'
import { findProcessStart } from '../embedded/server/process-identity.ts'
import { isTrueWithin, stopPostgres } from '../embedded/server/stop-postgres.ts'

const home = process.argv[2]
if (home === undefined) throw new Error('name a home')

/** By pid with its start: a pid that has passed to somebody else is not ours to end. */
const kept = new Map<number, string>()
const isLiving = ([pid, start]: [number, string]): boolean => findProcessStart(pid) === start

const follow = (line: string): void => {
  const pid = Number(line.slice(1))
  const start = line.startsWith('+') ? findProcessStart(pid) : undefined
  if (start === undefined) kept.delete(pid)
  else kept.set(pid, start)
}

const send = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended meanwhile.
  }
}

/** Asks the processes to end, and the server too that one of them, npm for example, started and left. */
const endProcesses = async (): Promise<void> => {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const holder = findHomeHolder(home)
    if (holder !== undefined) kept.set(holder.pid, holder.processStart)
    const living = [...kept].filter(isLiving)
    for (const [pid] of living) send(pid, signal)
    await isTrueWithin(15_000, () => ![...kept].some(isLiving) && findHomeHolder(home) === undefined)
  }
}

const removeHome = async (): Promise<void> => {
  const place = findClusterPlace(home)
  if (place) {
    await stopPostgres(findPostmasterFile(place.data)?.pid ?? 0, place, line => console.error(line))
    rmSync(place.root, { recursive: true, force: true })
  }
  rmSync(home, { recursive: true, force: true })
}

const lines = createInterface({ input: process.stdin })
lines.on('line', follow)
lines.once('close', () => void endProcesses().then(removeHome))
