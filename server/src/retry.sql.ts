import type { Statement } from './db/statement.ts'

export const selectFirstAnswer = (accountId: string, key: string): Statement => ({
  name: 'select-first-answer',
  text: 'select request_hash, answer from common.idempotency where account_id = $1 and key = $2',
  values: [accountId, key],
})

export const writeFirstAnswer = (
  accountId: string,
  key: string,
  verb: string,
  requestHash: Buffer,
  answer: string,
  madeAt: string,
): Statement => ({
  name: 'write-first-answer',
  text: `insert into common.idempotency (account_id, key, verb, request_hash, status, answer, made_at)
    values ($1, $2, $3, $4, 200, $5, $6)`,
  values: [accountId, key, verb, requestHash, answer, madeAt],
})
