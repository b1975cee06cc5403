import { createServer } from 'node:net'
import type { ClusterPlace } from '../cluster/cluster-place.ts'
import { makeSocketFolder, removeSocket } from '../cluster/socket-folder.ts'
import type { PostgresBinaries } from '../postgres-binaries.ts'
import { launchPostgres, portTaken } from './launch-postgres.ts'
import { type EarlierServer, settleEarlierServer } from './settle-earlier-server.ts'
import { interruptPostgres, stopPostgres } from './stop-postgres.ts'

/** A running server of this home, started or adopted. */
export type Server = {
  pid: number
  socketFolder: string
  port: number
  wasAdopted: boolean
  stop(): Promise<void>
  /** Asks the server to end without waiting for it, at the exit of this process. */
  interrupt(): void
}

export type WantedServer = {
  place: ClusterPlace
  binaries: PostgresBinaries
  password: string
  logFile: string
  port: number | undefined
  /** Of the server that this one replaces. */
  socketFolder?: string
  log: (line: string) => void
}

const defaultPort = 5432

/** Adopts the server an earlier PARS left, or starts one; with a port it listens on 127.0.0.1 beside its socket. */
export async function serveCluster(wanted: WantedServer): Promise<Server> {
  const { place, binaries, log, password } = wanted
  const { port = defaultPort } = wanted
  const loopback = wanted.port !== undefined
  const { version } = binaries
  const earlier = await settleEarlierServer({ place, port, loopback, password, version, log })
  if (earlier === undefined) return launch(wanted, port, loopback)
  return toServer(wanted, earlier, true)
}

function toServer(wanted: WantedServer, { pid, socketFolder }: EarlierServer, wasAdopted: boolean): Server {
  const { place, log, port = defaultPort } = wanted
  const stop = async () => {
    await stopPostgres(pid, place, log)
    removeSocket(socketFolder, port)
  }
  return { pid, socketFolder, port, wasAdopted, stop, interrupt: () => interruptPostgres(pid, place) }
}

async function launch(wanted: WantedServer, port: number, loopback: boolean): Promise<Server> {
  const { place, binaries, logFile, log } = wanted
  if (loopback) await checkPortIsFree(port)
  const socketFolder = makeSocketFolder(place, port, wanted.socketFolder)
  try {
    const listening = { socketFolder, port, loopback }
    const { pid } = await launchPostgres({ place, postgres: binaries.postgres, listening, logFile, log })
    return toServer(wanted, { pid, socketFolder }, false)
  } catch (error) {
    removeSocket(socketFolder, port)
    throw error
  }
}

function checkPortIsFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () => reject(portTaken(port)))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
  })
}
