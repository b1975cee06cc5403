import { type ArrestId, sendBack as decide, isRefused, type SendBackReason } from '@pars/domain'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { insertSentBack } from './charges-writes.sql.ts'
import { loadChargingStanding } from './charging-standing.ts'

/** Charging sends a report back to police; the custody clock runs on. */
export const sendBack = verb(
  'charging.send-back',
  async (tx: Tx, ctx: VerbContext, given: { arrestId: ArrestId; reason: SendBackReason; note: string | null }) => {
    const { arrestId, reason, note } = given
    const standing = await loadChargingStanding(tx, arrestId)
    if (isRefused(standing)) return standing
    const decision = decide(standing.facts, ctx.actor.accountId, { reason, note })
    if (isRefused(decision)) return decision
    const entry = await appendEntry(tx, ctx.actor, {
      kind: 'charging.sent-back',
      arrestId,
      act: { reason, note, arrestVersion: standing.arrest.version },
    })
    await tx.write(
      insertSentBack({
        arrest_id: uuidOf('arr', arrestId),
        arrest_version: standing.arrest.version,
        reason,
        note,
        made_by: uuidOf('acc', ctx.actor.accountId),
        made_at: ctx.now,
        entry_id: uuidOf('ent', entry),
      }),
    )
    return { arrestId, receipt: { entryId: entry, number: null } }
  },
)
