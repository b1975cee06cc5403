import { randomBytes } from 'node:crypto'
import { acceptPartner, acceptUnit, isRefused, type PartnerId, refuse, type UnitOffered } from '@pars/domain'
import { insertRow } from '../db/insert-row.sql.ts'
import { newId } from '../db/new-id.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { selectPartner, selectPartnerTaken, selectUnitTaken } from './partners.sql.ts'

interface GivenPartner {
  code: string
  name: string
  ori: string | null
}

/** Registers an outside agency. Its login role has an opaque name and is opened by the keeper in the next moment. */
export const registerPartner = verb('partner.register', async (tx: Tx, ctx: VerbContext, given: GivenPartner) => {
  const codeTaken = (await tx.find(selectPartnerTaken(given.code))) !== undefined
  const decision = acceptPartner({ codeTaken }, given)
  if (isRefused(decision)) return decision
  const partnerId = newId('prt')
  const door = `ptn_${randomBytes(6).toString('hex')}`
  const entry = await appendEntry(tx, ctx.actor, {
    kind: 'partner.registered',
    act: jsonOf({ partnerId, ...given, door }),
  })
  await tx.write(
    insertRow('partner.partner', {
      partner_id: uuidOf('prt', partnerId),
      ...given,
      door,
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { partnerId, receipt: { entryId: entry, number: null } }
})

interface GivenUnit extends UnitOffered {
  partnerId: PartnerId
  code: string
}

/** Registers a unit of a partner. */
export const registerUnit = verb('unit.register', async (tx: Tx, ctx: VerbContext, given: GivenUnit) => {
  const partner = await tx.find<{ partner_id: string }>(selectPartner(uuidOf('prt', given.partnerId)))
  if (!partner) return refuse('not-found', 'There is no such partner. Look for it in the list of partners.')
  const codeTaken = (await tx.find(selectUnitTaken(given.code))) !== undefined
  const decision = acceptUnit({ codeTaken }, given)
  if (isRefused(decision)) return decision
  const unitId = newId('unt')
  const entry = await appendEntry(tx, ctx.actor, { kind: 'unit.registered', act: jsonOf({ unitId, ...given }) })
  await tx.write(
    insertRow('partner.unit', {
      unit_id: uuidOf('unt', unitId),
      partner_id: partner.partner_id,
      code: given.code,
      name: given.name,
      function: given.function,
      criminal_justice: given.criminalJustice,
      decided_by: given.decidedBy,
      citation: given.citation,
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { unitId, receipt: { entryId: entry, number: null } }
})
