import { Client } from 'pg'
import type { TestServer } from '../../../server/tests/testing/start-test-server.ts'

/** How many entries of each kind the journal has. */
export const countEntries = async (server: TestServer): Promise<Map<string, number>> => {
  const client = new Client(server.database.admin)
  await client.connect()
  try {
    const { rows } = await client.query<{ kind: string; count: number }>(
      'select kind, count(*)::int as count from journal.entry group by kind',
    )
    return new Map(rows.map(({ kind, count }) => [kind, count]))
  } finally {
    await client.end()
  }
}

/** Arrests and the people they are of. */
export const countPeople = async (server: TestServer): Promise<{ arrests: number; people: number }> => {
  const client = new Client(server.database.admin)
  await client.connect()
  try {
    const { rows } = await client.query<{ arrests: number; people: number }>(
      'select count(*)::int as arrests, count(distinct person_id)::int as people from police.arrest',
    )
    return rows[0] ?? { arrests: 0, people: 0 }
  } finally {
    await client.end()
  }
}

/** When the paper of each arrest was first saved or sent, by intake number; milliseconds since 1970. */
export const listFirstActs = async (server: TestServer): Promise<Map<string, number>> => {
  const client = new Client(server.database.admin)
  await client.connect()
  try {
    const { rows } = await client.query<{ intake_number: string; drafted_at: Date }>(
      'select intake_number, drafted_at from police.arrest',
    )
    return new Map(rows.map(({ intake_number, drafted_at }) => [intake_number, drafted_at.getTime()]))
  } finally {
    await client.end()
  }
}
