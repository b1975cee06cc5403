import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'

/** Password of a door's role: base64url HMAC-SHA256 of the role's name under the door key. */
export const doorPassword = (doorKey: Uint8Array, role: string): string =>
  createHmac('sha256', doorKey).update(role).digest('base64url')

const iterations = 4096

/**
 * The SCRAM-SHA-256 verifier that PostgreSQL stores, so that no password travels to the server or into its log.
 * The salt is derived from the key as well: the same key gives the same verifier.
 */
export const doorVerifier = (doorKey: Uint8Array, role: string): string => {
  const salt = createHmac('sha256', doorKey).update(`scram-salt ${role}`).digest().subarray(0, 16)
  const salted = pbkdf2Sync(doorPassword(doorKey, role), salt, iterations, 32, 'sha256')
  const clientKey = createHmac('sha256', salted).update('Client Key').digest()
  const storedKey = createHash('sha256').update(clientKey).digest('base64')
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`
}
