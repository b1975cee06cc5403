import { type ArrestId, acceptResend, checkReport, checkVersion, isRefused } from '@pars/domain'
import { doneWith } from '../arrests/arrest-done.ts'
import { loadReportReference } from '../arrests/load-report-reference.ts'
import { loadSavedReport } from '../arrests/load-saved-report.ts'
import { lockArrestRow } from '../arrests/lock-arrest-row.ts'
import { reportHash, writeNextVersion } from '../arrests/write-version.ts'
import type { Tx } from '../db/transaction.ts'
import { type VerbContext, verb } from '../verb.ts'
import { loadChargingStanding, noSuchArrest } from './charging-standing.ts'

/** Sends a saved report to charging, or sends one again that charging sent back. It stands here because only charging knows which. */
export const sendReport = verb(
  'arrest.report',
  async (tx: Tx, ctx: VerbContext, given: { arrestId: ArrestId; version: number }) => {
    const locked = await lockArrestRow(tx, given.arrestId)
    const standing = await loadChargingStanding(tx, given.arrestId)
    if (!locked || isRefused(standing)) return noSuchArrest
    const accepted = acceptSending({ version: locked.version, versionGiven: given.version }, standing.facts)
    if (isRefused(accepted)) return accepted
    const { report } = await loadSavedReport(tx, given.arrestId, locked.version)
    const checked = checkReport(report, await loadReportReference(tx, report), ctx.now)
    if (isRefused(checked)) return checked
    const version = locked.version + 1
    const act = {
      kind: 'arrest.reported' as const,
      arrestId: given.arrestId,
      report: checked.report,
      version,
      contentHash: reportHash(ctx.runtime.keys, checked.report, ctx.now),
      reason: null,
    }
    return doneWith(given.arrestId, version, await writeNextVersion(tx, ctx, act, locked))
  },
)

const acceptSending = (
  versions: { version: number; versionGiven: number },
  facts: { sent: boolean; sentBack: boolean },
) =>
  facts.sent
    ? acceptResend({ ...versions, sentBack: facts.sentBack })
    : (checkVersion(versions) ?? { kind: 'accepted' as const })
