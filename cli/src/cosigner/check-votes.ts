import { checkOpening, createActivationCheck, type LogSource, readBase64, toHex, utf8 } from '@pars/ledger'
import { sha256, verifyEd25519, verifyEs256 } from '@pars/ledger/node'
import { checkPasskey, type PasskeyAssertion, signedBytes } from '@pars/terms'
import { type ProvedEntry, readEntry, readLaidOpen, type TreeHead } from './log-reader.ts'
import { CosignerRefusal } from './refusal.ts'
import type { SeatKey } from './state-file.ts'

type Content = { readonly [member: string]: unknown }

/** The content of the slot that the log lays open of an entry, checked against the entry itself. */
const openSlotOf = async (source: LogSource, { entry, bytes }: ProvedEntry, slot: string) => {
  const { opening, statement } = await readLaidOpen(source, entry)
  const checked = checkOpening(sha256, bytes, opening)
  if (!checked.ok || opening.slot !== slot)
    throw new CosignerRefusal(`what the log lays open of entry ${entry} is not what the entry holds`)
  const content: unknown = JSON.parse(new TextDecoder().decode(opening.value.content ?? utf8('null')))
  if (typeof content !== 'object' || content === null) throw new CosignerRefusal(`entry ${entry} holds no ${slot}`)
  return { content: content as Content, statement }
}

/** The register of the seats' keys after one more entry about a key. */
export const followSeatKeys = async (
  source: LogSource,
  keys: readonly SeatKey[],
  entry: ProvedEntry,
): Promise<readonly SeatKey[]> => {
  const { fields, kind } = entry.leaf
  if (fields['use'] !== 'ballot' || typeof fields['seat'] !== 'string') return keys
  const { content } = await openSlotOf(source, entry, 'key')
  const keyId = String(content['keyId'])
  const seat = fields['seat']
  if (kind === 'key.revoked')
    return keys.map(key =>
      key.keyId === keyId && key.seat === seat && key.until === null ? { ...key, until: entry.entry } : key,
    )
  const publicKey = String(content['publicKey'])
  return [...keys, { keyId, seat, algorithm: String(content['algorithm']), publicKey, from: entry.entry, until: null }]
}

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

const isSigned = (key: SeatKey, statement: string, content: Content): boolean => {
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
  readonly keys: readonly SeatKey[]
}

const checkBallot = async ({ source, origin, keys }: VoteFacts, ballot: ProvedEntry): Promise<void> => {
  const { entry, leaf } = ballot
  const { content, statement } = await openSlotOf(source, ballot, 'signature')
  if (statement === null || !saysTheSame(statement, ballot, origin))
    throw new CosignerRefusal(`the ballot of entry ${entry} signed something else than its entry says`)
  const key = keys.find(
    one =>
      one.keyId === content['keyId'] &&
      one.seat === leaf.fields['seat'] &&
      one.from < entry &&
      (one.until === null || one.until > entry),
  )
  if (!key) throw new CosignerRefusal(`the ballot of entry ${entry} is signed by no key that its seat had registered`)
  if (!isSigned(key, statement, content))
    throw new CosignerRefusal(`the signature of the ballot of entry ${entry} is bad`)
}

/** Looks behind an activation: two earlier ballots of different seats for exactly its terms, each signed by a key of its seat. */
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
  for (const vote of votes) if (vote.leaf.kind === 'ballot.cast') await checkBallot(facts, vote)
}
