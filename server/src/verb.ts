import { type Permission, type Refused, whyNot } from '@pars/domain'
import type { Actor } from './actor.ts'
import { doorOf, inTransaction, type Tx } from './db/transaction.ts'
import { appendEntry } from './journal/append-entry.ts'
import { findFirstAnswer, insertFirstAnswer, lostRace, type Retry } from './retry.ts'
import type { Runtime } from './runtime.ts'

export interface VerbContext {
  readonly actor: Actor
  readonly now: Tx['now']
  readonly runtime: Runtime
}

/** A refusal by rule, with the entry under which it was recorded. */
export interface RecordedRefusal extends Refused {
  readonly entryId: string
}
/** The same key came with another request: nothing was done and nothing is recorded. */
export interface KeyReused {
  readonly kind: 'key-reused'
}
export interface Done<O> {
  readonly kind: 'done'
  readonly answer: O
  /** True when this answer was given before, to the same request under the same key. */
  readonly repeated: boolean
}
export type Outcome<O> = Done<O> | RecordedRefusal | KeyReused

export interface Verb<I, O> {
  readonly permission: Permission
  run(runtime: Runtime, actor: Actor, input: I, retry?: Retry): Promise<Outcome<O>>
}

/** The act was done before, by an earlier request that said the same: its answer, and no new entry. */
export interface AlreadyDone<O> {
  readonly kind: 'already-done'
  readonly answer: O
}

type Body<I, O> = (tx: Tx, ctx: VerbContext, input: I) => Promise<O | Refused | AlreadyDone<O>>

/** Undoes what the body did, and records that it was refused. */
export const recordRefusal = async (
  tx: Tx,
  actor: Actor,
  permission: Permission,
  refused: Refused,
): Promise<RecordedRefusal> => {
  await tx.undo()
  const entryId = await appendEntry(tx, actor, { kind: 'act.refused', act: { permission, reason: refused.reason } })
  return { ...refused, entryId }
}

const isOfKind = <K extends { kind: string }>(result: object, kind: K['kind']): result is K =>
  'kind' in result && result.kind === kind

/**
 * The one way to write. It asks who may, opens the transaction on the actor's own door, faults when the body succeeds without an
 * entry, and turns a refusal into a savepoint rolled back, a recorded refusal and one commit.
 */
export const verb = <I, O extends object>(permission: Permission, body: Body<I, O>): Verb<I, O> => {
  const act = async (
    tx: Tx,
    runtime: Runtime,
    actor: Actor,
    input: I,
    retry: Retry | undefined,
  ): Promise<Outcome<O>> => {
    const notYours = whyNot(actor, permission)
    if (notYours) return recordRefusal(tx, actor, permission, notYours)
    const first = retry && (await findFirstAnswer(tx, actor, retry))
    if (first)
      return first.sameRequest ? { kind: 'done', answer: first.answer as O, repeated: true } : { kind: 'key-reused' }
    const ctx: VerbContext = {
      actor,
      runtime,
      get now() {
        return tx.now
      },
    }
    const result = await body(tx, ctx, input)
    if (isOfKind<Refused>(result, 'refused')) return recordRefusal(tx, actor, permission, result)
    if (isOfKind<AlreadyDone<O>>(result, 'already-done')) return { kind: 'done', answer: result.answer, repeated: true }
    if (tx.entries.length === 0) throw new Error(`${permission} succeeded without an entry in the journal`)
    if (retry) await insertFirstAnswer(tx, actor, permission, retry, result)
    return { kind: 'done', answer: result as O, repeated: false }
  }
  return {
    permission,
    async run(runtime, actor, input, retry) {
      const pool = runtime.doors[doorOf(actor.party)]
      const once = () => inTransaction(pool, tx => act(tx, runtime, actor, input, retry))
      // Two callers with one key or one natural number: the loser's transaction is gone, and its second look finds what the winner did.
      const outcome = await once().catch(error => {
        if (lostRace(error)) return once()
        throw error
      })
      runtime.doorbell.ring()
      return outcome
    },
  }
}
