import type { Sha256 } from '../hash.ts'

/** What an authenticator signed, and what must stand in it. */
export interface PasskeyAssertion {
  authenticatorData: Uint8Array
  /** The bytes as they came: their hash is signed. */
  clientDataJson: Uint8Array
}
export interface PasskeyExpected {
  ceremony: 'webauthn.get' | 'webauthn.create'
  /** base64url without padding: of a statement, its SHA-256. */
  challenge: string
  /** The name under which the passkey was made, and the address of the page; null where no page is known, long afterwards. */
  page: { relyingParty: string; origin: string } | null
}

export type PasskeyFault =
  | 'passkey-malformed'
  | 'passkey-other-challenge'
  | 'passkey-other-site'
  | 'passkey-user-not-verified'

const readClientData = (bytes: Uint8Array): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i])

const userPresent = 0x01
const userVerified = 0x04

/** Whether what a passkey signed is for this statement, made on this site, by a person whom the authenticator verified. */
export const checkPasskey = (
  { authenticatorData, clientDataJson }: PasskeyAssertion,
  expected: PasskeyExpected,
  sha256: Sha256,
): PasskeyFault | undefined => {
  const said = readClientData(clientDataJson)
  if (!said || said['type'] !== expected.ceremony || authenticatorData.length < 37) return 'passkey-malformed'
  if (said['challenge'] !== expected.challenge) return 'passkey-other-challenge'
  // A page inside another site's page is none of ours, whatever its own address says.
  if (said['crossOrigin'] === true) return 'passkey-other-site'
  if (expected.page !== null) {
    const relyingParty = sha256(new TextEncoder().encode(expected.page.relyingParty))
    const isOurs = said['origin'] === expected.page.origin && equal(authenticatorData.subarray(0, 32), relyingParty)
    if (!isOurs) return 'passkey-other-site'
  }
  const flags = authenticatorData[32] ?? 0
  return (flags & userPresent) !== 0 && (flags & userVerified) !== 0 ? undefined : 'passkey-user-not-verified'
}

/** The bytes that a signature covers: the statement itself, or what the authenticator signs in its place. */
export const signedBytes = (statement: string, passkey: PasskeyAssertion | null, sha256: Sha256): Uint8Array => {
  if (passkey === null) return new TextEncoder().encode(statement)
  const clientDataHash = sha256(passkey.clientDataJson)
  const bytes = new Uint8Array(passkey.authenticatorData.length + clientDataHash.length)
  bytes.set(passkey.authenticatorData)
  bytes.set(clientDataHash, passkey.authenticatorData.length)
  return bytes
}
