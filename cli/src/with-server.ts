import { findEmbeddedPostgres } from '@pars/database'
import { findServer, readSettings, type Settings, startEmbeddedCity } from '@pars/server'
import { CommandProblem } from './command.ts'
import { type DemoTokens, openDemoTokens } from './demo-tokens.ts'

/** A server to work with and the bearer tokens of its demo accounts. */
export interface ServerAtHand {
  readonly baseUrl: string
  tokenOf(subject: string): Promise<string>
}

const noWeb = (): void => {}

const besideRunning = async (settings: Settings, baseUrl: string): Promise<{ baseUrl: string; tokens: DemoTokens }> => {
  const connection = await findEmbeddedPostgres(settings)
  if (!connection)
    throw new CommandProblem(`The server at ${baseUrl} answers but its database does not: wait and try again.`)
  return { baseUrl, tokens: await openDemoTokens(connection, settings.keys) }
}

/**
 * Runs a command beside the server of this home, or with one of its own for as long as the command takes. Embedded default only:
 * throws CommandProblem where production parts are set.
 */
export const withServer = async <T>(use: (server: ServerAtHand) => Promise<T>): Promise<T> => {
  const settings = readSettings(process.env)
  if (settings.production)
    throw new CommandProblem('This works in the embedded default only: unset DATABASE_URL and OIDC_ISSUER.')
  const running = await findServer(settings.home)
  if (running !== undefined) {
    const { baseUrl, tokens } = await besideRunning(settings, running)
    return use({ baseUrl, tokenOf: tokens.tokenOf }).finally(tokens.close)
  }
  const city = await startEmbeddedCity({ ...settings, port: 0 }, noWeb)
  try {
    const tokens = await openDemoTokens(city.postgres.connection, settings.keys)
    return await use({ baseUrl: city.baseUrl, tokenOf: tokens.tokenOf }).finally(tokens.close)
  } finally {
    await city.stop()
  }
}
