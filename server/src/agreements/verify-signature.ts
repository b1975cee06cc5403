import { createHash, createPublicKey } from 'node:crypto'
import type { SeatKeyAlgorithm } from '@pars/domain'
import { verifyEd25519, verifyEs256 } from '@pars/ledger/node'

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** Whether a key signed these bytes. ES256 signatures come as authenticators give them, in DER. */
export const isSigned = (
  { algorithm, publicKey }: { algorithm: SeatKeyAlgorithm; publicKey: Uint8Array },
  signature: Uint8Array,
  bytes: Uint8Array,
): boolean => (algorithm === 'es256' ? verifyEs256 : verifyEd25519)(publicKey, bytes, signature)

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
