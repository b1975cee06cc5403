import { Client } from 'pg'
import type { TestServer } from '../../server/tests/testing/start-test-server.ts'

const ask = async <R extends object>(server: TestServer, text: string, values: unknown[] = []): Promise<R[]> => {
  const client = new Client(server.database.admin)
  await client.connect()
  return client
    .query<R>(text, values)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

export interface ReplayedCase {
  intake_number: string
  person: string
  born_on: string | null
  parents_notified_by: string | null
  statute: string
  description: string
  counsel: string | null
  docket_number: string
  /** As Philadelphia's clocks show it: `Wed 04`. */
  held: string
  kind: string | null
  types: string[]
  amount_cents: string | null
  /** The basis on which the person left custody. */
  departed: string | null
}

/** What the replay brought, case by case. */
export const listReplayed = (server: TestServer): Promise<ReplayedCase[]> =>
  ask(
    server,
    `select a.intake_number, a.person_id as person, a.born_on::text, a.parents_notified_by, c.statute, c.description, d.counsel, d.docket_number,
        to_char(h.held_at at time zone 'America/New_York', 'Dy HH24') as held, o.kind, o.types, o.amount_cents::text,
        (select p.basis from police.departure p join police.departure_acknowledgment using (departure_id) where p.arrest_id = a.arrest_id) as departed
      from police.arrest a join prosecutor.charge c using (arrest_id) join court.docket d using (arrest_id)
        left join court.arraignment h using (docket_id) left join court.bail_order o using (docket_id)
      where a.intake_number like 'REPLAY-%' order by a.intake_number`,
  )

/** Courtroom sittings, and the people in them. */
export const countSessions = async (server: TestServer): Promise<number> =>
  (await ask<{ sessions: number }>(server, 'select count(*)::int as sessions from court.court_session'))[0]?.sessions ??
  0
