import {
  type ArrestId,
  acceptHoldEnd,
  acceptLitigationHold,
  formatId,
  isRefused,
  type LitigationHoldId,
  type Party,
  refuse,
} from '@pars/domain'
import { loadLockedCase, noSuchCase } from '../custody/case-standing.ts'
import { insertRow } from '../db/insert-row.sql.ts'
import { newId } from '../db/new-id.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { selectHoldById } from './orders.sql.ts'

interface Given {
  arrestId: ArrestId
  matter: string
  reason: string
}

/** Keeps a record from destruction: what a court may need stays, whatever an order says. */
export const setLitigationHold = verb('litigation-hold.set', async (tx: Tx, ctx: VerbContext, given: Given) => {
  if (!(await loadLockedCase(tx, given.arrestId))) return noSuchCase
  const decision = acceptLitigationHold(given)
  if (isRefused(decision)) return decision
  const holdId = newId('lth') as LitigationHoldId
  const entry = await appendEntry(tx, ctx.actor, {
    kind: 'litigation-hold.set',
    arrestId: given.arrestId,
    act: jsonOf({ holdId, ...given, seat: ctx.actor.party }),
  })
  await tx.write(
    insertRow('court.litigation_hold', {
      hold_id: uuidOf('lth', holdId),
      arrest_id: uuidOf('arr', given.arrestId),
      matter: given.matter,
      reason: given.reason,
      seat: ctx.actor.party,
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { holdId, receipt: { entryId: entry, number: null } }
})

interface HoldRow {
  arrest_id: string
  seat: Party
  ended: boolean
  [column: string]: unknown
}

const noSuchHold = refuse('not-found', 'There is no such litigation hold. Look for it in the list of holds.')

/** Ends a hold, with the reason; only the seat that set it. */
export const endLitigationHold = verb(
  'litigation-hold.end',
  async (tx: Tx, ctx: VerbContext, given: { holdId: LitigationHoldId; reason: string }) => {
    const before = await tx.find<HoldRow>(selectHoldById(uuidOf('lth', given.holdId)))
    if (!before) return noSuchHold
    const arrestId = formatId('arr', before.arrest_id)
    if (!(await loadLockedCase(tx, arrestId))) return noSuchHold
    const hold = await tx.find<HoldRow>(selectHoldById(uuidOf('lth', given.holdId)))
    if (!hold) return noSuchHold
    const decision = acceptHoldEnd(hold, ctx.actor.party, given)
    if (isRefused(decision)) return decision
    const entry = await appendEntry(tx, ctx.actor, { kind: 'litigation-hold.ended', arrestId, act: jsonOf(given) })
    await tx.write(
      insertRow('court.litigation_hold_end', {
        hold_id: uuidOf('lth', given.holdId),
        seat: ctx.actor.party,
        reason: given.reason,
        made_by: uuidOf('acc', ctx.actor.accountId),
        made_at: ctx.now,
        entry_id: uuidOf('ent', entry),
      }),
    )
    return { holdId: given.holdId, receipt: { entryId: entry, number: null } }
  },
)
