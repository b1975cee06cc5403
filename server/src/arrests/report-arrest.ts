import { type ArrestId, type ArrestReport, acceptArrest, formatId, isRefused, refuse } from '@pars/domain'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { type VerbContext, verb } from '../verb.ts'
import { type ArrestReported, doneWith, reportedWith } from './arrest-done.ts'
import { selectFirstSent } from './arrests.sql.ts'
import { erasedByOrder } from './erased-report.ts'
import { loadReportFacts } from './load-report-facts.ts'
import { lockArrestRow } from './lock-arrest-row.ts'
import { newId, reportHash, writeNewArrest, writeNextVersion } from './write-version.ts'

const personUnknown = refuse(
  'person-unknown',
  'There is no person with this id. Leave the person out, and a new one is made.',
  'personId',
)

/** Reports an arrest and sends it to charging. A retry of the same report finds the same arrest. */
export const reportArrest = verb('arrest.report', async (tx: Tx, ctx: VerbContext, report: ArrestReport) => {
  const { known, districts, statutes, person_id, erased } = await loadReportFacts(tx, report)
  if (erased) return erasedByOrder
  const contentHash = reportHash(ctx.runtime.keys, report, ctx.now)
  const facts = {
    districts,
    statutes,
    known: known
      ? { arrestId: formatId('arr', known.arrest_id), sent: known.sent, contentHash: known.content_hash }
      : null,
    contentHash,
  }
  const decision = acceptArrest(facts, report, ctx.now)
  if (isRefused(decision)) return decision
  if (decision.kind === 'already-reported') return alreadyReported(tx, decision.arrestId)
  const { charges } = decision.report
  const act = { kind: 'arrest.reported' as const, report: decision.report, contentHash, reason: null }
  if (decision.arrestId === null) {
    const arrestId = newId('arr')
    const entry = await writeNewArrest(
      tx,
      ctx,
      { ...act, arrestId, version: 1 },
      { sentAt: ctx.now, foundPerson: person_id },
    )
    return entry ? reportedWith(doneWith(arrestId, 1, entry), charges) : personUnknown
  }
  const locked = await lockArrestRow(tx, decision.arrestId)
  if (!locked || locked.sent_at !== null)
    return refuse('already-sent', 'This report was sent meanwhile. Open the arrest to correct it.')
  const entry = await writeNextVersion(
    tx,
    ctx,
    { ...act, arrestId: decision.arrestId, version: locked.version + 1 },
    locked,
  )
  return reportedWith(doneWith(decision.arrestId, locked.version + 1, entry), charges)
})

const alreadyReported = async (tx: Tx, arrestId: ArrestId) => {
  const first = await tx.find<{ version: number; entry_id: string; number: number | null; charges: string[] }>(
    selectFirstSent(uuidOf('arr', arrestId)),
  )
  if (!first) throw new Error('a sent arrest has no sent version')
  const receipt = { entryId: formatId('ent', first.entry_id), number: first.number }
  const policeChargeIds = first.charges.map(uuid => formatId('pch', uuid))
  const answer: ArrestReported = { arrestId, version: first.version, receipt, policeChargeIds }
  return { kind: 'already-done' as const, answer }
}
