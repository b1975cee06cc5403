import {
  type ArrestId,
  type DepartureBasis,
  type DepartureId,
  acknowledgeDeparture as decideAcknowledgment,
  confirmDeparture as decideConfirmation,
  proposeDeparture as decideProposal,
  withdrawDeparture as decideWithdrawal,
  type Instant,
  isRefused,
  type Refused,
} from '@pars/domain'
import { newId } from '../arrests/write-version.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { findArrestOfDeparture, loadLockedCase, noSuchCase } from './case-standing.ts'
import { insertAcknowledgment, insertConfirmation, insertDeparture, insertWithdrawal } from './custody.sql.ts'
import type { LoadedCase } from './load-custody.ts'

interface Proposal {
  arrestId: ArrestId
  basis: DepartureBasis
  destination: string
  holdsChecked: boolean
  summons: { noDanger: boolean; likelyToAppear: boolean } | null
}

/** First of three acts by which a person leaves police custody (B28). */
export const proposeDeparture = verb('departure.propose', async (tx: Tx, ctx: VerbContext, given: Proposal) => {
  const found = await loadLockedCase(tx, given.arrestId)
  if (!found) return noSuchCase
  const summons = given.summons && {
    noImmediateDanger: given.summons.noDanger,
    likelyToAppear: given.summons.likelyToAppear,
  }
  const proposal = {
    basis: given.basis,
    destination: given.destination,
    holdsCheckedAt: given.holdsChecked ? ctx.now : null,
    summons,
  }
  const decision = decideProposal(found.facts, proposal, ctx.now)
  if (isRefused(decision)) return decision
  const departureId = newId('dep')
  const entry = await appendEntry(tx, ctx.actor, {
    kind: 'departure.proposed',
    arrestId: given.arrestId,
    act: jsonOf({ departureId, ...given, complaintDueAt: decision.complaintDueAt }),
  })
  await tx.write(
    insertDeparture({
      departure_id: uuidOf('dep', departureId),
      arrest_id: uuidOf('arr', given.arrestId),
      basis: given.basis,
      destination: given.destination,
      holds_checked_at: ctx.now,
      complaint_due_at: decision.complaintDueAt,
      summons_no_danger: given.summons?.noDanger ?? null,
      summons_likely_to_appear: given.summons?.likelyToAppear ?? null,
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { departureId, receipt: { entryId: entry, number: null } }
})

/** The departure that an act names must be the one that is under way. */
const loadDeparting = async (
  tx: Tx,
  departureId: DepartureId,
): Promise<{ arrestId: ArrestId; found: LoadedCase } | Refused> => {
  const arrestId = await findArrestOfDeparture(tx, departureId)
  const found = arrestId && (await loadLockedCase(tx, arrestId))
  if (!arrestId || !found) return noSuchCase
  const isOther = found.facts.departure !== null && found.facts.departure.departureId !== departureId
  return { arrestId, found: isOther ? { ...found, facts: { ...found.facts, departure: null } } : found }
}

/** Second act, by another person, who checks holds and orders again. */
export const confirmDeparture = verb(
  'departure.confirm',
  async (tx: Tx, ctx: VerbContext, given: { departureId: DepartureId; holdsChecked: boolean }) => {
    const departing = await loadDeparting(tx, given.departureId)
    if ('kind' in departing) return departing
    const decision = decideConfirmation(
      departing.found.facts,
      { accountId: ctx.actor.accountId, holdsCheckedAt: given.holdsChecked ? ctx.now : null },
      ctx.now,
    )
    if (isRefused(decision)) return decision
    const entry = await appendEntry(tx, ctx.actor, {
      kind: 'departure.confirmed',
      arrestId: departing.arrestId,
      act: jsonOf(given),
    })
    await tx.write(
      insertConfirmation({
        departure_id: uuidOf('dep', given.departureId),
        made_by: uuidOf('acc', ctx.actor.accountId),
        made_at: ctx.now,
        entry_id: uuidOf('ent', entry),
      }),
    )
    return { departureId: given.departureId, receipt: { entryId: entry, number: null } }
  },
)

/** A departure that must not go on. */
export const withdrawDeparture = verb(
  'departure.withdraw',
  async (tx: Tx, ctx: VerbContext, given: { departureId: DepartureId; reason: string }) => {
    const departing = await loadDeparting(tx, given.departureId)
    if ('kind' in departing) return departing
    const decision = decideWithdrawal(departing.found.facts, given)
    if (isRefused(decision)) return decision
    const entry = await appendEntry(tx, ctx.actor, {
      kind: 'departure.withdrawn',
      arrestId: departing.arrestId,
      act: jsonOf(given),
    })
    await tx.write(
      insertWithdrawal({
        departure_id: uuidOf('dep', given.departureId),
        reason: given.reason,
        made_by: uuidOf('acc', ctx.actor.accountId),
        made_at: ctx.now,
        entry_id: uuidOf('ent', entry),
      }),
    )
    return { departureId: given.departureId, receipt: { entryId: entry, number: null } }
  },
)

/** Third act: the person has left, and the custody clock stops. */
export const acknowledgeDeparture = verb(
  'departure.acknowledge',
  async (
    tx: Tx,
    ctx: VerbContext,
    given: { departureId: DepartureId; acknowledgedByName: string; leftAt: Instant },
  ) => {
    const departing = await loadDeparting(tx, given.departureId)
    if ('kind' in departing) return departing
    const decision = decideAcknowledgment(departing.found.facts, given, ctx.now)
    if (isRefused(decision)) return decision
    const entry = await appendEntry(tx, ctx.actor, {
      kind: 'departure.acknowledged',
      arrestId: departing.arrestId,
      act: jsonOf(given),
    })
    await tx.write(
      insertAcknowledgment({
        departure_id: uuidOf('dep', given.departureId),
        acknowledged_by_name: given.acknowledgedByName,
        left_at: given.leftAt,
        made_by: uuidOf('acc', ctx.actor.accountId),
        made_at: ctx.now,
        entry_id: uuidOf('ent', entry),
      }),
    )
    return { departureId: given.departureId, receipt: { entryId: entry, number: null } }
  },
)
