import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  createSignedClient,
  exportOwnPackage,
  exportPackage,
  listAgreements,
  openPaths,
  ProblemError,
  type SignedClientOptions,
} from '@pars/contract'
import { createCaller } from './caller.ts'
import { type Command, CommandProblem } from './command.ts'
import { serverOptions, serverUsage, withChosenServer } from './server-options.ts'

const usage = `Usage: pars package --agreement CODE --from N|DATE --to N|DATE --out FILE [OPTION ...]

Exports an audit package: every entry of the journal from the first to the last, with the votes, keys and letters that they rest on.
A date, such as 2018-08-31, is a day of the city. The export itself is an entry, behind the range; whoever exports the same range gets the
same bytes. Check it with "pars verify FILE".

As the partner, by the key of its unit:
  --partner-key FILE  an Ed25519 key in PEM, with --server
  --officer OFFICER   the coordinator who exports, ofc_...
As a custodian:
  --as ACCOUNT        whose bearer token is used; without it the city solicitor's
${serverUsage}
  --openings FILE     also lay open what the inquiries held, in this file apart; with --basis WORD, which the public log shows,
                      such as court-order; as a seat's representative or manager

Exit code 0 when the file was written, 1 when a rule refused it, 2 when the options or the server can't be used.`

const required = (values: Readonly<Record<string, unknown>>, name: string): string => {
  const value = values[name]
  if (typeof value === 'string' && value !== '') return value
  throw new CommandProblem(`Say --${name}: see pars package --help.`)
}

const signingBy = async (file: string, baseUrl: string): Promise<SignedClientOptions> => {
  const pem = await readFile(file, 'utf8').catch(() => {
    throw new CommandProblem(`The key file ${file} can't be read: check its name.`)
  })
  let privateKey: ReturnType<typeof createPrivateKey>
  try {
    privateKey = createPrivateKey(pem)
  } catch {
    throw new CommandProblem(`${file} is no Ed25519 key in PEM: name the key of your unit.`)
  }
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-32)
  const keyId = createHash('sha256').update(publicKey).digest('hex').slice(0, 32)
  return { baseUrl: baseUrl.replace(/\/+$/, ''), keyId, sign: bytes => sign(null, bytes, privateKey) }
}

type Values = Readonly<Record<string, string | boolean | undefined>>

const exportAsPartner = async (values: Values, range: { from: string; through: string }) => {
  const client = createSignedClient(await signingBy(required(values, 'partner-key'), required(values, 'server')))
  const body = { agreement: required(values, 'agreement'), ...range, officer: required(values, 'officer') }
  return client.call(exportOwnPackage, { body })
}

const exportAsCustodian = (values: Values, range: { from: string; through: string }) =>
  withChosenServer(values as never, async server => {
    const caller = createCaller(server)
    const subject = typeof values['as'] === 'string' ? values['as'] : 'city-solicitor'
    const code = required(values, 'agreement')
    const { agreements } = await caller.call(subject, listAgreements)
    const found = agreements.find(each => each.code === code)
    if (!found) throw new CommandProblem(`There is no agreement ${code}: see pars agreement list.`)
    const params = { agreementId: found.agreementId }
    const exported = await caller.call(subject, exportPackage, { params, body: range })
    if (values['openings'] === undefined) return exported
    const body = { from: String(exported.from), through: String(exported.through), basis: required(values, 'basis') }
    const { openings } = await caller.call(subject, openPaths, { params, body })
    await writeFile(required(values, 'openings'), openings)
    return exported
  })

export const packageCommand: Command = {
  summary: 'export an audit package of an agreement, to be checked offline',
  usage,
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        ...serverOptions,
        agreement: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        out: { type: 'string' },
        as: { type: 'string' },
        'partner-key': { type: 'string' },
        officer: { type: 'string' },
        openings: { type: 'string' },
        basis: { type: 'string' },
      },
    })
    const out = required(values, 'out')
    const range = { from: required(values, 'from'), through: required(values, 'to') }
    try {
      const byPartner = values['partner-key'] !== undefined
      const exported = await (byPartner ? exportAsPartner(values, range) : exportAsCustodian(values, range))
      await writeFile(out, exported.package)
      console.log(`${out}: entries ${exported.from} to ${exported.through} for ${exported.agreement}.`)
      return 0
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      console.error(error.problem.detail)
      return 1
    }
  },
}
