import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ClusterPlace } from '../cluster/cluster-place.ts'
import { accessSettings, serverSettings } from '../cluster/server-settings.ts'
import { diskFull, EmbeddedPostgresError, isAboutFullDisk } from '../embedded-postgres-error.ts'
import { makeFolder } from '../make-folder.ts'
import { spawnOptions } from '../run-as.ts'
import { findPostmasterFile } from './postmaster-file.ts'

/** How the server listens: always on the socket, on 127.0.0.1 only when a port was asked for. */
export type Listening = { socketFolder: string; port: number; loopback: boolean }

type Launch = {
  place: ClusterPlace
  postgres: string
  listening: Listening
  logFile: string
  log: (line: string) => void
}

const rotateAtBytes = 10 * 1024 * 1024

/** True when the settings on disk, which a running server started with, are those of this PARS. */
export function hasCurrentSettings(dataFolder: string): boolean {
  return settingsFiles(dataFolder).every(([path, text]) => existsSync(path) && readFileSync(path, 'utf8') === text)
}

/** Starts postgres in a session of its own, so that Ctrl-C does not reach it, and resolves when it is ready. */
export async function launchPostgres(launch: Launch): Promise<{ pid: number }> {
  const { place, listening, logFile, log } = launch
  for (const [path, text] of settingsFiles(place.data)) writeFileSync(path, text)
  const from = openLog(logFile)
  const listen = listening.loopback ? '127.0.0.1' : ''
  const args = ['-D', place.data, '-k', listening.socketFolder, '-p', String(listening.port), '-h', listen]
  const child = spawn(launch.postgres, args, {
    ...spawnOptions(place.runAs),
    detached: true,
    stdio: ['ignore', from.descriptor, from.descriptor],
  })
  closeSync(from.descriptor)
  const end = new Promise<string>(resolve => {
    child.once('error', error => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  child.unref()
  try {
    const failure = await waitUntilReady(child, place.data, end, log)
    if (failure === undefined && child.pid !== undefined) return { pid: child.pid }
    throw explainFailure(launch, `${readFrom(logFile, from.size)}\n${failure ?? ''}`)
  } catch (error) {
    if (child.kill('SIGINT')) await end
    throw error
  }
}

async function waitUntilReady(child: ChildProcess, data: string, end: Promise<string>, log: (line: string) => void) {
  let ended: string | undefined
  void end.then(how => {
    ended = how
  })
  let nextNotice = performance.now() + 5000
  while (ended === undefined) {
    const file = findPostmasterFile(data)
    if (file?.pid === child.pid && file?.status === 'ready') return undefined
    if (performance.now() > nextNotice) {
      log('PostgreSQL is still recovering its data; nothing to do but wait')
      nextNotice += 10_000
    }
    await sleep(5)
  }
  return ended
}

function explainFailure({ place, listening, logFile }: Launch, said: string): EmbeddedPostgresError {
  if (isAboutFullDisk(said)) return diskFull(place.root)
  if (said.includes('Address already in use')) return portTaken(listening.port)
  const lines = said.split('\n').filter(line => /FATAL|PANIC|error|spawn/i.test(line))
  const reason = (lines.at(-1) ?? said.trim().split('\n').at(-1) ?? '').replace(/^.*?(FATAL|PANIC): +/, '').trim()
  return new EmbeddedPostgresError(
    'did-not-start',
    `PostgreSQL did not start on ${place.data} (${reason}): read ${logFile}, remove the cause and start again.`,
  )
}

export function portTaken(port: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'port-taken',
    `Port ${port} on 127.0.0.1 is taken by another program: stop that program, or give PostgreSQL another port.`,
  )
}

function settingsFiles(dataFolder: string): [path: string, text: string][] {
  return [
    [join(dataFolder, 'postgresql.conf'), serverSettings],
    [join(dataFolder, 'pg_hba.conf'), accessSettings],
  ]
}

/** The log is opened here and handed down, because the server's user may not be able to reach the home. */
function openLog(logFile: string): { descriptor: number; size: number } {
  makeFolder(dirname(logFile), 0o700)
  if (existsSync(logFile) && statSync(logFile).size > rotateAtBytes) renameSync(logFile, `${logFile}.1`)
  const descriptor = openSync(logFile, 'a', 0o600)
  return { descriptor, size: statSync(logFile).size }
}

function readFrom(path: string, offset: number): string {
  return readFileSync(path).subarray(offset).toString('utf8')
}
