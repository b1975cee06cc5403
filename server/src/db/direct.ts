import type { Pool, QueryResultRow } from 'pg'
import type { Statement } from './statement.ts'

/** One statement of its own, outside any transaction: reads and the few rows that are no act (sign-ins, the log). */
export const listRows = async <R extends QueryResultRow>(pool: Pool, statement: Statement): Promise<R[]> =>
  (await pool.query<R>({ name: statement.name, text: statement.text, values: [...statement.values] })).rows

export const findRow = async <R extends QueryResultRow>(pool: Pool, statement: Statement): Promise<R | undefined> =>
  (await listRows<R>(pool, statement))[0]

/** Answers how many rows were written. */
export const writeRow = async (pool: Pool, statement: Statement): Promise<number> =>
  (await pool.query({ name: statement.name, text: statement.text, values: [...statement.values] })).rowCount ?? 0
