import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  answersOf,
  type CheckpointKeys,
  type Confirmation,
  checkOpenings,
  checkPackage,
  checkReceipt,
  confirmationOf,
  type LogFault,
  type PackageReport,
  type Policy,
  parsePolicy,
  parseReceipt,
  parseVkey,
  type Search,
  type VerifierKey,
  withClass,
  withFilter,
} from '@pars/ledger'
import { sha256, verifyEd25519, verifyEs256 } from '@pars/ledger/node'
import { type Command, CommandProblem } from './command.ts'
import { confirmationText, judgeByPolicy } from './verify/confirmation.ts'

const usage = `Usage: pars verify FILE [--key VKEY-OR-FILE | --policy FILE] [--filter NAME] [--class NAME]
                        [--openings FILE] [--json]

Checks an audit package (pars package), or a receipt (.tlog-proof), offline and alone: the signature of the log, those of the agencies
that confirmed it, every entry, that none is missing, terms, ballots with the keys that signed them, letters. Then says what the package
holds: inquiries and refusals, days of use, duties met and missed, letters, the last answer before the end and the first refusal after.
  --key      the log's verifier key, from a source that you trust; without it the one that the package names
  --policy   whose signatures you ask for, as C2SP tlog-policy writes it: the log's key and its cosigners with their quorum
  --filter   also every inquiry that used this filter, for example birth-country
  --class    also every answer that held this class of fields, for example address
  --openings what the package's inquiries held, in a file apart: checked against the package
  --json     one JSON object on standard output
Exit code 0 only if all holds; 1 when something does not, each fault named with its entry; 2 when the file or key can't be read.`

const readKey = async (given: string | undefined): Promise<VerifierKey | undefined> => {
  if (given === undefined) return undefined
  const text = given.includes('+')
    ? given
    : await readFile(given, 'utf8').catch(() => {
        throw new CommandProblem(`The key file ${given} can't be read: name a file that is there, or the key itself.`)
      })
  const key = parseVkey(sha256, text.trim())
  if (!key.ok) throw new CommandProblem(`The key can't be read (${key.fault}).`)
  return key.value
}

export const faultText = ({ name, entry, through, path, detail }: LogFault): string => {
  const where =
    entry === undefined ? '' : through === undefined ? `at entry ${entry}` : `at entries ${entry}-${through}`
  return ['FAULT', name, where, path ?? '', detail ?? ''].filter(word => word !== '').join(' ')
}

const searchText = (what: string, { entries, sealed }: Search): string =>
  `${what}: ${entries.length === 0 ? 'none' : `${entries.length} (entries ${entries.slice(0, 20).join(', ')}${entries.length > 20 ? ', ...' : ''})`}, except ${sealed.length} sealed`

/** What a package that holds says, in lines. */
export const packageLines = (report: PackageReport, byPolicy?: Confirmation): string[] => {
  const { head, checkpoint, range } = report
  const said = answersOf(report)
  const at = (placed: { entry: number; at: string } | undefined): string =>
    placed === undefined ? 'none' : `entry ${placed.entry}, ${placed.at}`
  return [
    `All holds: ${range.length} entries (${head?.from} to ${head?.through}) for ${head?.agreement}.`,
    `Log ${checkpoint?.checkpoint.origin}, ${checkpoint?.checkpoint.size} entries.`,
    byPolicy ? confirmationText(byPolicy, 'policy') : confirmationText(confirmationOf(report), 'package'),
    `Inquiries: ${said.answered} answered, ${said.refused} refused, ${said.sealed.length} sealed; asked on ${said.days.length} days.`,
    `Duties: ${said.met.length} met, ${said.missed.length} missed.`,
    ...said.missed.map(({ entry, obligation, dueOn }) => `  missed: ${obligation}, due ${dueOn}, entry ${entry}`),
    `Letters: ${said.letters.length}.`,
    ...said.letters.map(
      ({ entry, at: when, notice, servedBy }) => `  ${when}: ${notice} by ${servedBy}, entry ${entry}`,
    ),
    ...(said.end === undefined
      ? []
      : [
          `The agreement's end: ${said.end}.`,
          `  last answer before it: ${at(said.lastAnswer)}`,
          `  first refusal after it: ${at(said.firstRefusalAfter)}`,
          `  answers after it: ${said.answersAfterEnd.length === 0 ? 'none' : said.answersAfterEnd.join(', ')}`,
        ]),
  ]
}

interface Trusted {
  readonly logKey: VerifierKey | undefined
  readonly policy: Policy | undefined
}

