import { createHash } from 'node:crypto'
import type { Actor } from './actor.ts'
import { type Tx, uuidOf } from './db/transaction.ts'
import { selectFirstAnswer, writeFirstAnswer } from './retry.sql.ts'

/** What a caller sent as Idempotency-Key, and the hash of what it asked. */
export interface Retry {
  readonly key: string
  readonly requestHash: Buffer
}

/** `request` is everything that decides the answer: method, path and body. */
export const retryOf = (key: string, request: unknown): Retry => ({
  key,
  requestHash: createHash('sha256').update(JSON.stringify(request)).digest(),
})

export const findFirstAnswer = async (
  tx: Tx,
  actor: Actor,
  retry: Retry,
): Promise<{ sameRequest: boolean; answer: unknown } | undefined> => {
  const row = await tx.find<{ request_hash: Buffer; answer: unknown }>(
    selectFirstAnswer(uuidOf('acc', actor.accountId), retry.key),
  )
  return row && { sameRequest: row.request_hash.equals(retry.requestHash), answer: row.answer }
}

export const insertFirstAnswer = async (
  tx: Tx,
  actor: Actor,
  verb: string,
  retry: Retry,
  answer: object,
): Promise<void> => {
  await tx.write(
    writeFirstAnswer(
      uuidOf('acc', actor.accountId),
      retry.key,
      verb,
      retry.requestHash,
      JSON.stringify(answer),
      tx.now,
    ),
  )
}

/** A unique constraint said that somebody else committed the same key or natural number first. */
export const lostRace = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505'
