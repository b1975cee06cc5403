import { createPublicKey, verify } from 'node:crypto'

/**
 * ECDSA over P-256 with SHA-256, as passkeys sign: the key is the uncompressed point of 65 bytes, the signature DER. False, not a throw, on
 * a key or signature of a wrong shape.
 */
export function verifyEs256(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 65 || publicKey[0] !== 4) return false
  const coordinate = (from: number) => Buffer.from(publicKey.subarray(from, from + 32)).toString('base64url')
  try {
    const key = { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) }
    return verify('sha256', message, createPublicKey({ format: 'jwk', key }), signature)
  } catch {
    return false
  }
}
