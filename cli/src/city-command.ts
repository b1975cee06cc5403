import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { driveCity, type Progress, SignInEnded, TokensMissing } from '@pars/city'
import { type Command, CommandProblem } from './command.ts'

type Tokens = Record<string, string>

const isTokens = (value: unknown): value is Tokens =>
  typeof value === 'object' && value !== null && Object.values(value).every(token => typeof token === 'string')

const parseTokens = (line: string): Tokens => {
  try {
    const value: unknown = JSON.parse(line)
    if (isTokens(value)) return value
  } catch {
    // Said below.
  }
  throw new CommandProblem('Standard input gives one line: a JSON object with a bearer token for each demo account.')
}

/** The first line of standard input; `onEnd` when it closes, for then whoever started this is gone. */
const readTokens = (onEnd: () => void): Promise<Tokens> =>
  new Promise((resolve, reject) => {
    const lines = createInterface({ input: process.stdin })
    // A connection that was reset closes, and never ends.
    for (const gone of ['close', 'error']) process.stdin.once(gone, () => lines.close())
    lines.once('line', line => {
      try {
        resolve(parseTokens(line))
      } catch (error) {
        reject(error)
      }
    })
    lines.once('close', () => {
      onEnd()
      reject(new CommandProblem('Standard input closed before it gave the bearer tokens.'))
    })
  })

const reasons = (refused: Progress['refused']): string =>
  Object.entries(refused)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ')

const lineOf = ({ phase, day, of, arrests, acts, actsPerSecond, refused }: Progress): string => {
  const where = phase === 'living' ? 'the city lives' : `the city fills: day ${day} of ${of}`
  const said = `${where}; ${arrests} arrests, ${acts} acts, ${actsPerSecond.toFixed(1)} a second`
  return Object.keys(refused).length === 0 ? said : `${said}; refused: ${reasons(refused)}`
}

export const cityCommand: Command = {
  summary: 'live the made-up city through the API (pars serve starts it by itself)',
  usage: `Usage: pars city --base-url URL [--seed TEXT] [--until INSTANT]

Reads one line from standard input: a JSON object with a bearer token for each demo account, by account. Fills the city up to
the present and then lives on, until standard input closes. A later run goes on where this one stopped. Only in a rehearsal.
  --base-url  where PARS answers, for example http://localhost:7277
  --seed      another text gives other people
  --until     fill up to this time and stop
Exit codes: 0 stopped, 1 the tokens have ended, 2 wrong use.`,
  async run(args) {
    const { values } = parseArgs({
      args,
      options: { 'base-url': { type: 'string' }, seed: { type: 'string' }, until: { type: 'string' } },
    })
    const baseUrl = values['base-url']
    if (baseUrl === undefined) throw new CommandProblem('Say where PARS answers: pars city --base-url URL')
    const until = values.until === undefined ? undefined : Date.parse(values.until)
    if (Number.isNaN(until))
      throw new CommandProblem('--until takes a date and time, such as 2026-11-22T03:00:00-05:00.')
    const stop = new AbortController()
    const tokens = await readTokens(() => stop.abort())
    try {
      await driveCity({
        baseUrl,
        tokens,
        signal: stop.signal,
        onProgress: progress => console.error(`[city] ${lineOf(progress)}`),
        ...(values.seed === undefined ? {} : { seed: values.seed }),
        ...(until === undefined ? {} : { until }),
      })
      return 0
    } catch (error) {
      if (error instanceof TokensMissing) throw new CommandProblem(error.message)
      if (!(error instanceof SignInEnded)) throw error
      console.error('[city] The bearer tokens have ended. Start again with new ones.')
      return 1
    } finally {
      process.stdin.destroy()
    }
  },
}
