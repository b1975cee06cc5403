import { Client } from 'pg'
import type { TestServer } from './start-test-server.ts'

/** Runs something while no door may write an entry of one kind, as if the journal failed; afterward it may again. */
export const withoutJournal = async <T>({ database }: TestServer, kind: string, run: () => Promise<T>): Promise<T> => {
  const client = new Client(database.admin)
  await client.connect()
  try {
    const { rows } = await client.query<{ kind: string; door: string }>(
      'delete from journal.kind_door where kind = $1 returning kind, door',
      [kind],
    )
    try {
      return await run()
    } finally {
      for (const row of rows)
        await client.query('insert into journal.kind_door (kind, door) values ($1, $2)', [row.kind, row.door])
    }
  } finally {
    await client.end()
  }
}

/** How many rows a table has, whoever may read it. */
export const countRows = async ({ database }: TestServer, table: string): Promise<number> => {
  const client = new Client(database.admin)
  await client.connect()
  try {
    return (await client.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]?.count ?? 0
  } finally {
    await client.end()
  }
}
