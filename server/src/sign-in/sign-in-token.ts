import { createHash, randomBytes } from 'node:crypto'

/** A token that says nothing and can't be guessed: 256 random bits. */
export const newSignInToken = (): string => randomBytes(32).toString('base64url')

/** What the database holds instead of a token; undefined for text that no token of ours can be. */
export const hashOfToken = (token: string): Buffer | undefined =>
  /^[A-Za-z0-9_-]{43}$/.test(token) ? createHash('sha256').update(token).digest() : undefined
