import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@pars/contract'
import { insertAccounts } from '@pars/database'
import { type TestDatabase, testDatabase, testLogKey } from '@pars/database/testing'
import { createKeys, type Keys, readKeys } from '../../src/keys.ts'
import {
  localIdentityProvider,
  localPartnerProvider,
  registerLocalProvider,
} from '../../src/provider/local-provider.ts'
import type { Runtime } from '../../src/runtime.ts'
import { openRuntime } from '../../src/serve/open-runtime.ts'
import type { PartnerLines } from '../../src/serve/partner-lines.ts'
import type { LogPlaces } from '../../src/serve/start-log.ts'
import { type StartedServer, startServer } from '../../src/serve/start-server.ts'
import { findAccount, startSignIn } from '../../src/sign-in/start-sign-in.ts'
import { demoAccounts } from '../../src/system/demo-accounts.ts'
import { localIssuer } from '../../src/system/local-issuer.ts'

export interface TestServer {
  readonly baseUrl: string
  readonly database: TestDatabase
  /** Another one after `start`. */
  readonly runtime: Runtime
  /** What the server wrote to its diagnostics. */
  readonly lines: readonly string[]
  /** What the partner door's process must be told; undefined without one. */
  readonly partnerLines: PartnerLines | undefined
  /** Of its keys. */
  readonly folder: string
  /** Of a cosigned one: where it reads whom to ask, and keeps what it signed. */
  readonly logPlaces: LogPlaces & { policyFile: string }
  /** A typed client of one demo account; the subject is its name at the local provider, `booking-officer` for example. */
  as(subject: string): Promise<Client>
  tokenOf(subject: string): Promise<string>
  /** A client without any sign-in. */
  readonly visitor: Client
  /** Ends the server as a shutdown would; its database stays. */
  halt(): Promise<void>
  /** Starts it again after `halt`, at the same address. */
  start(): Promise<void>
  stop(): Promise<void>
}

export interface TestServerOptions {
  /** Sets the rehearsal's clock back to begin there, ISO 8601; without it the clock is the wall's. */
  readonly startsAt?: string
  /** Of the built web; none serves no screens. */
  readonly webFolder?: string
  /** Keeps what was signed outside the database and asks cosigners, whom the test starts. */
  readonly cosigned?: boolean
  /** Passes what is the partners' to a process that the test starts: see partner/start-partner-city.ts. */
  readonly partnerDoor?: boolean
}

const tokensOf = (now: () => Runtime) => {
  const tokens = new Map<string, Promise<string>>()
  const sign = async (subject: string): Promise<string> => {
    const runtime = now()
    const account = await findAccount(runtime, localIssuer, subject)
    const token = account && (await startSignIn(runtime, account, 'bearer'))
    if (token === undefined) throw new Error(`no demo account ${subject}`)
    return token
  }
  return (subject: string): Promise<string> => {
    const token = tokens.get(subject) ?? sign(subject)
    tokens.set(subject, token)
    return token
  }
}

interface Listening {
  folder: string
  log: (line: string) => void
  webFolder: string | undefined
  partnerDoor: boolean
  cosigned: boolean
  database: TestDatabase
  port: number
}

const logPlacesIn = (folder: string): LogPlaces & { policyFile: string } => ({
  signedFolder: join(folder, 'journal'),
  policyFile: join(folder, 'cosigners', 'policy'),
})

const listen = (
  runtime: Runtime,
  { folder, log, webFolder, partnerDoor, cosigned, database, port }: Listening,
): Promise<StartedServer> =>
  startServer(runtime, {
    host: '127.0.0.1',
    port,
    webFolder,
    oneName: false,
    log,
    endingsFolder: join(folder, 'endings'),
    ...(cosigned ? { logPlaces: logPlacesIn(folder) } : {}),
    ...(partnerDoor
      ? {
          partnerDoor: {
            socket: join(folder, 'partner-door.sock'),
            database: database.admin,
            provider: (baseUrl: string) => localPartnerProvider(runtime, baseUrl),
          },
        }
      : {}),
    identity: async (app, baseUrl) => {
      registerLocalProvider(app, runtime, baseUrl, folder)
      return localIdentityProvider(runtime, baseUrl)
    },
  })

/** The real server on a database of its own, with every demo account. Its clock is the wall's. Call `stop` in `afterAll`. */
export const startTestServer = async (options: TestServerOptions = {}): Promise<TestServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'pars-keys-'))
  writeFileSync(join(folder, 'log.pem'), testLogKey)
  createKeys(folder)
  const database = await testDatabase(options.startsAt === undefined ? {} : { startsAt: options.startsAt })
  await insertAccounts(database.admin, demoAccounts)
  const keys: Keys = { ...readKeys(folder), door: Buffer.from(database.doorKey) }
  const lines: string[] = []
  const log = (line: string): void => void lines.push(line)
  let runtime = await openRuntime(database.admin, keys, log)
  const partnerDoor = options.partnerDoor ?? false
  const cosigned = options.cosigned ?? false
  const listening = { folder, log, webFolder: options.webFolder, partnerDoor, cosigned, database }
  let server = await listen(runtime, { ...listening, port: 0 })
  const tokenOf = tokensOf(() => runtime)
  const { baseUrl } = server
  return {
    baseUrl,
    database,
    get runtime() {
      return runtime
    },
    lines,
    folder,
    logPlaces: logPlacesIn(folder),
    get partnerLines() {
      return server.partnerLines
    },
    tokenOf,
    visitor: createClient({ baseUrl }),
    as: async subject => createClient({ baseUrl, token: await tokenOf(subject) }),
    halt: () => server.stop(),
    async start() {
      runtime = await openRuntime(database.admin, keys, log)
      server = await listen(runtime, { ...listening, port: Number(new URL(baseUrl).port) })
    },
    async stop() {
      await server.stop()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
