import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { findEmbeddedPostgres } from '@pars/database'
import { Client, type QueryResultRow } from 'pg'
import { selectPostmaster } from './checks.sql.ts'

const program = join(import.meta.dirname, '../src/pars.ts')

/** Whether this machine lets us make a namespace in which everything dies at once. */
export const hasNamespaces = spawnSync('unshare', ['--pid', '--fork', '--mount-proc', 'true']).status === 0

export interface Place {
  readonly home: string
  readonly port: number
  keep(child: ChildProcess): void
}

const environment = ({ home, port }: Pick<Place, 'home' | 'port'>) => ({
  ...process.env,
  PARS_HOME: home,
  PORT: String(port),
})

const untilHealthy = async (port: number, child: ChildProcess): Promise<void> => {
  for (let turn = 0; turn < 6000; turn++) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
    const state = (await answer?.json().catch(() => undefined)) as { database?: boolean } | undefined
    if (state?.database) return
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`)
    await sleep(20)
  }
  throw new Error('the server did not come up in two minutes')
}

/** Starts the embedded default without its city and without screens to wait for; in a process namespace of its own if asked. */
export const startServer = async (place: Place, inNamespace: boolean): Promise<ChildProcess> => {
  const serve = [process.execPath, program, 'serve', '--no-city'] as const
  const [command, ...args] = inNamespace
    ? ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child=SIGKILL', ...serve]
    : serve
  if (!command) throw new Error('no command')
  const child = spawn(command, args, { env: environment(place), stdio: 'ignore' })
  place.keep(child)
  await untilHealthy(place.port, child)
  return child
}

/** Ends a process as a power cut would. */
export const kill = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

export const stop = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** Asks the database of a home's server something, as its superuser. */
export const askDatabase = async <R extends QueryResultRow>({ home }: Place, sql: string): Promise<R[]> => {
  const connection = await findEmbeddedPostgres({ home })
  if (!connection) throw new Error('no database')
  const client = new Client(connection)
  await client.connect()
  try {
    return (await client.query<R>(sql)).rows
  } finally {
    await client.end()
  }
}

const findPostmaster = async (place: Place): Promise<number | undefined> =>
  (await askDatabase<{ pid: number }>(place, selectPostmaster).catch(() => undefined))?.[0]?.pid

/** Kills PostgreSQL's first process and says which it was. */
export const killPostgres = async (place: Place): Promise<number> => {
  const pid = await findPostmaster(place)
  if (pid === undefined) throw new Error('no PostgreSQL to kill')
  process.kill(pid, 'SIGKILL')
  return pid
}

/** Waits for another PostgreSQL than the killed one, whose orphans may answer for a moment, and for a server that serves with it. */
export const untilReplaced = async (place: Place, server: ChildProcess, killed: number): Promise<void> => {
  const late = Date.now() + 120_000
  for (let pid: number | undefined = killed; pid === undefined || pid === killed; ) {
    if (Date.now() > late) throw new Error('PostgreSQL was not brought back in two minutes')
    await sleep(20)
    pid = await findPostmaster(place)
  }
  await untilHealthy(place.port, server)
}

export const tokenOf = async (place: Place, account: string): Promise<string> =>
  (await promisify(execFile)(process.execPath, [program, 'token', account], { env: environment(place) })).stdout.trim()

export const verifyLog = async (place: Place): Promise<{ ok: boolean; size: number }> => {
  const url = `http://127.0.0.1:${place.port}/log`
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'verify-log', url, '--json'])
  return JSON.parse(stdout) as { ok: boolean; size: number }
}
