import { createHash, randomUUID } from 'node:crypto'
import { castBallot, registerSeatKey, viewCity, viewKeyStatement } from '@pars/contract'
import { type BallotChoice, ballotChoices, type Seat } from '@pars/domain'
import { ballotStatement, compileAgreement, parseTerms } from '@pars/terms'
import type { Caller } from '../caller.ts'
import { CommandProblem } from '../command.ts'
import {
  findKeyOwner,
  findResolution,
  findVersion,
  neededPlace,
  neededText,
  type Resolution,
  reader,
  textOf,
  type Version,
} from './find.ts'
import { createKeyFile, readKeyFile } from './key-file.ts'
import { needLines } from './say.ts'
import type { Subcommand } from './subcommand.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

export const keygen: Subcommand = {
  usage: 'keygen FILE                              make a key to vote with; only its owner can read the file',
  options: {},
  run: async () => 0,
  async withoutServer(given) {
    const { keyId, publicKey } = createKeyFile(neededPlace(given, 0, 'a new file'))
    console.log(`key ${keyId}\npublic ${publicKey}`)
    return 0
  },
}

export const registerKey: Subcommand = {
  usage: `register-key --key FILE --holder NAME --as SEAT-representative
                                           put a key into the register of your seat`,
  options: { as: { type: 'string' }, key: { type: 'string' }, holder: { type: 'string' } },
  async run(caller, given) {
    const who = neededText(given, 'as')
    const key = readKeyFile(neededText(given, 'key'))
    const holder = neededText(given, 'holder')
    const { statement } = await caller.call(who, viewKeyStatement, { query: { holder } })
    const body = {
      holder,
      key: { kind: 'key-file' as const, publicKey: key.publicKey, signature: key.sign(statement) },
    }
    const { keyId, genesis } = await caller.call(who, registerSeatKey, { body, idempotencyKey: randomUUID() })
    console.log(`${keyId} is registered${genesis ? ', the first of its seat' : ''}.`)
    return 0
  },
}

/** Nothing is signed that this program has not computed itself from the terms that it shows. */
const checkTexts = (resolution: Resolution, version: Version): void => {
  const parsed = parseTerms(version.terms)
  const compiled = parsed.kind === 'parsed' ? compileAgreement(parsed.terms, sha256) : undefined
  if (compiled?.termsHash === resolution.termsHash && compiled.sqlHash === resolution.sqlHash) return
  throw new CommandProblem(
    'The terms that the server shows do not give the hashes that are voted on: sign nothing, and ask who changed them.',
  )
}

const statementOf = (
  resolution: Resolution,
  { seat, choice, origin }: { seat: Seat; choice: BallotChoice; origin: string },
) =>
  ballotStatement({
    origin,
    agreement: resolution.agreement.code,
    version: resolution.agreement.version,
    resolution: resolution.code,
    action: resolution.action,
    termsHash: resolution.termsHash,
    sqlHash: resolution.sqlHash,
    proseHash: resolution.proseHash,
    seat,
    choice,
    closesAt: resolution.closesAt,
  })

const loadVote = async (caller: Caller, who: string, code: string) => {
  const resolution = await findResolution(caller, who, code)
  const version = await findVersion(caller, who, resolution.agreement)
  checkTexts(resolution, version)
  return { resolution, version, origin: (await caller.call(who, viewCity)).log.origin }
}

export const ballot: Subcommand = {
  usage: `ballot RESOLUTION for|against|abstain --key FILE --reason TEXT --authority TEXT [--show]
                                           sign and cast your seat's ballot; --show only says what would be signed`,
  options: {
    as: { type: 'string' },
    key: { type: 'string' },
    reason: { type: 'string' },
    authority: { type: 'string' },
    show: { type: 'boolean' },
  },
  async run(caller, given) {
    const code = neededPlace(given, 0, 'a resolution')
    const choice = ballotChoices.find(one => one === given.positionals[1])
    if (!choice) throw new CommandProblem(`Say how your seat votes: ${ballotChoices.join(', ')}.`)
    const key = readKeyFile(neededText(given, 'key'))
    const owner = await findKeyOwner(caller, reader(given), key.keyId)
    if (!owner)
      throw new CommandProblem(`The key ${key.keyId} is in no register: "pars agreement register-key" puts it there.`)
    const who = textOf(given, 'as') ?? `${owner.seat}-representative`
    const { resolution, version, origin } = await loadVote(caller, who, code)
    const statement = statementOf(resolution, { seat: owner.seat, choice, origin })
    console.log(
      [
        `${code}: ${resolution.action} version ${resolution.agreement.version} of ${resolution.agreement.code}`,
        ...version.summary.map(({ text }) => `  ${text}`),
        '',
        statement,
      ].join('\n'),
    )
    if (given.values['show']) return 0
    const body = {
      choice,
      reason: neededText(given, 'reason'),
      onAuthorityOf: neededText(given, 'authority'),
      keyId: key.keyId,
      statement,
      signature: key.sign(statement),
      passkey: null,
    }
    const { resolutionId } = resolution
    const { needs } = await caller.call(who, castBallot, {
      params: { resolutionId },
      body,
      idempotencyKey: randomUUID(),
    })
    console.log([`${owner.seat} votes ${choice}.`, ...needLines(needs)].join('\n'))
    return 0
  },
}
