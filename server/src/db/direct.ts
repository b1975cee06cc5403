import type { Pool, QueryResultRow } from 'pg'
import type { Read, Statement } from './statement.ts'

/** One statement of its own, outside any transaction: reads and the few rows that are no act (sign-ins, the log). */
export const listRows = async <R extends QueryResultRow>(pool: Pool, statement: Statement): Promise<R[]> =>
  (await pool.query<R>({ name: statement.name, text: statement.text, values: [...statement.values] })).rows

export const findRow = async <R extends QueryResultRow>(pool: Pool, statement: Statement): Promise<R | undefined> =>
  (await listRows<R>(pool, statement))[0]

/** Reads rows by a pool: each statement sees what is committed when it runs. */
export const readByPool = (pool: Pool): Read => ({
  rows: statement => listRows(pool, statement),
  find: statement => findRow(pool, statement),
})

/** Answers how many rows were written. */
export const writeRow = async (pool: Pool, statement: Statement): Promise<number> =>
  (await pool.query({ name: statement.name, text: statement.text, values: [...statement.values] })).rowCount ?? 0
