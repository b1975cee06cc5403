import type { Client } from 'pg'
import { append } from '../append.sql.ts'
import type { Act } from '../custody-path.ts'
import { commit } from '../door-client.ts'

/** Writes an act as the verbs do: one statement, so that what is derived from it sees all of its rows. */
export const performAtOnce = (client: Client, act: Act, arrestId: string): Promise<void> =>
  commit(client, async () => {
    const { entry_id } = await append(client, { kind: act.kind, arrestId })
    const parts = act.rows.map(
      ([table], index) =>
        `part${index} as (insert into ${table} select * from jsonb_populate_record(null::${table}, $${index + 1}))`,
    )
    await client.query(
      `with ${parts.join(', ')} select 1`,
      act.rows.map(([, row]) => JSON.stringify({ ...row, entry_id })),
    )
  })

/** Sends a drafted report: from then on the arrest is where partners' roles read. */
export const sendReport = (police: Client, arrestId: string): Promise<void> =>
  commit(police, async () => {
    const { entry_id } = await append(police, { kind: 'arrest.reported', arrestId })
    await police.query('update police.arrest set sent_at = arrested_at, entry_id = $2 where arrest_id = $1', [
      arrestId,
      entry_id,
    ])
  })

/** Corrects where the arrest was, without a new version: what the derivation follows is the row. */
export const correctDistrict = (police: Client, arrestId: string, district: string): Promise<void> =>
  commit(police, async () => {
    const { entry_id } = await append(police, { kind: 'arrest.corrected', arrestId })
    await police.query('update police.arrest set district_code = $3, entry_id = $2 where arrest_id = $1', [
      arrestId,
      entry_id,
      district,
    ])
  })

/** Gives every committed entry its place, as the sequencer does. */
export const placeAll = async (admin: Client): Promise<void> => {
  await admin.query(
    `insert into journal.place (number, entry_id, batch_at, leaf, leaf_hash)
     select coalesce((select max(p.number) from journal.place p), 0) + row_number() over (order by w.ticket), w.entry_id, now(), 'leaf', sha256('leaf')
     from journal.waiting w`,
  )
  await admin.query('delete from journal.waiting')
}

export const findOtn = async (admin: Client, arrestId: string): Promise<string> => {
  const { rows } = await admin.query<{ otn: string }>('select a.otn from police.arrest a where a.arrest_id = $1', [
    arrestId,
  ])
  return rows[0]?.otn ?? ''
}

/** What each act changed of a record, oldest first. */
export const listChanges = async (admin: Client, arrestId: string): Promise<{ kind: string; classes: string[] }[]> => {
  const { rows } = await admin.query<{ kind: string; classes: string[] }>(
    `select e.kind, c.classes from disclosure.change c join journal.entry e on e.entry_id = c.entry_id
       left join journal.place p on p.entry_id = c.entry_id where c.arrest_id = $1 order by p.number`,
    [arrestId],
  )
  return rows
}

const asReplica = async (admin: Client, sql: string, values: unknown[]) => {
  await admin.query('begin')
  await admin.query('set local session_replication_role = replica')
  await admin.query(sql, values)
  await admin.query('commit')
}

/** As if all that a door asked had been asked so many hours earlier. */
export const ageInquiries = (admin: Client, door: string, hours: number) =>
  asReplica(admin, 'update inquiry.asked set asked_at = asked_at - make_interval(hours => $2) where door = $1', [
    door,
    hours,
  ])

/** As if an arrest had turned out to be another person's. */
export const giveToAnother = (admin: Client, arrestId: string) =>
  asReplica(admin, 'update disclosure.record set person_id = gen_random_uuid() where arrest_id = $1', [arrestId])
