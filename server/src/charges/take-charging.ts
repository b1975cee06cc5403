import { type ArrestId, takeCharging as decide, isRefused } from '@pars/domain'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { insertTaken } from './charges-writes.sql.ts'
import { loadChargingStanding } from './charging-standing.ts'

/** An attorney takes an arrest from the queue. */
export const takeCharging = verb(
  'charging.take',
  async (tx: Tx, ctx: VerbContext, { arrestId }: { arrestId: ArrestId }) => {
    const standing = await loadChargingStanding(tx, arrestId)
    if (isRefused(standing)) return standing
    const decision = decide(standing.facts, {
      accountId: ctx.actor.accountId,
      supervises: ctx.actor.role === 'charging-supervisor',
    })
    if (isRefused(decision)) return decision
    const entry = await appendEntry(tx, ctx.actor, {
      kind: 'charging.taken',
      arrestId,
      act: { takenFrom: decision.takenFrom },
    })
    await tx.write(
      insertTaken(uuidOf('arr', arrestId), uuidOf('acc', ctx.actor.accountId), ctx.now, uuidOf('ent', entry)),
    )
    return { arrestId, receipt: { entryId: entry, number: null } }
  },
)
