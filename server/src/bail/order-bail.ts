import {
  type BailOrder,
  type BailRefused,
  type BailSet,
  bailWords,
  type DocketId,
  decideBailOrder,
  isRefused,
} from '@pars/domain'
import { loadDocketStanding } from '../arraignments/docket-standing.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { insertOrder } from './bail.sql.ts'
import { loadBail } from './load-bail.ts'

const rowOf = (order: BailOrder) =>
  order.kind === 'refused-bail'
    ? {
        kind: 'refused',
        types: [],
        amount_cents: null,
        deposit_percent: null,
        reasons: order.reasons,
        reason_note: order.reasonNote,
      }
    : {
        kind: 'set',
        types: order.types,
        amount_cents: order.amountCents,
        deposit_percent: order.depositPercent,
        reasons: order.reasons,
        reason_note: order.reasonNote,
        ability_to_pay_considered: order.abilityToPayConsidered,
        ability_to_pay_note: order.abilityToPayNote,
        danger_found: order.dangerFound,
      }

const writeOrder = async (tx: Tx, ctx: VerbContext, docketId: DocketId, given: BailOrder) => {
  const standing = await loadDocketStanding(tx, docketId)
  if (isRefused(standing)) return standing
  const { arraignment } = standing.docket
  const facts = {
    arraigned: arraignment !== null,
    discharged: arraignment?.probableCause === 'not-found',
    ordered: (await loadBail(tx, standing.arrestId, null)).get(docketId)?.order != null,
    domesticViolence: standing.arrest.content.domesticViolence,
  }
  const decision = decideBailOrder(facts, given)
  if (isRefused(decision)) return decision
  const { order } = decision
  const kind = order.kind === 'set' ? 'bail.set' : 'bail.refused'
  const entry = await appendEntry(tx, ctx.actor, {
    kind,
    arrestId: standing.arrestId,
    act: jsonOf({ docketId, order }),
  })
  const key = { docket_id: uuidOf('dkt', docketId), entry_id: uuidOf('ent', entry) }
  const conditions =
    order.kind === 'set'
      ? order.conditions.map((condition, index) => ({
          ...key,
          position: index + 1,
          kind: condition.kind,
          condition: condition.text,
        }))
      : []
  await tx.write(
    insertOrder({ ...key, ...rowOf(order), made_by: uuidOf('acc', ctx.actor.accountId), made_at: ctx.now }, conditions),
  )
  return { docketId, words: bailWords(order), receipt: { entryId: entry, number: null } }
}

/** The magistrate sets bail: one order for each docket. */
export const setBail = verb(
  'bail.set',
  (tx: Tx, ctx: VerbContext, { docketId, order }: { docketId: DocketId; order: Omit<BailSet, 'kind'> }) =>
    writeOrder(tx, ctx, docketId, { kind: 'set', ...order }),
)

/** The magistrate refuses bail, with the reasons that Rule 520 demands. */
export const refuseBail = verb(
  'bail.refuse',
  (tx: Tx, ctx: VerbContext, { docketId, order }: { docketId: DocketId; order: Omit<BailRefused, 'kind'> }) =>
    writeOrder(tx, ctx, docketId, { kind: 'refused-bail', ...order }),
)
