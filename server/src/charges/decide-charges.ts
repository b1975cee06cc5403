import { type ArrestId, type ChargeDecision, decideCharges as decide, isRefused, type PoliceCharge } from '@pars/domain'
import { loadReportReference } from '../arrests/load-report-reference.ts'
import { newId } from '../arrests/write-version.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { insertDecision } from './charges-writes.sql.ts'
import { loadChargingStanding } from './charging-standing.ts'

interface Given {
  arrestId: ArrestId
  arrestVersion: number
  decisions: readonly ChargeDecision[]
}

/** Decides all charges of an arrest at once; what police recommended stays on file beside it. */
export const decideCharges = verb('charging.decide', async (tx: Tx, ctx: VerbContext, given: Given) => {
  const { arrestId } = given
  const standing = await loadChargingStanding(tx, arrestId)
  if (isRefused(standing)) return standing
  const { content, version } = standing.arrest
  const restated = given.decisions.filter(decision => decision.kind === 'modified' || decision.kind === 'added')
  const { statutes } = await loadReportReference(tx, { district: content.district, charges: restated })
  const facts = {
    ...standing.facts,
    version,
    versionGiven: given.arrestVersion,
    policeCharges: content.charges as readonly PoliceCharge[],
    arrestedAt: content.arrestedAt,
    incidents: content.incidents,
    bornOn: content.person.bornOn,
    directFile: content.directFile !== null,
    statutes,
  }
  const decision = decide(facts, ctx.actor.accountId, given.decisions)
  if (isRefused(decision)) return decision
  const charges = decision.charges.map(charge => ({ ...charge, chargeId: newId('chg') }))
  const entry = await appendEntry(tx, ctx.actor, {
    kind: 'charges.decided',
    arrestId,
    act: jsonOf({ arrestVersion: version, charges, declined: decision.declined }),
  })
  const key = { arrest_id: uuidOf('arr', arrestId), entry_id: uuidOf('ent', entry) }
  await tx.write(
    insertDecision(
      { ...key, arrest_version: version, made_by: uuidOf('acc', ctx.actor.accountId), made_at: ctx.now },
      charges.map((charge, index) => ({
        ...key,
        charge_id: uuidOf('chg', charge.chargeId),
        position: index + 1,
        police_charge_id: charge.policeChargeId && uuidOf('pch', charge.policeChargeId),
        origin: charge.origin,
        statute: charge.statute,
        description: charge.description,
        grade: charge.grade,
        counts: charge.counts,
        offense_on: charge.offenseOn,
        dc_number: charge.dcNumber,
      })),
      decision.declined.map(charge => ({
        ...key,
        police_charge_id: uuidOf('pch', charge.policeChargeId),
        reason: charge.reason,
        note: charge.note,
      })),
    ),
  )
  return { arrestId, receipt: { entryId: entry, number: null }, chargeIds: charges.map(charge => charge.chargeId) }
})
