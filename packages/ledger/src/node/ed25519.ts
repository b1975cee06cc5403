import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { concatBytes } from '../bytes.ts'
import type { NoteSigner } from '../note/note.ts'
import { type Algorithm, makeVerifierKey } from '../note/vkey.ts'
import { sha256 } from './sha256.ts'

const spkiPrefix = Uint8Array.from([0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00])
const pkcs8Prefix = Uint8Array.from([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20])
const publicKeys = new Map<string, KeyObject>()

/** Ed25519 verification by Node; false, not a throw, on a key or signature of a wrong shape. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  try {
    return verify(null, message, publicKeyObject(publicKey), signature)
  } catch {
    return false
  }
}

/** A signer of notes from a private key (PEM text or KeyObject). `algorithm` 'ed25519' for a log, 'cosignature' for a cosigner. */
export function noteSigner(name: string, algorithm: Algorithm, privateKey: string | KeyObject): NoteSigner {
  const key = typeof privateKey === 'string' ? createPrivateKey(privateKey) : privateKey
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('the key of a note signer is Ed25519')
  const verifier = makeVerifierKey(sha256, name, algorithm, rawPublicKey(key))
  return { ...verifier, sign: message => sign(null, message, key) }
}

/** A new Ed25519 private key as PKCS#8 PEM, to be kept in a file that only its owner reads. */
export function generateSigningKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** The private key of a 32 byte seed (RFC 8032). */
export function signingKeyFromSeed(seed: Uint8Array): KeyObject {
  const der = Buffer.from(concatBytes(pkcs8Prefix, seed))
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
}

function rawPublicKey(privateKey: KeyObject): Uint8Array {
  return new Uint8Array(createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-32))
}

function publicKeyObject(raw: Uint8Array): KeyObject {
  const id = Buffer.from(raw).toString('hex')
  const known = publicKeys.get(id)
  if (known !== undefined) return known
  const key = createPublicKey({ key: Buffer.from(concatBytes(spkiPrefix, raw)), format: 'der', type: 'spki' })
  if (publicKeys.size < 1000) publicKeys.set(id, key)
  return key
}
