import {
  acceptOfficer,
  acceptRecertification,
  type Certificate,
  type Instant,
  isRefused,
  type OfficerId,
  type OfficerOffered,
  refuse,
  type UnitId,
} from '@pars/domain'
import { insertRow } from '../db/insert-row.sql.ts'
import { newId } from '../db/new-id.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { selectOfficer, selectOfficerTaken, selectUnit, updateOfficer } from './partners.sql.ts'

interface Given extends OfficerOffered {
  unitId: UnitId
}

/** No text with NUL is in the database, which would not take the question. */
const isTaken = async (tx: Tx, { issuer, subject }: OfficerOffered): Promise<boolean> =>
  !`${issuer}${subject}`.includes('\0') && (await tx.find(selectOfficerTaken(issuer, subject))) !== undefined

/** Certifies an officer of a unit until a date. */
export const certifyOfficer = verb('officer.certify', async (tx: Tx, ctx: VerbContext, given: Given) => {
  const unit = await tx.find<{ unit_id: string }>(selectUnit(uuidOf('unt', given.unitId)))
  if (!unit) return refuse('not-found', 'There is no such unit. Look for it among the units of its partner.')
  const decision = acceptOfficer({ subjectTaken: await isTaken(tx, given) }, given, ctx.now)
  if (isRefused(decision)) return decision
  const officerId = newId('ofc')
  const entry = await appendEntry(tx, ctx.actor, { kind: 'officer.certified', act: jsonOf({ officerId, ...given }) })
  await tx.write(
    insertRow('partner.officer', {
      officer_id: uuidOf('ofc', officerId),
      unit_id: unit.unit_id,
      issuer: given.issuer,
      subject: given.subject,
      display_name: given.displayName,
      coordinator: given.coordinator,
      certified_until: given.certifiedUntil,
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { officerId, receipt: { entryId: entry, number: null } }
})

interface Change extends Certificate {
  officerId: OfficerId
}
interface OfficerRow {
  officer_id: string
  display_name: string
  coordinator: boolean
  certified_until: Instant
}

/** Changes an officer's certificate; an instant that is past ends it, on every path, from the commit on. */
export const recertifyOfficer = verb('officer.certify', async (tx: Tx, ctx: VerbContext, given: Change) => {
  const row = await tx.find<OfficerRow & { [column: string]: unknown }>(selectOfficer(uuidOf('ofc', given.officerId)))
  if (!row) return refuse('not-found', 'There is no such officer. Look for it among the officers of its unit.')
  const known = {
    displayName: row.display_name,
    coordinator: row.coordinator,
    certifiedUntil: row.certified_until,
  }
  const decision = acceptRecertification(known, given, ctx.now)
  if (isRefused(decision)) return decision
  const entry = await appendEntry(tx, ctx.actor, {
    kind: 'officer.certified',
    act: jsonOf({ ...given, before: known }),
  })
  await tx.write(
    updateOfficer({
      officer_id: row.officer_id,
      display_name: given.displayName,
      coordinator: given.coordinator,
      certified_until: given.certifiedUntil,
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { officerId: given.officerId, receipt: { entryId: entry, number: null } }
})
