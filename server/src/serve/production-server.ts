import { mkdirSync } from 'node:fs'
import { checkSchema, type DatabaseAddress, doorConfig } from '@pars/database'
import { type Keys, missingKeys, readKeys } from '../keys.ts'
import { addressOf } from './database-address.ts'
import { openRuntime } from './open-runtime.ts'
import {
  endingsFolder,
  logPlaces,
  type ProductionSettings,
  partnerSocket,
  type Settings,
  SettingsProblem,
} from './settings.ts'
import { type StartedServer, startServer } from './start-server.ts'

const checkKeys = (folder: string): void => {
  const missing = missingKeys(folder)
  if (missing.length > 0)
    throw new SettingsProblem(
      `The key folder ${folder} lacks ${missing.join(', ')}: restore it from your backup, or make new keys for a new city with "npx pars keys".`,
    )
}

/** The server never migrates: whoever starts it need not be an administrator. Throws SettingsProblem. */
const checkDatabase = async (address: DatabaseAddress, keys: Keys): Promise<void> => {
  const state = await checkSchema(doorConfig(address, keys.door, 'pars_keeper')).catch((error: Error) => {
    throw new SettingsProblem(
      `The database does not let us in (${error.message}): check DATABASE_URL and the door key, and run "npx pars migrate" once as its administrator.`,
    )
  })
  if (state.kind === 'empty' || state.kind === 'older')
    throw new SettingsProblem(`${state.sentence} Run "npx pars migrate" as the administrator, then start again.`)
  if (state.kind !== 'up-to-date') throw new SettingsProblem(state.sentence)
}

/** The server on a city's own database and identity provider: no demo data, no accounts, no provider and no clock of ours. */
export const startProductionServer = async (
  settings: Settings,
  production: ProductionSettings,
  log: (line: string) => void,
): Promise<StartedServer> => {
  checkKeys(settings.keys)
  mkdirSync(settings.home, { recursive: true, mode: 0o700 })
  const keys = readKeys(settings.keys)
  const address = addressOf(production.databaseUrl)
  await checkDatabase(address, keys)
  const runtime = await openRuntime(address, keys, log)
  const { issuer, clientId, clientSecret, mfa } = production
  return startServer(runtime, {
    host: settings.host,
    port: settings.port,
    ...(settings.publicUrl === undefined ? {} : { publicUrl: settings.publicUrl }),
    webFolder: settings.webFolder,
    oneName: false,
    log,
    endingsFolder: endingsFolder(settings.home),
    logPlaces: logPlaces(settings),
    partnerDoor: {
      socket: partnerSocket(settings.home),
      database: address,
      provider: () => ({
        ...production.partners,
        accountIssuer: production.partners.issuer,
        mfa,
        allowHttp: new URL(production.partners.issuer).hostname === 'localhost',
        alwaysAsk: false,
      }),
    },
    identity: async () => ({
      issuer,
      clientId,
      clientSecret,
      accountIssuer: issuer,
      mfa,
      allowHttp: new URL(issuer).hostname === 'localhost',
      alwaysAsk: false,
    }),
  })
}
