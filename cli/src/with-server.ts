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

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** Stops what was started before a signal ends this process; a second signal ends it at once. Answers how to take that back. */
const stopAtSignals = (stop: () => Promise<void>): (() => void) => {
  const end = (signal: NodeJS.Signals): void => {
    const code = signals[signal as keyof typeof signals]
    for (const each of Object.keys(signals)) process.on(each, () => process.exit(code))
    void stop().finally(() => process.exit(code))
  }
  for (const each of Object.keys(signals)) process.once(each, end)
  return () => {
    for (const each of Object.keys(signals)) process.off(each, end)
  }
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
  // What it enters is confirmed when the city is served again: no cosigner runs for one command.
  const starting = startEmbeddedCity({ ...settings, port: 0, policyFile: undefined }, noWeb)
  const stop = (): Promise<void> =>
    starting.then(
      city => city.stop(),
      () => {},
    )
  const takeBack = stopAtSignals(stop)
  try {
    const city = await starting
    const tokens = await openDemoTokens(city.postgres.connection, settings.keys)
    return await use({ baseUrl: city.baseUrl, tokenOf: tokens.tokenOf }).finally(tokens.close)
  } finally {
    await stop()
    takeBack()
  }
}
