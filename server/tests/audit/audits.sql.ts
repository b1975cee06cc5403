import { Client, type ClientConfig } from 'pg'

/** As a superuser, with the triggers off: the journal hears nothing of it. */
export const changeOrderUnseen = async (admin: ClientConfig): Promise<void> => {
  const client = new Client(admin)
  await client.connect()
  await client.query('set session_replication_role = replica')
  await client.query(`update court.bail_order set reason_note = 'Made up later.'`)
  await client.end()
}

/** The published leaves of audits, oldest first. */
export const listAuditLeaves = async (admin: ClientConfig): Promise<Record<string, unknown>[]> => {
  const client = new Client(admin)
  await client.connect()
  const { rows } = await client.query<{ leaf: Buffer }>(
    `select p.leaf from journal.place p join journal.entry e using (entry_id) where e.kind = 'audit.completed' order by p.number`,
  )
  await client.end()
  return rows.map(row => JSON.parse(row.leaf.toString('utf8')) as Record<string, unknown>)
}
