import {
  acceptSeatKey,
  acceptSeatKeyEnd,
  isRefused,
  type Refused,
  refuse,
  type Seat,
  type SeatKeyAlgorithm,
} from '@pars/domain'
import { seatKeyStatement } from '@pars/terms'
import { bytesText, insertRow } from '../db/insert-row.sql.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { actedBy, appendConduct } from '../journal/append-conduct.ts'
import { fingerprintOf } from '../partners/key-fingerprint.ts'
import { type VerbContext, verb } from '../verb.ts'
import { lockAgreement } from './agreements.sql.ts'
import { refusePasskey } from './refuse-passkey.ts'
import { type SeatKeyRow, selectSeatKey, selectSeatKeys } from './resolutions.sql.ts'
import type { Site } from './site.ts'
import { isSigned, readPasskeyKey } from './verify-signature.ts'

type GivenKey =
  | { kind: 'key-file'; publicKey: string; signature: string }
  | { kind: 'passkey'; credentialId: string; publicKey: string; authenticatorData: string; clientDataJson: string }
interface Given {
  holder: string
  key: GivenKey
  site: Site
}
interface NewKey {
  kind: 'key'
  keyId: string
  algorithm: SeatKeyAlgorithm
  publicKey: Buffer
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64')
const malformed = refuse('key-malformed', 'This is no key of a kind that can vote; make a new one.', 'key.publicKey')

/** The credential's own id and key stand in what the authenticator gave: another one's are not registered in its name. */
const isOfCredential = (authenticatorData: Buffer, credentialId: Buffer, publicKey: Buffer): boolean => {
  const attested = ((authenticatorData[32] ?? 0) & 0x40) !== 0 && authenticatorData.length > 55
  if (!attested || authenticatorData.readUInt16BE(53) !== credentialId.length) return false
  const rest = authenticatorData.subarray(55 + credentialId.length)
  const parts = publicKey.length === 65 ? [publicKey.subarray(1, 33), publicKey.subarray(33)] : [publicKey]
  return (
    authenticatorData.subarray(55, 55 + credentialId.length).equals(credentialId) &&
    parts.every(part => rest.includes(part))
  )
}

const readPasskey = (key: GivenKey & { kind: 'passkey' }, statement: string, site: Site): NewKey | Refused => {
  const read = readPasskeyKey(bytesOf(key.publicKey))
  const credentialId = Buffer.from(key.credentialId, 'base64url')
  const authenticatorData = bytesOf(key.authenticatorData)
  if (!read || credentialId.toString('base64url') !== key.credentialId) return malformed
  const assertion = { authenticatorData, clientDataJson: bytesOf(key.clientDataJson) }
  const refused = refusePasskey(assertion, { ceremony: 'webauthn.create', statement, site })
  if (refused) return refused
  if (!isOfCredential(authenticatorData, credentialId, read.publicKey)) return malformed
  return { kind: 'key', keyId: key.credentialId, ...read }
}

const readKeyFile = (key: GivenKey & { kind: 'key-file' }, statement: string): NewKey | Refused => {
  const publicKey = bytesOf(key.publicKey)
  if (publicKey.length !== 32) return malformed
  const signed = isSigned({ algorithm: 'ed25519', publicKey }, bytesOf(key.signature), Buffer.from(statement, 'utf8'))
  return signed
    ? { kind: 'key', keyId: fingerprintOf(publicKey), algorithm: 'ed25519', publicKey }
    : refuse('signature-wrong', 'The key did not sign this statement; sign it again.', 'key.signature')
}

/** What a new key of the actor's seat signs to be registered. */
export const statementOfNewKey = (ctx: { origin: string; seat: Seat }, holder: string): string =>
  seatKeyStatement({ origin: ctx.origin, seat: ctx.seat, holder })

/** Registers a key that the actor's seat votes with. The first of each seat is the seat's genesis; the public log says each. */
export const registerSeatKey = verb('seat-key.register', async (tx: Tx, ctx: VerbContext, given: Given) => {
  const seat = ctx.actor.party as Seat
  await tx.rows(lockAgreement(`keys of ${seat}`))
  const keys = await tx.rows<SeatKeyRow & { [column: string]: unknown }>(selectSeatKeys)
  const statement = statementOfNewKey({ origin: ctx.runtime.city.origin, seat }, given.holder)
  const key =
    given.key.kind === 'passkey' ? readPasskey(given.key, statement, given.site) : readKeyFile(given.key, statement)
  if (key.kind === 'refused') return key as Refused
  const { keyId, algorithm, publicKey } = key as NewKey
  const decision = acceptSeatKey(
    { keyTaken: keys.some(one => one.key_id === keyId), keysOfSeat: keys.filter(one => one.seat === seat).length },
    given,
  )
  if (isRefused(decision)) return decision
  const entry = await appendConduct(tx, {
    kind: 'key.registered',
    fields: { use: 'ballot', algorithm: algorithm === 'es256' ? 'es256' : 'ed25519', seat, unit: null, vkey: null },
    slots: {
      holder: given.holder,
      key: { keyId, algorithm, publicKey: publicKey.toString('base64') },
      approval: { by: actedBy(ctx), genesis: decision.genesis },
    },
  })
  await tx.write(
    insertRow('agreement.seat_key', {
      key_id: keyId,
      seat,
      algorithm,
      public_key: bytesText(publicKey),
      holder: given.holder,
      genesis: decision.genesis,
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { keyId, genesis: decision.genesis, receipt: { entryId: entry, number: null } }
})

/** Ends a key of the actor's own seat: from the commit on it casts nothing. */
export const endSeatKey = verb(
  'seat-key.end',
  async (tx: Tx, ctx: VerbContext, { keyId, reason }: { keyId: string; reason: string }) => {
    const seat = ctx.actor.party as Seat
    const key = await tx.find<SeatKeyRow & { [column: string]: unknown }>(selectSeatKey(keyId))
    const decision = acceptSeatKeyEnd(key ? { seat: key.seat, ended: key.ended_at !== null } : null, { seat, reason })
    if (isRefused(decision)) return decision
    if (!key) throw new Error('a key that is not there was ended')
    const entry = await appendConduct(tx, {
      kind: 'key.revoked',
      fields: {
        use: 'ballot',
        algorithm: key.algorithm === 'es256' ? 'es256' : 'ed25519',
        seat,
        unit: null,
        vkey: null,
      },
      slots: {
        holder: key.holder,
        key: { keyId, algorithm: key.algorithm, publicKey: key.public_key.toString('base64') },
        approval: { by: actedBy(ctx), reason },
      },
    })
    await tx.write(
      insertRow('agreement.seat_key_end', {
        key_id: keyId,
        seat,
        reason,
        made_by: uuidOf('acc', ctx.actor.accountId),
        made_at: ctx.now,
        entry_id: uuidOf('ent', entry),
      }),
    )
    return { keyId, receipt: { entryId: entry, number: null } }
  },
)
