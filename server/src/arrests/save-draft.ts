import { type ArrestId, type ArrestReport, acceptDraft, formatId, isRefused, refuse } from '@pars/domain'
import type { Tx } from '../db/transaction.ts'
import { type VerbContext, verb } from '../verb.ts'
import { doneWith } from './arrest-done.ts'
import { selectByIntakeNumber, selectWasErased } from './arrests.sql.ts'
import { erasedByOrder } from './erased-report.ts'
import { lockArrestRow } from './lock-arrest-row.ts'
import { findPersonOf, newId, reportHash, writeNewArrest, writeNextVersion } from './write-version.ts'

const findIntakeNumber = async (tx: Tx, intakeNumber: string): Promise<ArrestId | null> => {
  const known = await tx.find<{ arrest_id: string }>(selectByIntakeNumber(intakeNumber))
  return known ? formatId('arr', known.arrest_id) : null
}

/** Saves a new report without sending it. */
export const saveDraft = verb('arrest.draft', async (tx: Tx, ctx: VerbContext, given: ArrestReport) => {
  if ((await tx.find<{ erased: boolean }>(selectWasErased(given.intakeNumber)))?.erased) return erasedByOrder
  const facts = { draft: null, versionGiven: null, intakeNumberOf: await findIntakeNumber(tx, given.intakeNumber) }
  const decision = acceptDraft(facts, given, ctx.now)
  if (isRefused(decision)) return decision
  const { report } = decision
  const act = {
    kind: 'arrest.drafted' as const,
    arrestId: newId('arr'),
    report,
    version: 1,
    contentHash: reportHash(ctx.runtime.keys, report, ctx.now),
    reason: null,
  }
  const entry = await writeNewArrest(tx, ctx, act, { sentAt: null, foundPerson: await findPersonOf(tx, report) })
  return entry
    ? doneWith(act.arrestId, 1, entry)
    : refuse(
        'person-unknown',
        'There is no person with this id. Leave the person out, and a new one is made.',
        'personId',
      )
})

/** Saves changes to an unsent report. */
export const changeDraft = verb(
  'arrest.draft',
  async (tx: Tx, ctx: VerbContext, given: { arrestId: ArrestId; version: number; report: ArrestReport }) => {
    const locked = await lockArrestRow(tx, given.arrestId)
    if (!locked) return refuse('not-found', 'There is no such report. Look for it on the board.')
    const facts = {
      draft: { arrestId: given.arrestId, version: locked.version, sent: locked.sent_at !== null },
      versionGiven: given.version,
      intakeNumberOf:
        locked.intake_number === given.report.intakeNumber
          ? given.arrestId
          : await findIntakeNumber(tx, given.report.intakeNumber),
    }
    if (locked.intake_number !== given.report.intakeNumber)
      return refuse('intake-number-fixed', 'The intake number of a saved report stays as it is.', 'intakeNumber')
    const decision = acceptDraft(facts, given.report, ctx.now)
    if (isRefused(decision)) return decision
    const { report } = decision
    const version = locked.version + 1
    const act = {
      kind: 'arrest.drafted' as const,
      arrestId: given.arrestId,
      report,
      version,
      contentHash: reportHash(ctx.runtime.keys, report, ctx.now),
      reason: null,
    }
    return doneWith(given.arrestId, version, await writeNextVersion(tx, ctx, act, locked))
  },
)
