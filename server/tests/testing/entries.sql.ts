import { Client } from 'pg'
import type { TestServer } from './start-test-server.ts'

/** Everything that was ever done, refusals and looks included, numbered or not yet. */
export const countEntries = async (server: TestServer): Promise<number> => {
  const client = new Client(server.database.admin)
  await client.connect()
  return client
    .query<{ entries: number }>('select count(*)::int as entries from journal.entry')
    .then(({ rows }) => rows[0]?.entries ?? 0)
    .finally(() => client.end())
}
