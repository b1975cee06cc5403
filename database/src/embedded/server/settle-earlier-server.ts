import type { ClusterPlace } from '../cluster/cluster-place.ts'
import { removeSocket } from '../cluster/socket-folder.ts'
import { findIllness, toConnection } from '../embedded-connection.ts'
import { EmbeddedPostgresError } from '../embedded-postgres-error.ts'
import { hasCurrentSettings } from './launch-postgres.ts'
import { isPostmasterOf } from './postgres-processes.ts'
import {
  disownPostmasterFile,
  findPostmasterFile,
  isSocketAnswering,
  type PostmasterFile,
  socketPath,
} from './postmaster-file.ts'
import { clearOrphans, isTrueWithin, stopPostgres } from './stop-postgres.ts'

type Wanted = {
  place: ClusterPlace
  port: number
  loopback: boolean
  password: string
  version: string
  log: (line: string) => void
}

/** A server left running by a PARS that was killed, found healthy. */
export type EarlierServer = { pid: number; socketFolder: string }

/**
 * Deals with what an earlier PARS left on this data folder (its home lock is ours by now): returns its server if that
 * is healthy and just as we would start it, else stops it, with everything that still holds the folder.
 */
export async function settleEarlierServer(wanted: Wanted): Promise<EarlierServer | undefined> {
  const { place, log } = wanted
  const file = findPostmasterFile(place.data)
  if (file === undefined) {
    await clearOrphans(place, log)
    return undefined
  }
  if (!isPostmasterOf(file.pid, place)) {
    await settleStaleFile(place, file, log)
    return undefined
  }
  const reason = await findReasonToStop(wanted, file.pid)
  if (reason === undefined) {
    log(`adopted the PostgreSQL that an earlier PARS left running (process ${file.pid})`)
    return { pid: file.pid, socketFolder: file.socketFolder }
  }
  log(`stopping the PostgreSQL that an earlier PARS left running (process ${file.pid}): ${reason}`)
  await stopPostgres(file.pid, place, log)
  removeSocket(file.socketFolder, file.port)
  return undefined
}

async function settleStaleFile(place: ClusterPlace, file: PostmasterFile, log: (line: string) => void): Promise<void> {
  if (file.socketFolder !== '' && (await isSocketAnswering(socketPath(file.socketFolder, file.port)))) {
    throw new EmbeddedPostgresError(
      'already-running',
      `PostgreSQL already runs on ${place.data}, out of this process's sight (another container, process ${file.pid} there): stop it there first.`,
    )
  }
  log(`PostgreSQL was not stopped the last time (its process ${file.pid} is gone); it recovers now`)
  await clearOrphans(place, log)
  disownPostmasterFile(place.data)
  removeSocket(file.socketFolder, file.port)
}

async function findReasonToStop(wanted: Wanted, pid: number): Promise<string | undefined> {
  const { data } = wanted.place
  await isTrueWithin(300_000, () => findPostmasterFile(data)?.status !== 'starting')
  const file = findPostmasterFile(data)
  if (file?.status !== 'ready' || file.pid !== pid) return `it is ${file?.status || 'gone'}`
  if (!hasCurrentSettings(data)) return 'its settings are of another version of PARS'
  if (file.port !== wanted.port || (file.listenAddress !== '') !== wanted.loopback) return 'it listens on another port'
  const illness = await findIllness(toConnection(file.socketFolder, file.port, wanted.password), wanted.version)
  return illness === undefined ? undefined : `it is not well (${illness})`
}
