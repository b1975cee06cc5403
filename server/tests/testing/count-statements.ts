import type { QueryResultRow } from 'pg'
import type { Statement } from '../../src/db/statement.ts'
import type { Snapshot } from '../../src/db/transaction.ts'

export interface Counted<T> {
  readonly answer: T
  readonly statements: number
  /** That came back from the database, all statements together. */
  readonly rows: number
}

/** Runs a read and counts what it asked of the database. */
export const countStatements = async <T>(read: Snapshot, run: (read: Snapshot) => Promise<T>): Promise<Counted<T>> => {
  let statements = 0
  let rows = 0
  const counting: Snapshot = {
    now: read.now,
    async rows<R extends QueryResultRow>(statement: Statement) {
      const found = await read.rows<R>(statement)
      statements += 1
      rows += found.length
      return found
    },
    async find<R extends QueryResultRow>(statement: Statement) {
      const found = await read.find<R>(statement)
      statements += 1
      rows += found === undefined ? 0 : 1
      return found
    },
  }
  const answer = await run(counting)
  return { answer, statements, rows }
}
