import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { errnoOf } from '../embedded-postgres-error.ts'

/** When a process began, as text that no later process with the same pid can repeat; `unknown` if it may not be read. */
export type ProcessStart = string

/** Start of the living process `pid`; undefined when there is none. A zombie counts as gone: it holds nothing any more. */
export function findProcessStart(pid: number): ProcessStart | undefined {
  if (!Number.isInteger(pid) || pid <= 0 || !isSignalable(pid)) return undefined
  return process.platform === 'linux' ? readLinuxStart(pid) : readPsStart(pid)
}

function isSignalable(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errnoOf(error) === 'EPERM'
  }
}

function readLinuxStart(pid: number): ProcessStart | undefined {
  const stat = readText(`/proc/${pid}/stat`)
  if (stat === undefined) return isSignalable(pid) ? 'unknown' : undefined
  // The command name may hold spaces and parentheses: count fields from the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined
  return `${readText('/proc/sys/kernel/random/boot_id')?.trim() ?? 'boot'}/${fields[19]}`
}

function readPsStart(pid: number): ProcessStart | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '')
  } catch {
    return undefined
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
