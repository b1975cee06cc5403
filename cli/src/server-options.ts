import { readFile } from 'node:fs/promises'
import { CommandProblem } from './command.ts'
import { type ServerAtHand, withServer } from './with-server.ts'

/** Options of a command that works through the API, for `parseArgs`. */
export const serverOptions = {
  server: { type: 'string' },
  'token-file': { type: 'string' },
} as const

export interface ServerChoice {
  readonly server?: string | undefined
  readonly 'token-file'?: string | undefined
}

export const serverUsage = `  --server URL        work with the server at this address; without it with the one of PARS_HOME, or with one of its own
  --token-file FILE   a JSON object of bearer tokens by account, {"intake-system": "..."}; goes with --server`

const readTokens = async (file: string): Promise<Record<string, unknown>> => {
  const problem = new CommandProblem(`${file} is no JSON object of bearer tokens by account: write one, and try again.`)
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandProblem(`The token file ${file} can't be read: check its name.`)
  })
  try {
    const tokens: unknown = JSON.parse(text)
    if (typeof tokens === 'object' && tokens !== null && !Array.isArray(tokens))
      return tokens as Record<string, unknown>
  } catch {
    throw problem
  }
  throw problem
}

const serverNamed = (baseUrl: string, file: string, tokens: Record<string, unknown>): ServerAtHand => ({
  baseUrl: baseUrl.replace(/\/+$/, ''),
  async tokenOf(subject) {
    const token = tokens[subject]
    if (typeof token === 'string' && token !== '') return token
    throw new CommandProblem(`${file} has no token of the account "${subject}": add it, and run the command again.`)
  },
})

/** Runs a command with the server that the options name, else as `withServer` finds or starts one. */
export const withChosenServer = async <T>(
  { server, 'token-file': file }: ServerChoice,
  use: (server: ServerAtHand) => Promise<T>,
): Promise<T> => {
  if (server === undefined && file === undefined) return withServer(use)
  if (server === undefined || file === undefined)
    throw new CommandProblem('--server and --token-file go together: give both, or neither.')
  if (!URL.canParse(server)) throw new CommandProblem(`--server wants an address such as http://localhost:7277.`)
  return use(serverNamed(server, file, await readTokens(file)))
}
