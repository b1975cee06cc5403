import { type Problem, ProblemError } from '@pars/contract'
import { parseId } from '@pars/domain'
import { Client } from 'pg'
import { expect } from 'vitest'
import type { TestServer } from './start-test-server.ts'

/** Kind and slots of one entry, read as the administrator. */
export const readEntry = async (
  { database }: TestServer,
  entryId: string,
): Promise<{ kind: string; party: string; slots: Record<string, unknown> } | undefined> => {
  const client = new Client(database.admin)
  await client.connect()
  try {
    const { rows } = await client.query<{ kind: string; party: string; slots: Record<string, string> }>(
      `select e.kind, e.party, (select jsonb_object(c.names, c.texts) from journal.content c where c.entry_id = e.entry_id) as slots
       from journal.entry e where e.entry_id = $1`,
      [parseId('ent', entryId)],
    )
    const row = rows[0]
    if (!row) return undefined
    const slots = Object.entries(row.slots).map(([name, content]) => [name, content && JSON.parse(content)])
    return { ...row, slots: Object.fromEntries(slots) }
  } finally {
    await client.end()
  }
}

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
