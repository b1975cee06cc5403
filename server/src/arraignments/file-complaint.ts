import {
  type AccountId,
  acceptFiling,
  type ComplaintFields,
  type ComplaintId,
  formatId,
  isRefused,
  parseDocketNumber,
  refuse,
} from '@pars/domain'
import { findArrest } from '../arrests/present-report.ts'
import { selectComplaintDue } from '../arrests/summons-release.sql.ts'
import { newId } from '../arrests/write-version.ts'
import { loadCharging } from '../charges/load-charging.ts'
import { lockCase } from '../db/lock-case.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { insertDocket, selectArrestOfComplaint, selectDocketNumberUsed } from './dockets.sql.ts'
import { loadDockets } from './load-dockets.ts'

interface Given {
  complaintId: ComplaintId
  docketNumber: string
  certified: boolean
  counsel: 'defender' | 'private' | 'none' | null
}

const noSuchComplaint = refuse('not-found', 'There is no such complaint. Look for it among those that wait for filing.')

/** The court certifies a complaint and files it under its own docket number (Rules 508, 1003(B)). */
export const fileComplaint = verb('complaint.file', async (tx: Tx, ctx: VerbContext, given: Given) => {
  const found = await tx.find<{ arrest_id: string; approved_by: string }>(
    selectArrestOfComplaint(uuidOf('cmp', given.complaintId)),
  )
  if (!found) return noSuchComplaint
  const arrestId = formatId('arr', found.arrest_id)
  await lockCase(tx, arrestId)
  const arrest = await findArrest(tx, arrestId, null)
  const { charging } = await loadCharging(tx, arrestId, null)
  const complaint = charging.complaints.find(one => one.complaintId === given.complaintId)
  if (!arrest || !complaint) return noSuchComplaint
  const due = await tx.find<{ complaint_due_at: string }>(selectComplaintDue(found.arrest_id))
  const dockets = await loadDockets(tx, arrestId, null)
  const number = parseDocketNumber(given.docketNumber)?.docketNumber
  const facts = {
    custody: due ? ('summoned' as const) : ('arrested' as const),
    fields: { ...complaint, facts: complaint.facts ?? '' } satisfies ComplaintFields,
    approvedBy: formatId('acc', found.approved_by) as AccountId,
    filed: dockets.some(docket => docket.complaintId === given.complaintId),
    docketNumberUsed: number !== undefined && (await tx.find(selectDocketNumberUsed(number))) !== undefined,
  }
  const decision = acceptFiling(
    facts,
    { docketNumber: given.docketNumber, certifiedComplete: given.certified },
    ctx.now,
  )
  if (isRefused(decision)) return decision
  const docketId = newId('dkt')
  const entry = await appendEntry(tx, ctx.actor, {
    kind: 'complaint.filed',
    arrestId,
    act: jsonOf({
      docketId,
      complaintId: given.complaintId,
      docketNumber: decision.docketNumber,
      counsel: given.counsel,
    }),
  })
  await tx.write(
    insertDocket({
      docket_id: uuidOf('dkt', docketId),
      docket_number: decision.docketNumber,
      complaint_id: uuidOf('cmp', given.complaintId),
      arrest_id: found.arrest_id,
      certified_by: uuidOf('acc', ctx.actor.accountId),
      counsel: given.counsel,
      filed_at: ctx.now,
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { docketId, receipt: { entryId: entry, number: null } }
})
