import type { Actor } from '../actor.ts'
import { findRow, writeRow } from '../db/direct.ts'
import { uuidOf } from '../db/transaction.ts'
import type { Runtime } from '../runtime.ts'
import { type AccountRow, actorOf } from './find-actor.ts'
import { endSignInRow, insertSignIn, selectAccountBySubject } from './sign-in.sql.ts'
import { hashOfToken, newSignInToken } from './sign-in-token.ts'

/** Whose account an identity of an issuer is; undefined when no seat has given it one, or has ended it. */
export const findAccount = async (runtime: Runtime, issuer: string, subject: string): Promise<Actor | undefined> => {
  const row = await findRow<AccountRow>(runtime.doors.signin, selectAccountBySubject(issuer, subject))
  return row && actorOf(row)
}

/** Starts a sign-in of an account and answers its token, which only its holder has; undefined when the account has ended. */
export const startSignIn = async (
  runtime: Runtime,
  actor: Actor,
  kind: 'cookie' | 'bearer',
): Promise<string | undefined> => {
  const token = newSignInToken()
  const hash = hashOfToken(token)
  if (!hash) throw new Error('a new token must have a hash')
  const rows = await writeRow(runtime.doors.signin, insertSignIn(hash, uuidOf('acc', actor.accountId), kind))
  return rows === 1 ? token : undefined
}

/** Ends a sign-in at once. A token that is none changes nothing. */
export const endSignIn = async (runtime: Runtime, token: string): Promise<void> => {
  const hash = hashOfToken(token)
  if (hash) await writeRow(runtime.doors.signin, endSignInRow(hash))
}
