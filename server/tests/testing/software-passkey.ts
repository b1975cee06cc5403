import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()

/** CBOR of a COSE key with small integer labels: enough of it for an authenticator's data. */
const coseOf = (key: KeyObject): Buffer => {
  const { crv, x, y } = key.export({ format: 'jwk' }) as { crv: string; x: string; y?: string }
  const bytes = (text: string): Buffer => Buffer.concat([Buffer.of(0x58, 0x20), Buffer.from(text, 'base64url')])
  return crv === 'P-256'
    ? Buffer.concat([Buffer.from('a5010203262001', 'hex'), Buffer.of(0x21), bytes(x), Buffer.of(0x22), bytes(y ?? '')])
    : Buffer.concat([Buffer.from('a401010327200621', 'hex'), bytes(x)])
}

export interface PasskeyChange {
  /** Of the authenticator's data; 0x05 is present and verified. */
  flags?: number
  origin?: string
  relyingParty?: string
  challenge?: string
  type?: string
  crossOrigin?: boolean
}

/** An authenticator made of software: what a browser hands on when somebody registers a passkey or signs with it. */
export const softwarePasskey = (algorithm: 'es256' | 'ed25519', site: { origin: string; relyingParty: string }) => {
  const { publicKey, privateKey } =
    algorithm === 'es256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519')
  const credentialId = randomBytes(20)
  const dataOf = (ceremony: string, challenge: string, change: PasskeyChange) => {
    const clientData = {
      type: change.type ?? ceremony,
      challenge: change.challenge ?? challenge,
      origin: change.origin ?? site.origin,
      crossOrigin: change.crossOrigin ?? false,
    }
    const counter = Buffer.alloc(4)
    const flags = change.flags ?? 0x05
    const head = Buffer.concat([sha256(change.relyingParty ?? site.relyingParty), Buffer.of(flags), counter])
    return { clientDataJson: Buffer.from(JSON.stringify(clientData)), head }
  }
  return {
    keyId: credentialId.toString('base64url'),
    /** What registering gives. */
    create(challenge: string, change: PasskeyChange = {}) {
      const { clientDataJson, head } = dataOf('webauthn.create', challenge, { ...change, flags: change.flags ?? 0x45 })
      const length = Buffer.of(0, credentialId.length)
      const attested = Buffer.concat([head, Buffer.alloc(16), length, credentialId, coseOf(publicKey)])
      return {
        kind: 'passkey' as const,
        credentialId: credentialId.toString('base64url'),
        publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
        authenticatorData: attested.toString('base64'),
        clientDataJson: clientDataJson.toString('base64'),
      }
    },
    /** What signing gives. */
    get(challenge: string, change: PasskeyChange = {}) {
      const { clientDataJson, head } = dataOf('webauthn.get', challenge, change)
      const signed = Buffer.concat([head, sha256(clientDataJson)])
      const signature = sign(algorithm === 'es256' ? 'sha256' : null, signed, privateKey)
      return {
        signature: signature.toString('base64'),
        passkey: { authenticatorData: head.toString('base64'), clientDataJson: clientDataJson.toString('base64') },
      }
    },
  }
}
export type SoftwarePasskey = ReturnType<typeof softwarePasskey>
