import { accessSync, constants, existsSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { placeCluster } from './cluster/cluster-place.ts'
import { checkMajorVersion, createCluster } from './cluster/create-cluster.ts'
import { type EmbeddedConnection, ensureDatabase, toConnection, toUrl } from './embedded-connection.ts'
import { explainFileError } from './embedded-postgres-error.ts'
import { acquireHomeLock, type HomeLock } from './home-lock.ts'
import { makeFolder } from './make-folder.ts'
import { findNativeFolder, prepareBinaries } from './postgres-binaries.ts'
import { keepServing } from './server/keep-serving.ts'
import type { Server } from './server/serve-cluster.ts'
import { createSuperuserPassword, explainSqlError, getSuperuserPassword } from './superuser-password.ts'

export type EmbeddedPostgresOptions = {
  /** PARS_HOME: everything of this PARS lies in it. Default: the variable, else `.pars` in the working folder. */
  home?: string
  /** Also listen on 127.0.0.1 at this port. Default: the socket only. */
  port?: number
  /** Folder of the superuser's password. Default: PARS_KEYS, else `keys` in the home. */
  keys?: string
  /** Folder for programs and data that cannot stay in the home, used only when PARS runs as root. */
  shared?: string
  /** Folder of the PostgreSQL programs, with `bin`, `lib` and `share`. Default: the npm package's. */
  native?: string
  /** Receives one line of plain text for each noteworthy step. */
  log?: (line: string) => void
}

/** Milliseconds; `initdb` is 0 when the data was there, `start` when the server was adopted. */
export type StartTimings = { prepare: number; initdb: number; start: number; total: number }

export type EmbeddedPostgres = {
  connection: EmbeddedConnection
  /** The same as a URL with the password in it. */
  adminUrl: string
  /** Of PostgreSQL, such as `18.4`. */
  version: string
  /** Of the postmaster; another one after a crash. */
  readonly pid: number
  /** True when a server that an earlier PARS left running was taken over. */
  wasAdopted: boolean
  /** True when this start created the data. */
  freshlyCreated: boolean
  dataFolder: string
  logFile: string
  timings: StartTimings
  /** Ends all connections, writes everything down and returns when no process is left. May be called twice. */
  stop(): Promise<void>
}

type Settled = Required<Omit<EmbeddedPostgresOptions, 'port'>> & { port: number | undefined; began: number }

/**
 * Starts the PostgreSQL of a home folder, creating its data at the first start and adopting a server that a killed PARS
 * left running. Throws EmbeddedPostgresError, whose message is for the person at the terminal.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions = {}): Promise<EmbeddedPostgres> {
  const began = performance.now()
  const wanted = resolve(options.home ?? process.env['PARS_HOME'] ?? '.pars')
  let lock: HomeLock | undefined
  try {
    const home = openHome(wanted)
    lock = acquireHomeLock(home)
    const keys = options.keys ?? process.env['PARS_KEYS'] ?? join(home, 'keys')
    const { shared = '/var/lib/pars', native = findNativeFolder(), log = () => {}, port } = options
    return await startLocked({ home, keys: resolve(keys), shared, native, log, port, began }, lock)
  } catch (error) {
    lock?.release()
    throw explainFileError(error, wanted)
  }
}

async function startLocked(settled: Settled, lock: HomeLock): Promise<EmbeddedPostgres> {
  const { home, log } = settled
  const place = await placeCluster(settled)
  const binaries = prepareBinaries({ ...settled, runAs: place.runAs })
  const prepared = performance.now()
  const freshlyCreated = !existsSync(place.data)
  const password = freshlyCreated ? createSuperuserPassword(settled.keys) : getSuperuserPassword(settled.keys, place)
  if (freshlyCreated) log(`creating the database in ${place.data}`)
  if (freshlyCreated) await createCluster(place, binaries, password)
  else checkMajorVersion(place.data, binaries)
  const created = performance.now()
  const logFile = join(home, 'logs', 'postgresql.log')
  const server = await keepServing({ place, binaries, password, logFile, port: settled.port, log })
  const connection = toConnection(server.socketFolder, server.port, password)
  try {
    await ensureDatabase(connection)
  } catch (error) {
    await server.stop()
    throw explainSqlError(error, place, settled.keys)
  }
  const now = performance.now()
  const timings = toTimings([settled.began, prepared, created, now], { freshlyCreated, wasAdopted: server.wasAdopted })
  log(
    `PostgreSQL ${binaries.version} is ready (process ${server.pid}, initdb ${timings.initdb} ms, start ${timings.start} ms)`,
  )
  return {
    connection,
    adminUrl: toUrl(connection),
    version: binaries.version,
    get pid() {
      return server.pid
    },
    wasAdopted: server.wasAdopted,
    freshlyCreated,
    dataFolder: place.data,
    logFile,
    timings,
    stop: stopOnce(server, lock),
  }
}

/** A process that exits without stop() still asks its server to end; the next start waits for that. */
function stopOnce(server: Server, lock: HomeLock): () => Promise<void> {
  const lastResort = () => {
    server.interrupt()
    lock.release()
  }
  process.once('exit', lastResort)
  let stopped: Promise<void> | undefined
  const stop = async () => {
    await server.stop()
    process.off('exit', lastResort)
    lock.release()
  }
  return () => {
    stopped ??= stop()
    return stopped
  }
}

function openHome(wanted: string): string {
  // As root others must be able to pass through, because the server's user is another; what lies inside is 0700 each.
  makeFolder(wanted, process.getuid?.() === 0 ? 0o711 : 0o700)
  const home = realpathSync(wanted)
  accessSync(home, constants.W_OK | constants.X_OK)
  return home
}

function toTimings(
  marks: [number, number, number, number],
  how: { freshlyCreated: boolean; wasAdopted: boolean },
): StartTimings {
  const [began, prepared, created, ready] = marks.map(Math.round) as typeof marks
  return {
    prepare: prepared - began,
    initdb: how.freshlyCreated ? created - prepared : 0,
    start: how.wasAdopted ? 0 : ready - created,
    total: ready - began,
  }
}
