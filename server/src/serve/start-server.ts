import { dirname, resolve } from 'node:path'
import type { DatabaseAddress } from '@pars/database'
import { parseVkey, type VerifierKey } from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import type { FastifyInstance } from 'fastify'
import { startAgreementKeeper } from '../agreements/keep-agreements.ts'
import { startAuditor } from '../audit/auditor.ts'
import { listKeptCheckpoints } from '../audit/known-checkpoints.ts'
import { startLiveBoard } from '../board/live-board.ts'
import { closeDoors } from '../db/doors.ts'
import { createApp } from '../http/app.ts'
import { logVkey, registerLog } from '../http/log.ts'
import { describeWhenAsked } from '../http/openapi/describe-api.ts'
import { registerPartnerPass } from '../http/partner-pass.ts'
import { registerPublic } from '../http/public/register-public.ts'
import { allRoutes } from '../http/routes.ts'
import { registerSignIn } from '../http/sign-in.ts'
import { registerStatic } from '../http/static.ts'
import { endingRegister } from '../orders/ending-register.ts'
import { startEndingKeeper } from '../orders/keep-endings.ts'
import type { Runtime } from '../runtime.ts'
import { listOpenSignIns } from '../sign-in/find-actor.ts'
import type { IdentityProvider } from '../sign-in/relying-party.ts'
import { type PartnerLines, startPartnerLines } from './partner-lines.ts'
import { type LogPlaces, startLog } from './start-log.ts'

export interface ServerOptions {
  /** `localhost` listens on the loopback addresses only. */
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** What people type; derived from the port when absent. */
  readonly publicUrl?: string
  readonly webFolder: string | undefined
  /** Makes the identity provider known once the address is. It may register a provider of its own on the app. */
  readonly identity: (app: FastifyInstance, baseUrl: string) => Promise<IdentityProvider>
  /** Sends browsers that came under another name of this machine to the public one. */
  readonly oneName: boolean
  /** The partner door's process, where there is one: its socket, and what its officers sign in by. */
  readonly partnerDoor?: {
    readonly socket: string
    readonly provider: (baseUrl: string) => IdentityProvider
    readonly database: DatabaseAddress
  }
  /** Where the log keeps what must not lie in the database; without it nothing is kept outside, and nobody cosigns. */
  readonly logPlaces?: LogPlaces
  readonly log: (line: string) => void
  /** Where the register of endings lies: outside the database and its backups. */
  readonly endingsFolder: string
  /** A login role of a partner or an agreement was opened, with its credential: its door may be used from now on. */
  readonly onDoor?: (role: string) => void
}

export interface StartedServer {
  readonly app: FastifyInstance
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** What the partner door's process must be told; undefined where there is none. */
  readonly partnerLines: PartnerLines | undefined
  /** Ends requests, streams and sequencer, then the doors' connections. */
  stop(): Promise<void>
}

/** Finds the port before anything that needs to know it: the sign-in's addresses hold it. */
const choosePort = async (host: string, port: number): Promise<number> => {
  if (port !== 0) return port
  const { createServer } = await import('node:net')
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const logKeyOf = ({ keys, city }: Runtime): VerifierKey => {
  const key = parseVkey(sha256, logVkey(keys, city.origin))
  if (!key.ok) throw new Error(`the log's key: ${key.fault}`)
  return key.value
}
/** Copies of checkpoints lie beside the folder of the newest signature. */
const listKeptOf = async ({ city }: Runtime, places: LogPlaces | undefined) =>
  places ? listKeptCheckpoints(dirname(places.signedFolder), city.origin) : []

const addressOnly = ({ host, port, database, ssl }: DatabaseAddress): DatabaseAddress => ({
  ...(host === undefined ? {} : { host }),
  ...(port === undefined ? {} : { port }),
  ...(database === undefined ? {} : { database }),
  ...(ssl === undefined ? {} : { ssl }),
})

const nameOf = (host: string): string => (['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host)

/** Starts sequencer and doors of one process on an open database: everything but the city. Throws when the port is taken. */
export const startServer = async (runtime: Runtime, options: ServerOptions): Promise<StartedServer> => {
  const port = await choosePort(options.host, options.port)
  const baseUrl = options.publicUrl ?? `http://${nameOf(options.host)}:${port}`
  const board = await startLiveBoard(runtime, {
    openSignIns: hashes => listOpenSignIns(runtime, hashes),
    log: options.log,
  })
  const journal = startLog(runtime, options.logPlaces, options.log)
  runtime.doorbell.answer(() => journal.nudge())
  const register = endingRegister(runtime.doors.keeper, options.endingsFolder)
  const again = await register.replay()
  if (again > 0) options.log(`${again} endings that this database had lost were carried out again`)
  const endings = startEndingKeeper(runtime.doors.keeper, register, options.log)
  const keeper = startAgreementKeeper(runtime.doors.keeper, {
    partnerDoorKey: runtime.keys.partnerDoor,
    logOrigin: runtime.city.origin,
    log: options.log,
    onDoor: options.onDoor ?? (() => {}),
  })
  const auditor = startAuditor(runtime.doors.keeper, {
    key: logKeyOf(runtime),
    listKept: () => listKeptOf(runtime, options.logPlaces),
    onEntry: () => runtime.doorbell.ring(),
    log: options.log,
  })
  const parts = {
    sequencer: journal.state,
    keeper: () => keeper.state,
    webFolder: options.webFolder,
    description: describeWhenAsked(),
  }
  const site = { baseUrl, logOrigin: runtime.city.origin }
  const app = await createApp(runtime, allRoutes(parts, { board, site, keeper, register, auditor }), {
    log: options.log,
  })
  const { partnerDoor } = options
  const partnerLines =
    partnerDoor &&
    startPartnerLines(
      runtime,
      {
        socket: partnerDoor.socket,
        // Field by field: an address may come with who it lets in, and that stays here.
        database: addressOnly(partnerDoor.database),
        publicUrl: baseUrl,
        city: { name: runtime.city.name, origin: runtime.city.origin },
        provider: partnerDoor.provider(baseUrl),
      },
      options.log,
    )
  const stop = async (): Promise<void> => {
    partnerLines?.stop()
    await board.stop()
    await app.close()
    await keeper.stop()
    await endings.stop()
    await auditor.stop()
    await journal.stop()
    await closeDoors(runtime.doors)
  }
  try {
    const provider = await options.identity(app, baseUrl)
    registerSignIn(app, runtime, { provider, baseUrl, oneName: options.oneName })
    registerLog(app, runtime, journal.policyText)
    registerPublic(app, runtime, () => journal.state().trouble)
    if (partnerDoor) registerPartnerPass(app, partnerDoor.socket)
    await registerStatic(app, resolve(options.webFolder ?? 'no-web'))
    await app.listen({ host: options.host, port })
  } catch (error) {
    await stop()
    throw error
  }
  return { app, baseUrl, partnerLines, stop }
}
