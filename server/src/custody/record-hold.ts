import { type ArrestId, acceptHold, liftHold as decideLift, type HoldId, type HoldKind, isRefused } from '@pars/domain'
import { newId } from '../arrests/write-version.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { findArrestOfHold, loadLockedCase, noSuchCase } from './case-standing.ts'
import { insertHold, insertHoldLift } from './custody.sql.ts'

interface Given {
  arrestId: ArrestId
  kind: HoldKind
  issuer: string
  reference: string | null
}

/** Records a paper by which another authority holds the person. */
export const recordHold = verb('hold.record', async (tx: Tx, ctx: VerbContext, given: Given) => {
  const found = await loadLockedCase(tx, given.arrestId)
  if (!found) return noSuchCase
  const same = found.holds.some(
    hold =>
      hold.lifted === null &&
      hold.kind === given.kind &&
      hold.issuer === given.issuer &&
      hold.reference === given.reference,
  )
  const decision = acceptHold({ left: found.facts.departure?.leftAt != null, alreadyOpen: same }, given)
  if (isRefused(decision)) return decision
  const holdId = newId('hld')
  const entry = await appendEntry(tx, ctx.actor, {
    kind: 'hold.recorded',
    arrestId: given.arrestId,
    act: jsonOf({ holdId, ...given }),
  })
  await tx.write(
    insertHold({
      hold_id: uuidOf('hld', holdId),
      arrest_id: uuidOf('arr', given.arrestId),
      kind: given.kind,
      issuer: given.issuer,
      reference: given.reference,
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { holdId, receipt: { entryId: entry, number: null } }
})

/** Lifts a hold, with the reason. */
export const liftHold = verb(
  'hold.lift',
  async (tx: Tx, ctx: VerbContext, { holdId, reason }: { holdId: HoldId; reason: string }) => {
    const arrestId = await findArrestOfHold(tx, holdId)
    const found = arrestId && (await loadLockedCase(tx, arrestId))
    if (!arrestId || !found) return noSuchCase
    const hold = found.holds.find(one => one.holdId === holdId)
    const decision = decideLift({ found: hold !== undefined, lifted: hold?.lifted != null }, { reason })
    if (isRefused(decision)) return decision
    const entry = await appendEntry(tx, ctx.actor, { kind: 'hold.lifted', arrestId, act: { holdId, reason } })
    await tx.write(
      insertHoldLift({
        hold_id: uuidOf('hld', holdId),
        reason,
        made_by: uuidOf('acc', ctx.actor.accountId),
        made_at: ctx.now,
        entry_id: uuidOf('ent', entry),
      }),
    )
    return { holdId, receipt: { entryId: entry, number: null } }
  },
)
