import type { FastifyRequest } from 'fastify'
import { findRow } from '../db/direct.ts'
import { HttpProblem } from '../http/problem.ts'
import { hashOfToken } from '../sign-in/sign-in-token.ts'
import type { Asker, SignedAsker, SignedInAsker } from './asker.ts'
import type { PartnerDoor } from './door.ts'
import { type AskerRow, callFindAsker, callFindDoor, callFindSignIn, type SignInRow } from './partner.sql.ts'
import { readPartnerCookie } from './partner-cookie.ts'
import type { PartnerRole } from './partner-pools.ts'
import { type ClaimedSignature, type IncomingRequest, isSignedBy, readClaim } from './signature/check-signature.ts'

const refuseSignature = (sentence: string): never => {
  throw new HttpProblem(401, 'signature-invalid', sentence)
}

const incomingOf = (door: PartnerDoor, request: FastifyRequest): IncomingRequest => ({
  method: request.method,
  targetUri: door.settings.publicUrl + request.url,
  body: typeof request.body === 'string' ? request.body : '',
  field(name) {
    const value = request.headers[name]
    return typeof value === 'string' ? value : undefined
  },
})

/** By which partner's role a key is found. Only the way there is remembered: each request asks the database for the key anew. */
const waysOfKeys = new Map<string, PartnerRole>()

const findKeyBy = (door: PartnerDoor, partner: PartnerRole, keyId: string, agreement: string | undefined) =>
  findRow<AskerRow & { [column: string]: unknown }>(door.pools.of(partner), callFindAsker(keyId, agreement ?? null))

const findKey = async (
  door: PartnerDoor,
  keyId: string,
  agreement: string | undefined,
): Promise<{ partner: PartnerRole; row: AskerRow } | undefined> => {
  const way = waysOfKeys.get(keyId)
  for (const partner of way !== undefined && door.partners.has(way) ? [way] : door.partners) {
    const row = await findKeyBy(door, partner, keyId, agreement)
    if (!row) continue
    waysOfKeys.set(keyId, partner)
    return { partner, row }
  }
  return undefined
}

const findSigner = async (
  door: PartnerDoor,
  incoming: IncomingRequest,
  agreement: string | undefined,
): Promise<SignedAsker> => {
  const claim: ClaimedSignature | { fault: string } = readClaim(incoming, Date.now())
  if ('fault' in claim) return refuseSignature(claim.fault)
  const found = await findKey(door, claim.keyId, agreement)
  const holds = found && (await isSignedBy(found.row.public_key, Buffer.from(claim.base), claim.signature))
  // One answer for a key that is none and a signature that is none.
  if (!holds) return refuseSignature('No registered key made this signature over this request.')
  return {
    by: 'signed',
    partner: found.partner,
    unit: found.row.unit,
    stopped: found.row.stopped,
    door: found.row.door ?? undefined,
    evidence: {
      key: claim.keyId,
      base: claim.base,
      signature: claim.signature.toString('base64'),
      nonce: claim.nonce,
      body: incoming.body,
    },
  }
}

/** Who is signed in by a cookie, asked of the database. Undefined once anything but the end of an agreement has ended it. */
export const findSignedIn = async (
  door: PartnerDoor,
  cookie: string | undefined,
): Promise<SignedInAsker | undefined> => {
  const [partner = '', token = ''] = cookie?.split('.') ?? []
  const signInHash = hashOfToken(token)
  if (!door.partners.has(partner) || !signInHash) return undefined
  const row = await findRow<SignInRow & { [column: string]: unknown }>(
    door.pools.of(partner),
    callFindSignIn(signInHash),
  )
  if (!row) return undefined
  return {
    by: 'sign-in',
    partner,
    unit: row.unit,
    signInHash,
    officer: { officerId: row.officer_id, displayName: row.display_name, coordinator: row.coordinator },
    endedBy:
      row.ended_by === null || row.agreement === null ? undefined : { term: row.ended_by, agreement: row.agreement },
  }
}

/** Who asks: by signature where there is one, else by the sign-in. Throws a 401 problem. */
export const findAsker = async (
  door: PartnerDoor,
  request: FastifyRequest,
  agreement: string | undefined,
): Promise<Asker> => {
  if (request.headers['signature-input'] !== undefined || request.headers.signature !== undefined)
    return findSigner(door, incomingOf(door, request), agreement)
  const asker = await findSignedIn(door, readPartnerCookie(request))
  if (asker) return asker
  throw new HttpProblem(
    401,
    'not-signed-in',
    'Sign the request with the key of your unit, or sign in, and send it again.',
  )
}

/** Which role answers an agreement now; undefined where it is none of this partner's. */
export const findDoor = async (door: PartnerDoor, asker: Asker, agreement: string): Promise<string | undefined> => {
  if (asker.by === 'signed') return asker.door
  const row = await findRow<{ door: string | null }>(door.pools.of(asker.partner), callFindDoor(agreement))
  return row?.door ?? undefined
}
