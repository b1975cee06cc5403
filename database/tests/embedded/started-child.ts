import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { EmbeddedConnection } from '../../src/embedded/embedded-connection.ts'

type Started = {
  ok: true
  connection: EmbeddedConnection
  pid: number
  version: string
  wasAdopted: boolean
  freshlyCreated: boolean
  dataFolder: string
  lines: string[]
}

type Refused = { ok: false; fault: string; message: string; lines: string[] }

export type ChildOptions = {
  home: string
  shared?: string
  native?: string
  /** Run as this user instead of the present one. */
  user?: { uid: number; gid: number }
  /** Root of a copied project, and the Node to run it with. */
  project?: { folder: string; node: string }
  /** A command to start Node through, such as setpriv with its options. */
  through?: string[]
  /** Kill the child after so many milliseconds, whatever it is doing. */
  killAfter?: number
}

const here = { folder: join(import.meta.dirname, '..', '..', '..'), node: process.execPath }
const children = new Set<ChildProcess>()

/** Runs `child-program.ts` and resolves with what it said once its database is up or refused. */
export async function startChild(options: ChildOptions) {
  const { user, project = here, through = [], killAfter, ...rest } = options
  const program = join(project.folder, 'database', 'tests', 'embedded', 'child-program.ts')
  const [command = '', ...args] = [...through, project.node, program, JSON.stringify(rest)]
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8' }
  const child = spawn(command, args, { ...user, cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'] })
  children.add(child)
  if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter)
  const exited = once(child, 'exit').then(([code, signal]) => (signal ?? code) as string | number)
  let errors = ''
  child.stderr.on('data', data => {
    errors += String(data)
  })
  const line = await Promise.race([once(createInterface(child.stdout), 'line'), exited.then(() => undefined)])
  if (line === undefined) throw new Error(`the child ended without a word: ${errors}`)
  const result = JSON.parse(String(line[0])) as Started | Refused
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return exited
  }
  return { result, kill, exited, pid: child.pid ?? 0 }
}

/** The same, for tests in which the start must succeed. */
export async function startChildWell(options: ChildOptions) {
  const child = await startChild(options)
  if (!child.result.ok) throw new Error(child.result.message)
  return { ...child, result: child.result }
}

/** Kills what a failed test left behind. */
export function killChildren(): void {
  for (const child of children) child.kill('SIGKILL')
  children.clear()
}
