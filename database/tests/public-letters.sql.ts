import type { Client } from 'pg'

/** Two letters of an agreement, one of them released; without entry and maker, which only triggers ask for. */
export const insertLetters = async (admin: Client): Promise<void> => {
  await admin.query('begin')
  await admin.query('set local session_replication_role = replica')
  await admin.query(
    `insert into agreement.notice (notice_id, agreement_id, kind, served_by, officer, recipient, subject, body, released, served_at, entry_id)
     select gen_random_uuid(), gen_random_uuid(), 'letter', 'court', 'Test officer', 'partner', s.subject, 'Text', s.released, now(), gen_random_uuid()
     from (values ('Released', true), ('Kept', false)) s (subject, released)`,
  )
  await admin.query('commit')
}

export const listSubjects = async (client: Client): Promise<string[]> => {
  const { rows } = await client.query<{ subject: string }>(
    'select n.subject from agreement.notice n order by n.subject',
  )
  return rows.map(row => row.subject)
}
