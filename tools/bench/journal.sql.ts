import { randomBytes } from 'node:crypto'
import type { Client, ClientBase } from 'pg'

const names = '{kind,actor,subject,act}'
// As long as an ordinary act's: what is committed is text, and its length is work for the hash and the disk.
const contents = [
  '"record.opened"',
  JSON.stringify({
    account: 'acc_00000000000000000000000000000000',
    name: 'Bench',
    party: 'police',
    role: 'detective',
  }),
  '"arr_00000000000000000000000000000000"',
  JSON.stringify({ purpose: 'own-duty', forWhom: 'own-seat', seen: 48_112, note: 'x'.repeat(160) }),
]

/** One act's entry, in a transaction of its own, through the door of the police. */
export const appendAct = async (door: ClientBase): Promise<string> => {
  const random = randomBytes(160)
  const part = (index: number): Buffer => random.subarray(32 * index, 32 * index + 32)
  const { rows } = await door.query<{ entry_id: string }>({
    name: 'append-act',
    text: `select entry_id from journal.append('record.opened', null, $1, '${names}', $2::bytea[], $3::text[])`,
    values: [part(0), [part(1), part(2), part(3), part(4)], contents],
  })
  const [row] = rows
  if (!row) throw new Error('the journal gave no entry')
  return row.entry_id
}

/** How far two of three cosigners have confirmed the log, as the portal sees it. */
export const readConfirmedSize = async (portal: ClientBase): Promise<number> =>
  Number(
    (await portal.query<{ size: string | null }>({ name: 'confirmed', text: 'select size from journal.confirmed()' }))
      .rows[0]?.size ?? 0,
  )

/** The numbers of all entries, by id. */
export const readNumbers = async (admin: Client): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await admin.query<{ entry_id: string; number: string }>('select entry_id, number from journal.place')
  return new Map(rows.map(row => [row.entry_id, Number(row.number)]))
}
