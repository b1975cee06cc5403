import { readUtf8, toHex, utf8 } from '../bytes.ts'
import type { LogFault } from '../fault.ts'
import type { Json } from '../leaf/canonical-json.ts'
import type { Leaf } from '../leaf/leaf.ts'
import type { Sha256 } from '../tree/tree-hash.ts'
import type { PackageOpening, PackageStatement, PackageTerms } from './package-parts.ts'
import {
  isStatementSigned,
  type RegisteredKey,
  readRegisteredKey,
  readVotedSignature,
  type SignatureChecks,
} from './voted-signature.ts'

export type ConductLeaf = Extract<Leaf, { class: 'conduct' }>

/** What of a package bears on who voted for what. `leaves` are all of it that hold, by their number. */
export type VoteParts = {
  readonly sha256: Sha256
  readonly checks: SignatureChecks
  readonly origin: string
  readonly agreement: string
  readonly leaves: ReadonlyMap<number, Leaf>
  readonly terms: readonly PackageTerms[]
  readonly statements: readonly PackageStatement[]
  readonly openings: readonly PackageOpening[]
}

const parse = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** What an opened slot held, as JSON. */
const contentOf = ({ openings }: VoteParts, entry: number, slot: string): Json | undefined => {
  const content = openings.find(each => each.entry === entry && each.opening.slot === slot)?.opening.value.content
  const text = content && readUtf8(content)
  return text === undefined ? undefined : parse(text)
}

type KeyOfEntry = RegisteredKey & {
  readonly entry: number
  readonly seat: Json | undefined
  readonly use: Json | undefined
}

const findConduct = (parts: VoteParts, ...kinds: string[]): [number, ConductLeaf][] =>
  [...parts.leaves].filter(
    (pair): pair is [number, ConductLeaf] => pair[1].class === 'conduct' && kinds.includes(pair[1].kind),
  )

/** Keys by the entries that registered them, less those that an earlier entry ended. */
const keysBefore = (parts: VoteParts, entry: number): KeyOfEntry[] => {
  const keys: KeyOfEntry[] = []
  for (const [number, { kind, fields }] of findConduct(parts, 'key.registered', 'key.revoked')) {
    if (number >= entry) break
    const key = readRegisteredKey(contentOf(parts, number, 'key'))
    if (key === undefined) continue
    const known = keys.findIndex(each => each.keyId === key.keyId)
    if (kind === 'key.registered') keys.push({ ...key, entry: number, seat: fields['seat'], use: fields['use'] })
    else if (known >= 0) keys.splice(known, 1)
  }
  return keys
}

const isOwn =
  (parts: VoteParts) =>
  ([, { fields }]: [number, ConductLeaf]): boolean =>
    fields['agreement'] === parts.agreement

/** The members that a signed text and the leaf of its entry must say alike. */
const saidAlike = {
  agreement: 'agreement',
  version: 'agreementVersion',
  resolution: 'resolution',
  action: 'action',
  seat: 'seat',
  choice: 'choice',
  termsHash: 'termsHash',
}

const saysTheSame = (said: Json | undefined, leaf: ConductLeaf, origin: string): boolean => {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return false
  const members = said as { readonly [member: string]: Json }
  const isAlike = ([member, field]: [string, string]): boolean =>
    leaf.fields[field] === undefined || members[member] === leaf.fields[field]
  return members['origin'] === origin && Object.entries(saidAlike).every(isAlike)
}

/** Each ballot and acceptance of the agreement: its statement, its signature, the key that was registered for it by then. */
export async function* checkVotes(parts: VoteParts): AsyncGenerator<LogFault> {
  const votes = findConduct(parts, 'ballot.cast', 'agreement.accepted').filter(isOwn(parts))
  for (const [entry, leaf] of votes) {
    const statement = parts.statements.find(each => each.entry === entry)?.statement
    const voted = readVotedSignature(contentOf(parts, entry, 'signature'))
    if (statement === undefined || voted === undefined) {
      yield { name: 'package-statement-missing', entry }
      continue
    }
    const isStated = toHex(parts.sha256(utf8(statement))) === leaf.fields['statementHash']
    if (!isStated || !saysTheSame(parse(statement), leaf, parts.origin)) {
      yield { name: 'package-statement-altered', entry }
      continue
    }
    const isBallot = leaf.kind === 'ballot.cast'
    const keys = keysBefore(parts, entry).filter(
      key =>
        key.use === (isBallot ? 'ballot' : 'partner') &&
        (!isBallot || (key.seat === leaf.fields['seat'] && key.keyId === voted.keyId)),
    )
    if (keys.length === 0) yield { name: 'package-key-unknown', entry }
    else if (!(await isSignedByOne(parts, statement, voted, keys))) yield { name: 'package-signature-wrong', entry }
  }
  const known = new Set(votes.map(([entry]) => entry))
  for (const { entry } of parts.statements) if (!known.has(entry)) yield { name: 'package-entry-unrelated', entry }
}

const isSignedByOne = async (
  parts: VoteParts,
  statement: string,
  voted: Parameters<typeof isStatementSigned>[2],
  keys: readonly KeyOfEntry[],
): Promise<boolean> => {
  for (const key of keys) if (await isStatementSigned(parts, statement, voted, key)) return true
  return false
}

/** The texts of each version against the hashes that its entries state and its ballots sign. */
export function* checkTerms(parts: VoteParts): Generator<LogFault> {
  const hashOf = (text: string): string => toHex(parts.sha256(utf8(text)))
  for (const { agreementVersion, terms, sql, prose } of parts.terms) {
    const path = `terms of version ${agreementVersion}`
    const ofVersion = findConduct(parts, 'resolution.opened', 'ballot.cast', 'agreement.activated')
      .filter(isOwn(parts))
      .filter(([, { fields }]) => fields['agreementVersion'] === agreementVersion)
    const signed = parts.statements
      .filter(({ entry }) => ofVersion.some(([number]) => number === entry))
      .map(({ statement }) => Object(parse(statement)) as { readonly [member: string]: Json })
    const proseHash = prose === null ? null : hashOf(prose)
    const isSigned = signed.every(each => each['sqlHash'] === hashOf(sql) && each['proseHash'] === proseHash)
    const isStated = ofVersion.every(([, { fields }]) => fields['termsHash'] === hashOf(terms))
    if (signed.length === 0 || !isSigned || !isStated) yield { name: 'package-terms-altered', path }
  }
  const has = new Set(parts.terms.map(each => each.agreementVersion))
  for (const [entry, { fields }] of findConduct(parts, 'agreement.activated').filter(isOwn(parts)))
    if (!has.has(Number(fields['agreementVersion']))) yield { name: 'package-terms-missing', entry }
}
