import { createDatabase, type EmbeddedPostgres, insertAccounts, startEmbeddedPostgres } from '@pars/database'
import { logVkey } from '../http/log.ts'
import { createKeys, type Keys, readKeys } from '../keys.ts'
import { localIdentityProvider, localPartnerProvider, registerLocalProvider } from '../provider/local-provider.ts'
import { demoAccounts } from '../system/demo-accounts.ts'
import { openRuntime } from './open-runtime.ts'
import { forgetServer, noteServer } from './running-server.ts'
import { endingsFolder, logPlaces, partnerSocket, type Settings } from './settings.ts'
import { type StartedServer, startServer } from './start-server.ts'

const daysBack = 7
const hour = 3_600_000

/** The rehearsal begins on the hour, a week before it is first started. */
const firstInstant = (now: number): string =>
  new Date(Math.floor(now / hour) * hour - daysBack * 24 * hour).toISOString()

const prepareDatabase = async (postgres: EmbeddedPostgres, keys: Keys, startsAt: string): Promise<void> => {
  await createDatabase(postgres.connection, {
    doorKey: keys.door,
    city: 'Philadelphia',
    rehearsal: true,
    vkey: origin => logVkey(keys, origin),
    startsAt,
  })
  await insertAccounts(postgres.connection, demoAccounts)
}

export interface RehearsalSettings extends Settings {
  /** Where the clock of a new rehearsal begins, ISO 8601; without it a week before now. */
  readonly startsAt?: string
}

export interface EmbeddedCity extends StartedServer {
  readonly postgres: EmbeddedPostgres
}

/**
 * Everything of the embedded default but the city's own acts: PostgreSQL, keys, a rehearsal database with its demo accounts, the
 * local identity provider, the server. Throws what each part says when it cannot start, and leaves nothing running then.
 */
export const startEmbeddedCity = async (
  settings: RehearsalSettings,
  log: (line: string) => void,
): Promise<EmbeddedCity> => {
  const { home, keys: keyFolder, webFolder, port, host, startsAt = firstInstant(Date.now()) } = settings
  const postgres = await startEmbeddedPostgres({ home, keys: keyFolder, log })
  try {
    createKeys(keyFolder)
    const keys = readKeys(keyFolder)
    await prepareDatabase(postgres, keys, startsAt)
    const runtime = await openRuntime(postgres.connection, keys, log)
    const server = await startServer(runtime, {
      host,
      port,
      ...(settings.publicUrl === undefined ? {} : { publicUrl: settings.publicUrl }),
      webFolder,
      oneName: settings.publicUrl === undefined,
      log,
      endingsFolder: endingsFolder(home),
      logPlaces: logPlaces(settings),
      partnerDoor: {
        socket: partnerSocket(home),
        database: postgres.connection,
        provider: baseUrl => localPartnerProvider(runtime, baseUrl),
      },
      identity: async (app, baseUrl) => {
        registerLocalProvider(app, runtime, baseUrl, keyFolder)
        return localIdentityProvider(runtime, baseUrl)
      },
    })
    noteServer(home, server.baseUrl)
    return {
      ...server,
      postgres,
      async stop() {
        forgetServer(home)
        await server.stop()
        await postgres.stop()
      },
    }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}
