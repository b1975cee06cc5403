import { parseArgs } from 'node:util'
import { CommandProblem } from '../command.ts'
import { openCosigner } from './open-cosigner.ts'
import { serveCosigner } from './serve-cosigner.ts'

export const cosignerUsage = `Usage: pars cosigner --home FOLDER --log URL [--log-key VKEY] [--name NAME] [--port NUMBER] [--json]

Confirms checkpoints of a log for one custodian, for as long as it runs (C2SP tlog-witness, on this machine's loopback address).
Before it signs it reads the new entries, checks that they give the root that the log signed and begin with what it signed before,
and that two signed ballots stand behind each agreement that came in force. A refusal says why in one line, and is kept.
  --home      its folder, for it alone: key.pem (made at the first start, never shared, never copied back), state.json (what it signed
              last: without it the key is worth nothing any more), evidence (checkpoints that contradict each other)
  --log       address of the log, http://localhost:7277/log
  --log-key   the log's verifier key, from a source that you trust; without it the log's own word at the first start
  --name      name of its key at the first start; the log's name, "cosigner" and the folder's name without it
  --port      where it listens; the same as last time without it
  --json      one JSON object on standard output when it listens
Its verifier key is printed at each start: your seat's representative appoints it ("pars appoint-cosigner").`

/** Resolves at a signal, or where a parent holds standard input, when that closes. */
const untilAsked = (hasParent: boolean): Promise<void> =>
  new Promise(resolve => {
    process.on('SIGTERM', () => resolve())
    if (!hasParent) {
      process.on('SIGINT', () => resolve())
      return
    }
    // Ctrl-C goes to the whole group: the parent ends first, and this process when its input does.
    process.on('SIGINT', () => {})
    // A connection that was reset closes, and never ends.
    for (const gone of ['end', 'close', 'error']) process.stdin.once(gone, () => resolve())
    process.stdin.resume()
  })

const readPort = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new CommandProblem('--port wants a number from 1 to 65535.')
}

/** Runs a cosigner until it is asked to stop. */
export const runCosigner = async (args: string[]): Promise<number> => {
  const { values } = parseArgs({
    args,
    options: {
      home: { type: 'string' },
      log: { type: 'string' },
      'log-key': { type: 'string' },
      name: { type: 'string' },
      port: { type: 'string' },
      json: { type: 'boolean', default: false },
      'with-parent': { type: 'boolean', default: false },
    },
  })
  const { home, log } = values
  if (home === undefined || log === undefined || !URL.canParse(log))
    throw new CommandProblem('Say --home FOLDER and --log URL: pars cosigner --help')
  const port = readPort(values.port)
  const say = (line: string): void => console.error(`[cosigner] ${line}`)
  const opened = await openCosigner({
    home,
    log: log.replace(/\/+$/, ''),
    logKey: values['log-key'],
    name: values.name,
    port,
    say,
  })
  const served = await serveCosigner(opened, { port, say })
  if (values.json) console.log(JSON.stringify({ vkey: opened.vkey, url: served.url }))
  else console.log(`Listens at ${served.url}\nIts verifier key: ${opened.vkey}`)
  await untilAsked(values['with-parent'])
  await served.stop()
  return 0
}
