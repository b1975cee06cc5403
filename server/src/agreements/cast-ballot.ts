import {
  acceptBallot,
  type BallotOffered,
  type Instant,
  isRefused,
  type Refused,
  type ResolutionId,
  refuse,
  resolutionNeeds,
  type Seat,
} from '@pars/domain'
import { type BallotParts, checkBallot, signedBytes } from '@pars/terms'
import { bytesText, insertRow } from '../db/insert-row.sql.ts'
import { newId } from '../db/new-id.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { actedBy, appendConduct } from '../journal/append-conduct.ts'
import { type VerbContext, verb } from '../verb.ts'
import { lockAgreement } from './agreements.sql.ts'
import { refusePasskey } from './refuse-passkey.ts'
import { ballotsOf, carryingFacts, findResolution, noSuchResolution, votedTexts } from './resolution-facts.ts'
import { type ResolutionRow, type SeatKeyRow, selectSeatKey } from './resolutions.sql.ts'
import type { Site } from './site.ts'
import { isSigned, sha256 } from './verify-signature.ts'

export interface GivenBallot extends BallotOffered {
  resolutionId: ResolutionId
  statement: string
  keyId: string
  /** base64. */
  signature: string
  passkey: { authenticatorData: string; clientDataJson: string } | null
  site: Site
}

const passkeyOf = ({ passkey }: GivenBallot) =>
  passkey && {
    authenticatorData: Buffer.from(passkey.authenticatorData, 'base64'),
    clientDataJson: Buffer.from(passkey.clientDataJson, 'base64'),
  }

/** Whether the seat's key signed this very statement, here, with its holder verified. */
const checkSignature = (key: SeatKeyRow, given: GivenBallot): Refused | undefined => {
  const passkey = passkeyOf(given)
  if (passkey === null && key.algorithm !== 'ed25519')
    return refuse('passkey-missing', 'This key is a passkey; sign with it in the browser.', 'passkey')
  if (passkey !== null && key.algorithm === 'ed25519')
    return refuse('passkey-not-expected', 'This key is a key file; sign the statement itself with it.', 'passkey')
  const { statement, site } = given
  const refused = passkey && refusePasskey(passkey, { ceremony: 'webauthn.get', statement, site })
  if (refused) return refused
  const signature = Buffer.from(given.signature, 'base64')
  return isSigned(
    { algorithm: key.algorithm, publicKey: key.public_key },
    signature,
    signedBytes(statement, passkey, sha256),
  )
    ? undefined
    : refuse('signature-wrong', 'The key did not sign this statement; sign it again.', 'signature')
}

const insertBallot = async (tx: Tx, ctx: VerbContext, { row, given }: { row: ResolutionRow; given: GivenBallot }) => {
  const seat = ctx.actor.party as Seat
  const ballotId = newId('bal')
  const statementHash = Buffer.from(sha256(Buffer.from(given.statement, 'utf8')))
  const passkey = passkeyOf(given)
  const entry = await appendConduct(tx, {
    kind: 'ballot.cast',
    fields: {
      agreement: row.agreement_code,
      agreementVersion: row.version,
      resolution: row.code,
      action: row.action,
      seat,
      choice: given.choice,
      termsHash: row.terms_hash,
      statementHash: statementHash.toString('hex'),
    },
    slots: {
      officer: actedBy(ctx, ballotId),
      signature: { keyId: given.keyId, signature: given.signature, passkey: given.passkey },
      reason: { reason: given.reason, onAuthorityOf: given.onAuthorityOf },
    },
  })
  await tx.write(
    insertRow('agreement.ballot', {
      ballot_id: uuidOf('bal', ballotId),
      resolution_id: row.resolution_id,
      agreement_id: row.agreement_id,
      version: row.version,
      terms_hash: bytesText(Buffer.from(row.terms_hash, 'hex')),
      sql_hash: bytesText(Buffer.from(row.sql_hash, 'hex')),
      action: row.action,
      seat,
      choice: given.choice,
      reason: given.reason,
      on_authority_of: given.onAuthorityOf,
      statement: given.statement,
      statement_hash: bytesText(statementHash),
      key_id: given.keyId,
      signature: bytesText(Buffer.from(given.signature, 'base64')),
      authenticator_data: passkey && bytesText(passkey.authenticatorData),
      client_data: passkey?.clientDataJson.toString('utf8'),
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { ballotId, receipt: { entryId: entry, number: null } }
}

/** Casts a seat's one ballot. Its signature is verified here, before anything is kept, and kept so that anybody can again. */
export const castBallot = verb('ballot.cast', async (tx: Tx, ctx: VerbContext, given: GivenBallot) => {
  const resolutionId = uuidOf('res', given.resolutionId)
  const before = await findResolution(tx, resolutionId)
  if (!before) return noSuchResolution
  await tx.rows(lockAgreement(before.agreement_code))
  const row = await findResolution(tx, resolutionId)
  if (!row) return noSuchResolution
  const seat = ctx.actor.party as Seat
  const key = await tx.find<SeatKeyRow & { [column: string]: unknown }>(selectSeatKey(given.keyId))
  const parts: BallotParts = {
    ...votedTexts(row, ctx.runtime.city.origin),
    seat,
    choice: given.choice,
    closesAt: row.closes_at as Instant,
  }
  const fault = checkBallot(given.statement, parts)
  const decision = acceptBallot(
    {
      closesAt: row.closes_at as Instant,
      ballots: ballotsOf(row),
      statementFault: fault && { ...fault, at: 'statement' },
      key: key ? { seat: key.seat, ended: key.ended_at !== null } : null,
    },
    { seat, offered: given, now: ctx.now },
  )
  if (isRefused(decision)) return decision
  const unsigned = key && checkSignature(key, given)
  if (unsigned) return unsigned
  const cast = await insertBallot(tx, ctx, { row, given })
  const facts = carryingFacts(row)
  const needs = resolutionNeeds(
    { ...facts, ballots: [...facts.ballots, { seat, choice: given.choice }], numbered: false },
    ctx.now,
  )
  return { ...cast, needs: needs.map(need => ({ ...need, seats: [...need.seats] })) }
})
