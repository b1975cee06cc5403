import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { health } from '@pars/contract'

/** Where the server of a home listens, for a command that works beside it. */
interface Note {
  readonly pid: number
  readonly baseUrl: string
}

const fileOf = (home: string): string => join(home, 'server.json')

export const noteServer = (home: string, baseUrl: string): void => {
  writeFileSync(fileOf(home), JSON.stringify({ pid: process.pid, baseUrl } satisfies Note), { mode: 0o600 })
}

export const forgetServer = (home: string): void => rmSync(fileOf(home), { force: true })

/** The address of the server that runs on a home, if it answers. */
export const findServer = async (home: string): Promise<string | undefined> => {
  if (!existsSync(fileOf(home))) return undefined
  const { baseUrl } = JSON.parse(readFileSync(fileOf(home), 'utf8')) as Note
  const answer = await fetch(`${baseUrl}/healthz`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)
  const state: unknown = await answer?.json().catch(() => undefined)
  // A note outlives a server that was killed, and its port may be another program's since.
  return health.answer.safeParse(state).success ? baseUrl : undefined
}
