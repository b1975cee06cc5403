import { createHash } from 'node:crypto'

/** A key by the first 16 bytes of the SHA-256 of its public half, so that everybody names it alike. */
export const fingerprintOf = (publicKey: Uint8Array): string =>
  createHash('sha256').update(publicKey).digest('hex').slice(0, 32)
