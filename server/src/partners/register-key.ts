import { acceptPartnerKey, isRefused, refuse, type UnitId } from '@pars/domain'
import { bytesText, insertRow } from '../db/insert-row.sql.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { actedBy, appendConduct } from '../journal/append-conduct.ts'
import { type VerbContext, verb } from '../verb.ts'
import { fingerprintOf } from './key-fingerprint.ts'
import { selectKeyTaken, selectUnit } from './partners.sql.ts'

/** Registers the key that a unit's systems sign with. That it is that unit's is said in the public log. */
export const registerKey = verb(
  'partner-key.register',
  async (tx: Tx, ctx: VerbContext, given: { unitId: UnitId; publicKey: string }) => {
    const unit = await tx.find<{ unit_id: string; code: string }>(selectUnit(uuidOf('unt', given.unitId)))
    if (!unit) return refuse('not-found', 'There is no such unit. Look for it among the units of its partner.')
    const publicKey = Buffer.from(given.publicKey, 'base64')
    const keyId = fingerprintOf(publicKey)
    const keyTaken = (await tx.find(selectKeyTaken(keyId))) !== undefined
    const decision = acceptPartnerKey({ keyTaken }, publicKey)
    if (isRefused(decision)) return decision
    const entry = await appendConduct(tx, {
      kind: 'key.registered',
      fields: { use: 'partner', algorithm: 'ed25519', seat: null, unit: unit.code, vkey: null },
      slots: { holder: unit.code, key: { keyId, publicKey: given.publicKey }, approval: actedBy(ctx) },
    })
    await tx.write(
      insertRow('partner.signing_key', {
        key_id: keyId,
        unit_id: unit.unit_id,
        public_key: bytesText(publicKey),
        made_by: uuidOf('acc', ctx.actor.accountId),
        made_at: ctx.now,
        entry_id: uuidOf('ent', entry),
      }),
    )
    return { keyId, receipt: { entryId: entry, number: null } }
  },
)
