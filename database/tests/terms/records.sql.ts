import type { Client } from 'pg'
import { type DisclosureRecord, identifiersOf } from './records.ts'

/** Puts records where partners' roles read, as the derivation would. */
export const insertRecords = async (admin: Client, records: readonly DisclosureRecord[]): Promise<void> => {
  await admin.query(
    `insert into disclosure.record select r.* from jsonb_populate_recordset(null::disclosure.record,
      (select coalesce(jsonb_agg('{"limited": false}' || e.value), '[]') from jsonb_array_elements($1::jsonb) e)) r`,
    [JSON.stringify(records)],
  )
  const identifiers = records.flatMap(record =>
    identifiersOf(record).map(each => ({ ...each, arrest_id: record.arrest_id })),
  )
  await admin.query(
    'insert into disclosure.identifier select r.* from jsonb_populate_recordset(null::disclosure.identifier, $1) r',
    [JSON.stringify(identifiers)],
  )
}

export const deleteRecords = (admin: Client) => admin.query('delete from disclosure.record')

/** Records for which a condition of a compiled population holds. */
export const listInReach = async (admin: Client, condition: string): Promise<string[]> => {
  const { rows } = await admin.query<{ arrest_id: string }>(
    `select r.arrest_id from disclosure.record r where ${condition} order by r.arrest_id`,
  )
  return rows.map(row => row.arrest_id)
}

export const foldInDatabase = async (admin: Client, names: readonly string[]): Promise<string[]> => {
  const { rows } = await admin.query<{ folded: string }>(
    'select disclosure.fold(n.name) as folded from unnest($1::text[]) with ordinality n (name, place) order by n.place',
    [names],
  )
  return rows.map(row => row.folded)
}

/** When a day begins in the city, by the database. */
export const midnightsInDatabase = async (admin: Client, dates: readonly string[]): Promise<number[]> => {
  const { rows } = await admin.query<{ at: Date }>(
    `select d.date::timestamp at time zone 'America/New_York' as at from unnest($1::date[]) with ordinality d (date, place) order by d.place`,
    [dates],
  )
  return rows.map(row => row.at.getTime())
}
