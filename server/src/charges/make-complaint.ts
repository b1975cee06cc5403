import {
  type ArrestId,
  acceptComplaint,
  type ChargeId,
  type ComplaintFields,
  type ComplaintId,
  isRefused,
} from '@pars/domain'
import { selectComplaintDue } from '../arrests/summons-release.sql.ts'
import { newId } from '../arrests/write-version.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { insertComplaint } from './charges-writes.sql.ts'
import { loadChargingStanding } from './charging-standing.ts'
import { complaintStandingOf } from './complaint-standing.ts'

interface Given {
  arrestId: ArrestId
  chargeIds: readonly ChargeId[]
  fields: ComplaintFields
}

/** Makes the criminal complaint over approved charges; each complaint becomes a case of its own. */
export const makeComplaint = verb(
  'complaint.make',
  async (tx: Tx, ctx: VerbContext, { arrestId, chargeIds, fields }: Given) => {
    const standing = await loadChargingStanding(tx, arrestId)
    if (isRefused(standing)) return standing
    const due = await tx.find<{ complaint_due_at: string }>(selectComplaintDue(uuidOf('arr', arrestId)))
    const decision = acceptComplaint(
      complaintStandingOf(standing, due?.complaint_due_at ?? null),
      { chargeIds, fields },
      ctx.now,
    )
    if (isRefused(decision)) return decision
    const complaintId: ComplaintId = newId('cmp')
    const entry = await appendEntry(tx, ctx.actor, {
      kind: 'complaint.made',
      arrestId,
      act: jsonOf({ complaintId, chargeIds, fields }),
    })
    const key = { complaint_id: uuidOf('cmp', complaintId), entry_id: uuidOf('ent', entry) }
    await tx.write(
      insertComplaint(
        {
          ...key,
          arrest_id: uuidOf('arr', arrestId),
          affiant: fields.affiant,
          affiant_agency: fields.affiantAgency,
          offense_date_text: fields.offenseDateText,
          offense_place: fields.offensePlace,
          peace_and_dignity: fields.peaceAndDignity,
          lab_services: fields.labServices,
          fingerprinted: fields.fingerprinted,
          process_requested: fields.processRequested,
          verified_at: fields.verifiedAt,
          approved_by: uuidOf('acc', ctx.actor.accountId),
          made_at: ctx.now,
        },
        { ...key, facts: fields.facts },
        chargeIds.map((chargeId, index) => ({ ...key, charge_id: uuidOf('chg', chargeId), position: index + 1 })),
      ),
    )
    return { arrestId, complaintId, receipt: { entryId: entry, number: null } }
  },
)
