import { formatId, type Party, type Role } from '@pars/domain'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import { findRow, listRows } from '../db/direct.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Runtime } from '../runtime.ts'
import { type SignInRow, selectOpenSignIns, selectSignIn } from './sign-in.sql.ts'
import { readSignInCookie } from './sign-in-cookie.ts'
import { hashOfToken } from './sign-in-token.ts'

export type AccountRow = Pick<SignInRow, 'account_id' | 'display_name' | 'party' | 'role' | 'kind' | 'organization'>

/** The actor of an account's row. */
export const actorOf = (row: AccountRow): Actor => ({
  accountId: formatId('acc', row.account_id),
  displayName: row.display_name,
  party: row.party as Party,
  role: row.role as Role,
  kind: row.kind as Actor['kind'],
  organization: row.organization,
})

const findByToken = async (runtime: Runtime, token: string, kind: 'cookie' | 'bearer'): Promise<Actor | undefined> => {
  const hash = hashOfToken(token)
  if (!hash) return undefined
  const row = await findRow<SignInRow>(runtime.doors.signin, selectSignIn(hash, kind))
  return row?.is_open ? actorOf(row) : undefined
}

const refuseBearer = (): never => {
  throw new HttpProblem(
    401,
    'sign-in-ended',
    'This bearer token is unknown or has ended: after 30 minutes without use, after 12 hours, or with its account. Get a new one.',
  )
}

const bearerOf = (header: string): string | undefined => /^Bearer +([^\s]+) *$/i.exec(header)?.[1]

/** The hash of the sign-in under which a request came, open or not; undefined where it came under none. */
export const findSignInHash = (request: FastifyRequest): Buffer | undefined => {
  const header = request.headers.authorization
  const token = header === undefined ? readSignInCookie(request) : bearerOf(header)
  return token === undefined ? undefined : hashOfToken(token)
}

/** Of some sign-ins those that are open, by the hash in hexadecimal, with the role that their account has now. */
export const listOpenSignIns = async (
  runtime: Runtime,
  hashes: readonly Buffer[],
): Promise<ReadonlyMap<string, Role>> => {
  if (hashes.length === 0) return new Map()
  const rows = await listRows<{ token_hash: string; role: Role }>(runtime.doors.signin, selectOpenSignIns(hashes))
  return new Map(rows.map(row => [row.token_hash, row.role]))
}

/**
 * Who asks. Undefined when nobody is signed in, which an ended cookie means too. A bearer token that is unknown or has ended throws
 * a 401 problem: its program must not go on as a visitor.
 */
export const findActor = async (runtime: Runtime, request: FastifyRequest): Promise<Actor | undefined> => {
  const header = request.headers.authorization
  if (header !== undefined) {
    const token = bearerOf(header)
    return (token === undefined ? undefined : await findByToken(runtime, token, 'bearer')) ?? refuseBearer()
  }
  const cookie = readSignInCookie(request)
  return cookie === undefined ? undefined : findByToken(runtime, cookie, 'cookie')
}
