import { type Problem, ProblemError } from '@pars/contract'
import { parseId } from '@pars/domain'
import { Client } from 'pg'
import { expect } from 'vitest'
import type { TestServer } from './start-test-server.ts'

export interface ReadEntry {
  kind: string
  party: string
  /** What the leaf commits to, read. */
  slots: Record<string, unknown> & { actor: { account: string; role: string } }
}

const entryColumns = `e.kind, e.party,
  (select jsonb_object_agg(s.name, s.content::jsonb) from journal.content c, unnest(c.names, c.texts) s (name, content)
    where c.entry_id = e.entry_id) as slots`

const readAsAdmin = async ({ database }: TestServer, sql: string, values: string[]): Promise<ReadEntry[]> => {
  const client = new Client(database.admin)
  await client.connect()
  try {
    return (await client.query<ReadEntry>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** Kind and slots of one entry. */
export const readEntry = async (server: TestServer, entryId: string): Promise<ReadEntry | undefined> =>
  (
    await readAsAdmin(server, `select ${entryColumns} from journal.entry e where e.entry_id = $1`, [
      parseId('ent', entryId),
    ])
  )[0]

/** The entries of one kind about an arrest, as they were made. */
export const listEntries = (server: TestServer, arrestId: string, kind: string): Promise<ReadEntry[]> =>
  readAsAdmin(
    server,
    `select ${entryColumns} from journal.entry e join journal.arrest_entry a using (entry_id)
     where a.arrest_id = $1 and e.kind = $2 order by e.made_at`,
    [parseId('arr', arrestId), kind],
  )

/** Every entry of one kind, as they were made. */
export const listEntriesOf = (server: TestServer, kind: string): Promise<ReadEntry[]> =>
  readAsAdmin(server, `select ${entryColumns} from journal.entry e where e.kind = $1 order by e.made_at`, [kind])

export const problemOf = async (call: Promise<unknown>): Promise<Problem> => {
  const answer = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (answer instanceof ProblemError) return answer.problem
  throw answer ?? new Error('the call was not refused')
}

/** The call is refused with this status and reason, and the refusal has its entry, which says the same. */
export const expectRefused = async (
  server: TestServer,
  call: Promise<unknown>,
  { status, reason }: { status: number; reason: string },
): Promise<Problem> => {
  const problem = await problemOf(call)
  expect({ status: problem.status, reason: problem.reason }).toEqual({ status, reason })
  const entry = problem.entryId === undefined ? undefined : await readEntry(server, problem.entryId)
  expect(entry).toMatchObject({ kind: 'act.refused', slots: { act: { reason } } })
  return problem
}
