import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.ts'
import { killChildren } from './started-child.ts'

export const isRoot = process.getuid?.() === 0

const folders: string[] = []

/** A new folder that every user may pass through; `removeFolders` deletes it and ends every server that works in it. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pars-test-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

let template: string | undefined

/** A new home with data in it, copied from one that was made by a first start and stopped. */
export async function makeCreatedHome(): Promise<string> {
  template ??= await createTemplate()
  const home = join(makeFolder(), '.pars')
  execFileSync('cp', ['-a', template, home])
  return home
}

afterAll(() => {
  if (template !== undefined) rmSync(join(template, '..'), { recursive: true, force: true })
})

async function createTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'pars-test-template-'))
  chmodSync(folder, 0o755)
  const server = await startEmbeddedPostgres({ home: join(folder, '.pars') })
  await server.stop()
  return join(folder, '.pars')
}

export function removeFolders(): void {
  killChildren()
  for (const folder of folders.splice(0)) {
    for (const pid of listServers(folder)) process.kill(pid, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Postmasters and their children with a command line in `folder`, found by `ps` and not by the code under test. */
export function listServers(folder: string): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
  const rows = table.split('\n').flatMap(line => {
    const [, pid, ppid, stat, args] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? []
    return stat === undefined || stat.startsWith('Z')
      ? []
      : [{ pid: Number(pid), ppid: Number(ppid), args: args ?? '' }]
  })
  const masters = rows.filter(row => row.args.includes('bin/postgres -D') && row.args.includes(folder))
  const pids = new Set(masters.map(row => row.pid))
  return rows.filter(row => pids.has(row.pid) || pids.has(row.ppid)).map(row => row.pid)
}

/** An ordinary user to run as; undefined when the tests already run as one. */
export function findOrdinaryUser(): { uid: number; gid: number } | undefined {
  if (!isRoot) return undefined
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+)/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? []
  return { uid: Number(uid), gid: Number(gid) }
}
