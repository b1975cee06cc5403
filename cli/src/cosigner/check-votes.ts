import { createActivationCheck, type LogSource, readBase64, toHex, utf8 } from '@pars/ledger'
import { sha256, verifyEd25519, verifyEs256 } from '@pars/ledger/node'
import { checkPasskey, type PasskeyAssertion, signedBytes } from '@pars/terms'
import { checkAcceptance } from './check-acceptance.ts'
import { type Content, openSlotOf } from './laid-open.ts'
import { type ProvedEntry, readEntry, type TreeHead } from './log-reader.ts'
import { CosignerRefusal } from './refusal.ts'
import type { VotingKey } from './state-file.ts'
import { isInForce } from './voting-keys.ts'

const bytesOf = (value: unknown): Uint8Array => readBase64(String(value)) ?? new Uint8Array(0)

const passkeyOf = (content: Content): PasskeyAssertion | null => {
  const passkey = content['passkey']
  if (typeof passkey !== 'object' || passkey === null) return null
  const { authenticatorData, clientDataJson } = passkey as Content
  return { authenticatorData: bytesOf(authenticatorData), clientDataJson: bytesOf(clientDataJson) }
}

/** Whether the text that was signed says what the ballot's leaf says. */
const saysTheSame = (statement: string, { leaf }: ProvedEntry, origin: string): boolean => {
  const said = JSON.parse(statement) as Content
  const { fields } = leaf
  const same = ['agreement', 'resolution', 'action', 'termsHash', 'seat', 'choice'] as const
  return (
    toHex(sha256(utf8(statement))) === fields['statementHash'] &&
    said['format'] === 'pars-ballot-1' &&
    said['origin'] === origin &&
    said['version'] === fields['agreementVersion'] &&
    same.every(field => said[field] === fields[field])
  )
}

const isSigned = (key: VotingKey, statement: string, content: Content): boolean => {
  const passkey = passkeyOf(content)
  if ((passkey === null) !== (key.algorithm === 'ed25519')) return false
  const challenge = Buffer.from(sha256(utf8(statement))).toString('base64url')
  if (passkey && checkPasskey(passkey, { ceremony: 'webauthn.get', challenge, page: null }, sha256)) return false
  const verify = key.algorithm === 'es256' ? verifyEs256 : verifyEd25519
  return verify(bytesOf(key.publicKey), signedBytes(statement, passkey, sha256), bytesOf(content['signature']))
}

export interface VoteFacts {
  readonly source: LogSource
  readonly head: TreeHead
  readonly origin: string
  readonly keys: readonly VotingKey[]
}

const checkBallot = async ({ source, origin, keys }: VoteFacts, ballot: ProvedEntry): Promise<void> => {
  const { entry, leaf } = ballot
  const { content, statement } = await openSlotOf(source, ballot, 'signature')
  if (statement === null || !saysTheSame(statement, ballot, origin))
    throw new CosignerRefusal(`the ballot of entry ${entry} signed something else than its entry says`)
  const key = keys.find(
    one =>
      one.use === 'ballot' &&
      one.keyId === content['keyId'] &&
      one.holder === leaf.fields['seat'] &&
      isInForce(one, entry),
  )
  if (!key) throw new CosignerRefusal(`the ballot of entry ${entry} is signed by no key that its seat had registered`)
  if (!isSigned(key, statement, content))
    throw new CosignerRefusal(`the signature of the ballot of entry ${entry} is bad`)
}

/**
 * Looks behind an activation: two earlier ballots of different seats for exactly its terms, each signed by a key of its seat, and the
 * acceptance, signed by the partner's. Without one only an amendment comes in force: a narrowing, which the database tells from others.
 */
export const checkActivation = async (facts: VoteFacts, activation: ProvedEntry): Promise<void> => {
  const { entry, leaf } = activation
  const { ballots, acceptance } = leaf.fields
  const named = [...(Array.isArray(ballots) ? ballots : []), ...(acceptance === null ? [] : [acceptance])].map(Number)
  if (named.some(number => !(number >= 1 && number < entry)))
    throw new CosignerRefusal(`entry ${entry} puts an agreement in force by votes that are not before it`)
  const check = createActivationCheck()
  const votes = await Promise.all(named.map(number => readEntry(facts.source, number, facts.head)))
  for (const vote of votes) check(vote.leaf, vote.entry)
  const fault = check(leaf, entry)
  if (fault) throw new CosignerRefusal(`entry ${entry} puts an agreement in force: ${fault.name}`)
  const cast = votes.filter(vote => vote.leaf.kind === 'ballot.cast')
  for (const ballot of cast) await checkBallot(facts, ballot)
  if (acceptance === null && cast.some(ballot => ballot.leaf.fields['action'] !== 'amend'))
    throw new CosignerRefusal(`entry ${entry} puts an agreement in force: activation-without-acceptance`)
  const [first] = cast
  for (const vote of votes)
    if (first && vote.leaf.kind === 'agreement.accepted') await checkAcceptance(facts, vote, first)
}
