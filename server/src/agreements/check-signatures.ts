import type { BallotChoice, Instant, Seat } from '@pars/domain'
import { acceptanceStatement, ballotStatement, checkPasskey, signedBytes } from '@pars/terms'
import type { Read } from '../db/statement.ts'
import { selectPartnerKey } from './keeper.sql.ts'
import { challengeOf } from './refuse-passkey.ts'
import { votedTexts } from './resolution-facts.ts'
import { type ResolutionRow, type SeatKeyRow, selectSeatKey } from './resolutions.sql.ts'
import { isSigned, sha256 } from './verify-signature.ts'

const bytesOf = (text: unknown): Buffer => Buffer.from(String(text), 'base64')

/** Whether a ballot on file is what a key of its seat signed. No page is known any more: challenge, person and signature are. */
const isBallotSigned = (
  ballot: Record<string, unknown>,
  row: ResolutionRow,
  key: SeatKeyRow,
  origin: string,
): boolean => {
  const statement = ballotStatement({
    ...votedTexts(row, origin),
    seat: ballot['seat'] as Seat,
    choice: ballot['choice'] as BallotChoice,
    closesAt: row.closes_at as Instant,
  })
  const passkey =
    ballot['authenticatorData'] == null
      ? null
      : { authenticatorData: bytesOf(ballot['authenticatorData']), clientDataJson: bytesOf(ballot['clientDataJson']) }
  if (ballot['statement'] !== statement || key.seat !== ballot['seat']) return false
  if ((passkey === null) !== (key.algorithm === 'ed25519')) return false
  const expected = { ceremony: 'webauthn.get', challenge: challengeOf(statement), page: null } as const
  if (passkey && checkPasskey(passkey, expected, sha256)) return false
  const registered = { algorithm: key.algorithm, publicKey: key.public_key }
  return isSigned(registered, bytesOf(ballot['signature']), signedBytes(statement, passkey, sha256))
}

const isAcceptanceSigned = async (read: Read, row: ResolutionRow, origin: string): Promise<boolean> => {
  const { acceptance } = row
  if (acceptance === null || acceptance['decision'] !== 'accepted') return true
  const term = acceptance['term'] === null ? null : String(acceptance['term'])
  const statement = acceptanceStatement({ ...votedTexts(row, origin), decision: 'accepted', term })
  const key = await read.find<{ public_key: Buffer }>(selectPartnerKey(String(acceptance['keyId']), row.agreement_id))
  if (!key || acceptance['statement'] !== statement) return false
  const registered = { algorithm: 'ed25519', publicKey: key.public_key } as const
  return isSigned(registered, bytesOf(acceptance['signature']), Buffer.from(statement, 'utf8'))
}

/** Which signature under a resolution is not what it should be; undefined when all are. Asked again before anything takes effect. */
export const findWrongSignature = async (
  read: Read,
  row: ResolutionRow,
  origin: string,
): Promise<'ballot' | 'acceptance' | undefined> => {
  for (const ballot of row.ballots) {
    const key = await read.find<SeatKeyRow & { [column: string]: unknown }>(selectSeatKey(String(ballot['keyId'])))
    if (!key || !isBallotSigned(ballot, row, key, origin)) return 'ballot'
  }
  return (await isAcceptanceSigned(read, row, origin)) ? undefined : 'acceptance'
}
