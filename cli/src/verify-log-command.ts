import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { httpSource, type LogSource, type Policy, parsePolicy, parseVkey, verifyLog } from '@pars/ledger'
import { folderSource, sha256, verifyEd25519 } from '@pars/ledger/node'
import { type Command, CommandProblem } from './command.ts'

const utf8 = new TextDecoder()

const sourceOf = (where: string): LogSource =>
  /^https?:\/\//.test(where) ? httpSource(where, fetch) : folderSource(where)

/** Whatever a source throws is that it could not be read: no fault of the log, and nothing that a stack would explain. */
const readable = (source: LogSource, where: string): LogSource => ({
  read: path =>
    source.read(path).catch((error: Error & { cause?: { message?: string } }) => {
      const why = error.cause?.message || error.message
      throw new CommandProblem(`The log at ${where} cannot be read (${why}): check the address and that it is served.`)
    }),
})

/** The key from the option, else as the log itself gives it: enough to find damage, not to know whose log it is. */
const readKeyText = async (given: string | undefined, source: LogSource, where: string): Promise<string> => {
  if (given?.includes('+')) return given
  if (given !== undefined)
    return readFile(given, 'utf8').catch(() => {
      throw new CommandProblem(`The key file ${given} cannot be read: name a file that is there, or the key itself.`)
    })
  const own = await source.read('key')
  if (!own)
    throw new CommandProblem(
      `There is no log at ${where}, or it gives no key: check the address, or name the key with --key.`,
    )
  return utf8.decode(own)
}

const readPolicy = async (file: string): Promise<Policy> => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandProblem(`The policy file ${file} cannot be read: name a file that is there.`)
  })
  const policy = parsePolicy(sha256, text)
  if (policy.ok) return policy.value
  throw new CommandProblem(`${file} is no policy (${policy.fault}): see packages/ledger/SPEC.md, section 7.1.`)
}

export const verifyLogCommand: Command = {
  summary: 'check a public log: signature, every entry, the tree',
  usage: `Usage: pars verify-log URL-OR-FOLDER [--key VKEY-OR-FILE] [--policy FILE] [--json]

Reads a log as C2SP tlog-tiles lays it out (http://localhost:7277/log, or a folder with its files) and checks the signature
of its checkpoint, the form of every entry, and the tree recomputed from the entries against tiles and signed root.
  --key    the log's verifier key, from a source that you trust; without it the key that the log itself offers
  --policy whose cosignatures must stand under the checkpoint (C2SP tlog-policy): two of the three agencies, for example. The log
           shows its own as /log/policy: compare it with what the agencies say
  --json   one JSON object on standard output
Exit code 0 only if all holds; 1 when something does not, each fault named with its entry; 2 when the log cannot be read.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { key: { type: 'string' }, policy: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const [where] = positionals
    if (where === undefined) throw new CommandProblem('Name a log: pars verify-log http://localhost:7277/log')
    const source = readable(sourceOf(where), where)
    const key = parseVkey(sha256, (await readKeyText(values.key, source, where)).trim())
    if (!key.ok) throw new CommandProblem(`The key cannot be read (${key.fault}).`)
    const policy = values.policy === undefined ? {} : { policy: await readPolicy(values.policy) }
    const report = await verifyLog(source, { sha256, verify: verifyEd25519, logKey: key.value, ...policy })
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
