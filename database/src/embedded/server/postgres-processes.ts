import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type RunAs, spawnOptions } from '../run-as.ts'
import { findProcessStart } from './process-identity.ts'

/** A data folder and the user its server runs as. */
export type Cluster = { data: string; runAs: RunAs | undefined }

/**
 * Compares the working folder of every process with the data folder. The shell runs as the server's own user, because
 * root in a container (without CAP_SYS_PTRACE) may not look at other users' processes; their owner may.
 */
const sameFolder = 'cd /proc && for p in [0-9]*; do [ "$p/cwd" -ef "$1" ] && echo "$p"; done; :'

/** Living PostgreSQL processes that work in the data folder, the postmaster among them. Linux only; elsewhere none. */
export function listPostgresProcesses({ data, runAs }: Cluster): number[] {
  if (process.platform !== 'linux') return []
  const found = spawnSync('/bin/sh', ['-c', sameFolder, 'sh', data], { ...spawnOptions(runAs), encoding: 'utf8' })
  const pids = found.stdout.split('\n').filter(line => line !== '')
  return pids.map(Number).filter(pid => isPostgres(pid) && findProcessStart(pid) !== undefined)
}

/** True when `pid` is a living postmaster of that data folder; another program that got a recycled pid is not. */
export function isPostmasterOf(pid: number, cluster: Cluster): boolean {
  if (findProcessStart(pid) === undefined) return false
  if (process.platform === 'linux') return isPostgres(pid) && listPostgresProcesses(cluster).includes(pid)
  try {
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return command.includes('postgres') && command.includes(cluster.data)
  } catch {
    return false
  }
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  } catch {
    return false
  }
}
