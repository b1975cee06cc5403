import { type ArrestId, type ArrestReport, acceptCorrection, formatId, isRefused } from '@pars/domain'
import { doneWith } from '../arrests/arrest-done.ts'
import { loadReportReference } from '../arrests/load-report-reference.ts'
import { loadSavedReport } from '../arrests/load-saved-report.ts'
import { lockArrestRow } from '../arrests/lock-arrest-row.ts'
import { reportHash, writeNextVersion } from '../arrests/write-version.ts'
import type { Tx } from '../db/transaction.ts'
import { type VerbContext, verb } from '../verb.ts'
import { noSuchCase } from './case-standing.ts'
import { loadCase } from './load-custody.ts'

interface Given {
  arrestId: ArrestId
  version: number
  reason: string
  report: ArrestReport
}

/** Corrects a sent report. It becomes the next version; the earlier one stays readable at its journal number. */
export const correctArrest = verb('arrest.correct', async (tx: Tx, ctx: VerbContext, given: Given) => {
  const locked = await lockArrestRow(tx, given.arrestId)
  const found = await loadCase(tx, given.arrestId, null)
  if (!locked || !found) return noSuchCase
  const { report: current } = await loadSavedReport(tx, given.arrestId, locked.version)
  const facts = {
    ...(await loadReportReference(tx, given.report)),
    version: locked.version,
    versionGiven: given.version,
    sent: found.facts.sentAt !== null,
    chargingDecided: found.facts.charging.decidedAt !== null,
    arraigned: found.dockets.some(docket => docket.arraignment !== null),
    // The paper may have been filed without knowing the person; the record knows who it is.
    current: { ...current, personId: formatId('per', locked.person_id) },
  }
  const decision = acceptCorrection(facts, given, ctx.now)
  if (isRefused(decision)) return decision
  const version = locked.version + 1
  const { report } = decision
  const act = {
    kind: 'arrest.corrected' as const,
    arrestId: given.arrestId,
    report,
    version,
    contentHash: reportHash(ctx.runtime.keys, report, ctx.now),
    reason: given.reason,
  }
  return doneWith(given.arrestId, version, await writeNextVersion(tx, ctx, act, locked))
})
