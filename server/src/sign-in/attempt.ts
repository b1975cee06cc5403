import { createHmac, timingSafeEqual } from 'node:crypto'

/** What the browser keeps between leaving for the identity provider and coming back. */
export interface Attempt {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  /** A path of this site. */
  readonly to: string
  /** Wall time in milliseconds. */
  readonly madeAt: number
}

export const attemptMinutes = 10

/** A key of its own use: a text sealed elsewhere with the same secret is no attempt. */
const macOf = (secret: Uint8Array, payload: string): Buffer =>
  createHmac('sha256', secret).update('sign-in attempt\0').update(payload).digest()

/** Seals an attempt for its cookie, so that no other site or subdomain can make one up. */
export const sealAttempt = (secret: Uint8Array, attempt: Attempt): string => {
  const payload = Buffer.from(JSON.stringify(attempt)).toString('base64url')
  return `${payload}.${macOf(secret, payload).toString('base64url')}`
}

/** Opens a cookie that `sealAttempt` made within the last ten minutes; undefined for anything else. */
export const openAttempt = (secret: Uint8Array, cookie: string | undefined, nowMs: number): Attempt | undefined => {
  const [payload, mac] = cookie?.split('.') ?? []
  if (payload === undefined || mac === undefined) return undefined
  const given = Buffer.from(mac, 'base64url')
  const own = macOf(secret, payload)
  if (given.length !== own.length || !timingSafeEqual(given, own)) return undefined
  const attempt = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Attempt
  return nowMs - attempt.madeAt <= attemptMinutes * 60_000 ? attempt : undefined
}
