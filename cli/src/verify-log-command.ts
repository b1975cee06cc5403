import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { httpSource, type LogSource, parseVkey, verifyLog } from '@pars/ledger'
import { folderSource, sha256, verifyEd25519 } from '@pars/ledger/node'
import { type Command, CommandProblem } from './command.ts'

const utf8 = new TextDecoder()

const sourceOf = (where: string): LogSource =>
  /^https?:\/\//.test(where) ? httpSource(where, fetch) : folderSource(where)

/** The key from the option, else as the log itself gives it: enough to find damage, not to know whose log it is. */
const readKeyText = async (given: string | undefined, source: LogSource): Promise<string> => {
  if (given !== undefined) return given.includes('+') ? given : readFile(given, 'utf8')
  const own = await source.read('key')
  if (!own) throw new CommandProblem('The log gives no key: name it with --key.')
  return utf8.decode(own)
}

export const verifyLogCommand: Command = {
  summary: 'check a public log: signature, every entry, the tree',
  usage: `Usage: pars verify-log URL-OR-FOLDER [--key VKEY-OR-FILE] [--json]

Reads a log as C2SP tlog-tiles lays it out (http://localhost:7277/log, or a folder with its files) and checks the signature
of its checkpoint, the form of every entry, and the tree recomputed from the entries against tiles and signed root.
  --key    the log's verifier key, from a source that you trust; without it the key that the log itself offers
  --json   one JSON object on standard output
Exit code 0 only if all holds; 1 when something does not, each fault named with its entry; 2 when the log cannot be read.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { key: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const [where] = positionals
    if (where === undefined) throw new CommandProblem('Name a log: pars verify-log http://localhost:7277/log')
    const source = sourceOf(where)
    const key = parseVkey(sha256, (await readKeyText(values.key, source)).trim())
    if (!key.ok) throw new CommandProblem(`The key cannot be read (${key.fault}).`)
    const report = await verifyLog(source, { sha256, verify: verifyEd25519, logKey: key.value })
    const summary = {
      ok: report.ok,
      origin: report.checkpoint?.origin,
      size: report.checkpoint?.size,
      faults: report.faults,
    }
    if (values.json) console.log(JSON.stringify(summary))
    else if (report.ok) console.log(`All holds: ${summary.size} entries of ${summary.origin}.`)
    else
      for (const fault of report.faults)
        console.log(
          `FAULT ${fault.name} ${fault.entry === undefined ? (fault.path ?? '') : `at entry ${fault.entry}`} ${fault.detail ?? ''}`.trim(),
        )
    return report.ok ? 0 : 1
  },
}
