import { setTimeout as sleep } from 'node:timers/promises'
import { findProcessStart } from './process-identity.ts'
import { type Server, serveCluster, type WantedServer } from './serve-cluster.ts'

const lookEveryMilliseconds = 300
const longestPauseMilliseconds = 10_000

const isAlive = ({ pid }: Server): boolean => findProcessStart(pid) !== undefined

/** Starts the server again, as long as it takes: a full disk may be freed meanwhile. Undefined when it is no longer wanted. */
async function startAgain(wanted: WantedServer, isWanted: () => boolean): Promise<Server | undefined> {
  for (let pause = 100; isWanted(); pause = Math.min(pause * 2, longestPauseMilliseconds)) {
    try {
      return await serveCluster(wanted)
    } catch (error) {
      wanted.log(error instanceof Error ? error.message : String(error))
      await sleep(pause)
    }
  }
  return undefined
}

/** As `serveCluster`, and starts the server again whenever it ends without being asked to, on the same socket. */
export async function keepServing(wanted: WantedServer): Promise<Server> {
  let server = await serveCluster(wanted)
  let isWanted = true
  let starting: Promise<void> | undefined
  const restart = async () => {
    wanted.log(`PostgreSQL (process ${server.pid}) ended by itself: read ${wanted.logFile}. Starting it again`)
    server = (await startAgain({ ...wanted, socketFolder: server.socketFolder }, () => isWanted)) ?? server
    starting = undefined
  }
  const watch = setInterval(() => {
    if (starting === undefined && !isAlive(server)) starting = restart()
  }, lookEveryMilliseconds)
  watch.unref()
  return {
    get pid() {
      return server.pid
    },
    get socketFolder() {
      return server.socketFolder
    },
    get port() {
      return server.port
    },
    wasAdopted: server.wasAdopted,
    async stop() {
      isWanted = false
      clearInterval(watch)
      await starting
      await server.stop()
    },
    interrupt: () => server.interrupt(),
  }
}
