import { readBase64, toBase64 } from '../base64.ts'
import { concatBytes, utf8 } from '../bytes.ts'
import type { Json } from '../leaf/canonical-json.ts'
import type { VerifyEd25519 } from '../note/note.ts'
import type { Sha256 } from '../tree/tree-hash.ts'

export type VotingAlgorithm = 'ed25519' | 'es256' | 'ed25519-passkey'

/** A registered key, as the slot `key` of its entry holds it. */
export type RegisteredKey = {
  readonly keyId: string
  readonly algorithm: VotingAlgorithm
  readonly publicKey: Uint8Array
}

/** What a slot `signature` holds: of a passkey also what its authenticator signed in the statement's place. */
export type VotedSignature = {
  readonly keyId: string | undefined
  readonly signature: Uint8Array
  readonly passkey: { readonly authenticatorData: Uint8Array; readonly clientDataJson: Uint8Array } | undefined
}

/** The platform's signature checks. ES256: uncompressed point of 65 bytes, message, signature in DER as authenticators give it. */
export type SignatureChecks = { readonly ed25519: VerifyEd25519; readonly es256: VerifyEd25519 }

type Members = { readonly [member: string]: Json | undefined }

const membersOf = (json: Json | undefined): Members =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Members) : {}
const bytesOf = (base64: Json | undefined): Uint8Array | undefined =>
  typeof base64 === 'string' ? readBase64(base64) : undefined

export const readRegisteredKey = (json: Json | undefined): RegisteredKey | undefined => {
  const { keyId, algorithm = 'ed25519', publicKey } = membersOf(json)
  const bytes = bytesOf(publicKey)
  if (typeof keyId !== 'string' || bytes === undefined) return undefined
  if (algorithm !== 'ed25519' && algorithm !== 'es256' && algorithm !== 'ed25519-passkey') return undefined
  return { keyId, algorithm, publicKey: bytes }
}

export const readVotedSignature = (json: Json | undefined): VotedSignature | undefined => {
  const { keyId, signature, passkey } = typeof json === 'string' ? { signature: json } : membersOf(json)
  const bytes = bytesOf(signature)
  if (bytes === undefined) return undefined
  const { authenticatorData, clientDataJson } = membersOf(passkey)
  const [authenticator, client] = [bytesOf(authenticatorData), bytesOf(clientDataJson)]
  return {
    keyId: typeof keyId === 'string' ? keyId : undefined,
    signature: bytes,
    passkey: authenticator && client && { authenticatorData: authenticator, clientDataJson: client },
  }
}

const userPresentAndVerified = 0x05

/** The bytes that the key signed; undefined where a passkey was asked for something else, or verified nobody. */
const signedBytes = (sha256: Sha256, statement: Uint8Array, { passkey }: VotedSignature): Uint8Array | undefined => {
  if (passkey === undefined) return statement
  const { authenticatorData, clientDataJson } = passkey
  const challenge = toBase64(sha256(statement)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  let said: { type?: unknown; challenge?: unknown }
  try {
    said = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(clientDataJson))
  } catch {
    return undefined
  }
  const flags = authenticatorData[32] ?? 0
  if (said?.type !== 'webauthn.get' || said.challenge !== challenge) return undefined
  if (authenticatorData.length < 37 || (flags & userPresentAndVerified) !== userPresentAndVerified) return undefined
  return concatBytes(authenticatorData, sha256(clientDataJson))
}

/** Whether a registered key signed a statement: a key file the text itself, a passkey its hash as the challenge. */
export const isStatementSigned = async (
  { sha256, checks }: { sha256: Sha256; checks: SignatureChecks },
  statement: string,
  voted: VotedSignature,
  key: RegisteredKey,
): Promise<boolean> => {
  if ((key.algorithm === 'ed25519') !== (voted.passkey === undefined)) return false
  const message = signedBytes(sha256, utf8(statement), voted)
  if (message === undefined) return false
  const check = key.algorithm === 'es256' ? checks.es256 : checks.ed25519
  return check(key.publicKey, message, voted.signature)
}