const readPolicy = async (file: string | undefined): Promise<Policy | undefined> => {
  if (file === undefined) return undefined
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandProblem(`The policy file ${file} can't be read: check its name.`)
  })
  const policy = parsePolicy(sha256, text)
  if (!policy.ok) throw new CommandProblem(`The policy file ${file} is none (${policy.fault}).`)
  return policy.value
}

const readTrusted = async (given: { key?: string | undefined; policy?: string | undefined }): Promise<Trusted> => {
  const policy = await readPolicy(given.policy)
  return { logKey: (await readKey(given.key)) ?? policy?.logs[0]?.key, policy }
}

const verifyReceipt = async (bytes: Uint8Array, given: Trusted): Promise<number> => {
  const { logKey } = given
  if (!logKey)
    throw new CommandProblem('Of a receipt say whose log it is: --key VKEY-OR-FILE, from a source that you trust.')
  const trusted: CheckpointKeys = { verify: verifyEd25519, logKey }
  const checked = await checkReceipt(sha256, bytes, trusted)
  if (!checked.ok) {
    console.log(faultText({ name: checked.fault, ...(checked.detail === undefined ? {} : { detail: checked.detail }) }))
    return 1
  }
  const receipt = parseReceipt(bytes)
  const { fault, confirmation } = receipt.ok ? await judgeByPolicy(receipt.value.checkpoint, given.policy) : {}
  if (fault) {
    console.log(faultText(fault))
    return 1
  }
  const { entry, leaf, checkpoint, openings } = checked.value
  const what =
    leaf.class === 'conduct' ? `${leaf.kind}, ${leaf.at}` : `an act of the record by ${leaf.seat}, ${leaf.at}`
  console.log(`All holds: entry ${entry} of ${checkpoint.size} of ${checkpoint.origin} is ${what}.`)
  console.log(
    confirmation
      ? confirmationText(confirmation, 'policy')
      : 'Who confirmed it was not asked: a receipt names no cosigners. Hold a policy against it with --policy.',
  )
  for (const { slot } of openings) console.log(`  opened: ${slot}`)
  return 0
}

const checkOpened = async (file: string, report: PackageReport) => {
  const bytes = await readFile(file).catch(() => {
    throw new CommandProblem(`${file} can't be read: check its name.`)
  })
  return checkOpenings(sha256, new Uint8Array(bytes), report)
}

const isReceipt = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 21)).toString() === 'c2sp.org/tlog-proof@v'

export const verifyCommand: Command = {
  summary: 'check an audit package or a receipt, offline',
  usage,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        policy: { type: 'string' },
        filter: { type: 'string' },
        class: { type: 'string' },
        openings: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [file] = positionals
    if (file === undefined) throw new CommandProblem('Name a package or a receipt: pars verify FILE')
    const bytes = await readFile(file).catch(() => {
      throw new CommandProblem(`${file} can't be read: check its name.`)
    })
    const trusted = await readTrusted(values)
    const { logKey } = trusted
    if (isReceipt(bytes)) return verifyReceipt(new Uint8Array(bytes), trusted)
    const checks = { ed25519: verifyEd25519, es256: verifyEs256 }
    const checked = await checkPackage(new Uint8Array(bytes), { sha256, checks, ...(logKey && { logKey }) })
    const { fault, confirmation } = checked.head ? await judgeByPolicy(checked.head.checkpoint, trusted.policy) : {}
    const opened = values.openings === undefined ? undefined : await checkOpened(values.openings, checked)
    const faults = [...checked.faults, ...(fault ? [fault] : []), ...(opened?.faults ?? [])]
    const report = { ...checked, ok: faults.length === 0, faults }
    const { filter, class: className } = values
    const searches = [
      ...(filter === undefined ? [] : [{ what: `inquiries by ${filter}`, ...withFilter(report, filter) }]),
      ...(className === undefined ? [] : [{ what: `answers with ${className}`, ...withClass(report, className) }]),
    ]
    if (values.json) {
      const { ok, faults } = report
      const said = {
        confirmation: { by: confirmation ? 'policy' : 'package', ...(confirmation ?? confirmationOf(report)) },
      }
      console.log(JSON.stringify({ ok, faults, ...(ok ? { ...said, ...answersOf(report), searches } : {}) }))
    } else if (report.ok) {
      for (const line of packageLines(report, confirmation)) console.log(line)
      if (!logKey)
        console.log(
          `The log's key is the package's own (${report.head?.log}): compare it with the one that was published.`,
        )
      for (const { what, ...found } of searches) console.log(searchText(what, found))
      if (opened) console.log(`Laid open and borne out: ${opened.openings.length} slots.`)
    } else for (const fault of report.faults.slice(0, 100)) console.log(faultText(fault))
    return report.ok ? 0 : 1
  },
}
