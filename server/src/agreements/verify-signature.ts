import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { SeatKeyAlgorithm } from '@pars/domain'

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

const spkiOfEd25519 = Buffer.from('302a300506032b6570032100', 'hex')

/** A registered key: Ed25519 as its 32 bytes, P-256 as its uncompressed point of 65. Throws on anything else. */
const keyOf = (algorithm: SeatKeyAlgorithm, publicKey: Uint8Array): KeyObject => {
  const bytes = Buffer.from(publicKey)
  if (algorithm !== 'es256')
    return createPublicKey({ key: Buffer.concat([spkiOfEd25519, bytes]), format: 'der', type: 'spki' })
  const [x, y] = [bytes.subarray(1, 33), bytes.subarray(33)]
  return createPublicKey({
    format: 'jwk',
    key: { kty: 'EC', crv: 'P-256', x: x.toString('base64url'), y: y.toString('base64url') },
  })
}

/** Whether a key signed these bytes. ES256 signatures come as authenticators give them, in DER. */
export const isSigned = (
  { algorithm, publicKey }: { algorithm: SeatKeyAlgorithm; publicKey: Uint8Array },
  signature: Uint8Array,
  bytes: Uint8Array,
): boolean => {
  try {
    return verify(algorithm === 'es256' ? 'sha256' : null, bytes, keyOf(algorithm, publicKey), signature)
  } catch {
    return false
  }
}

/** The bytes and algorithm of a passkey's key as a browser gives it; undefined where it is neither P-256 nor Ed25519. */
export const readPasskeyKey = (spki: Uint8Array): { algorithm: SeatKeyAlgorithm; publicKey: Buffer } | undefined => {
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
    const { crv, x, y } = key.export({ format: 'jwk' }) as { crv?: string; x?: string; y?: string }
    if (crv === 'Ed25519' && x) return { algorithm: 'ed25519-passkey', publicKey: Buffer.from(x, 'base64url') }
    if (crv !== 'P-256' || !x || !y) return undefined
    const point = [Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
    return { algorithm: 'es256', publicKey: Buffer.concat(point) }
  } catch {
    return undefined
  }
}
