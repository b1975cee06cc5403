import { createPublicKey, verify } from 'node:crypto'

/** ES256 by Node: uncompressed point of 65 bytes, message, signature in DER. False, not a throw, on what has another shape. */
export function verifyEs256(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    const [x, y] = [publicKey.subarray(1, 33), publicKey.subarray(33)].map(part =>
      Buffer.from(part).toString('base64url'),
    )
    if (publicKey.length !== 65 || publicKey[0] !== 4) return false
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
    return verify('sha256', message, key, signature)
  } catch {
    return false
  }
}
