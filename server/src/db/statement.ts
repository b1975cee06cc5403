import type { ClientBase, QueryResultRow } from 'pg'

/** One statement of a noun's SQL. `name` makes it a prepared statement of its connection. */
export interface Statement {
  name: string
  text: string
  values: readonly unknown[]
}

/** What may be read inside a transaction. */
export interface Read {
  rows<R extends QueryResultRow>(statement: Statement): Promise<R[]>
  find<R extends QueryResultRow>(statement: Statement): Promise<R | undefined>
}

/** Reads rows by one connection. */
export const readBy = (client: ClientBase): Read => ({
  async rows<R extends QueryResultRow>(statement: Statement) {
    return (await client.query<R>({ name: statement.name, text: statement.text, values: [...statement.values] })).rows
  },
  async find<R extends QueryResultRow>(statement: Statement) {
    return (await client.query<R>({ name: statement.name, text: statement.text, values: [...statement.values] }))
      .rows[0]
  },
})
