import { setTimeout as wait } from 'node:timers/promises'
import { decideCarryOut, formatId, isRefused, type RecordOrderId, type Refused, refuse } from '@pars/domain'
import { lockCase } from '../db/lock-case.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { type VerbContext, verb } from '../verb.ts'
import { arrestOfOrder, findOrder, noSuchOrder } from './order-rows.ts'
import { allowMinutes, callCarryOut, selectIsNumbered } from './orders.sql.ts'

interface Carried {
  entry_id: string
  slots: number
  rows: number
  papers: number
  told: number
  [column: string]: unknown
}

const patience = 50
const step = 100

const notNow: Refused<'try-again'> = refuse(
  'try-again',
  'Something about this record is being written at this moment. Try again in a few seconds.',
)

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** What was said a moment ago has no number yet, and until then the sequencer needs its content. */
const awaitNumbers = async (tx: Tx, arrestUuid: string): Promise<void> => {
  for (let look = 0; look < patience; look += 1) {
    const { numbered } = (await tx.find<{ numbered: boolean }>(selectIsNumbered(arrestUuid))) ?? { numbered: true }
    if (numbered) return
    await wait(step)
  }
}

/** The database destroys, limits, seals or lifts, and looks again itself at who stands for the order. */
const carryOut = async (tx: Tx, orderId: string, accountId: string): Promise<Carried | undefined> => {
  for (let attempt = 0; attempt < patience; attempt += 1) {
    try {
      await tx.rows(allowMinutes)
      return await tx.find<Carried>(callCarryOut(orderId, accountId))
    } catch (error) {
      // A search or an inquiry about the person has no number yet; or a question is under way.
      if (!['PA084', '55P03'].includes(codeOf(error))) throw error
      await tx.undo()
      await wait(step)
    }
  }
  return undefined
}

/** Carries out an order that two people of the court stand for: the record is erased, limited, sealed or opened again, and its recipients are told. */
export const carryOutRecordOrder = verb(
  'record-order.carry-out',
  async (tx: Tx, ctx: VerbContext, { orderId }: { orderId: RecordOrderId }) => {
    const before = await findOrder(tx, orderId)
    if (!before) return noSuchOrder
    await lockCase(tx, arrestOfOrder(before))
    const order = await findOrder(tx, orderId)
    if (!order) return noSuchOrder
    const decision = decideCarryOut({
      act: order.act,
      decision: order.checked?.decision ?? null,
      done: order.done !== null,
      litigationHolds: order.holds,
      found: order.person !== null,
      inForce: order.in_force,
    })
    if (isRefused(decision)) return decision
    await awaitNumbers(tx, order.arrest_id)
    const carried = await carryOut(tx, order.order_id, uuidOf('acc', ctx.actor.accountId))
    if (!carried) return notNow
    const entryId = formatId('ent', carried.entry_id)
    tx.entries.push(entryId)
    const { slots, rows, papers, told } = carried
    return { orderId, slots, rows, papers, told, receipt: { entryId, number: null } }
  },
)
