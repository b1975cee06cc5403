import { type Client, Client as PgClient } from 'pg'
import type { TestServer } from './start-test-server.ts'

export interface Bulk {
  /** Arrests whose people have left custody. */
  readonly past: number
  /** Arrests that wait for a charging decision. */
  readonly waiting: number
}

/**
 * Loads invented arrests behind the walls, as the superuser with triggers off: what is measured is reading. They share the entry of the
 * first account, so their history is not real. Each past arrest has two versions, four charges, a decision, a docket and a departure.
 */
export const bulkArrests = async ({ database }: TestServer, bulk: Bulk): Promise<void> => {
  const client = new PgClient(database.admin)
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    await load(client, bulk)
    await client.query('set session_replication_role = origin')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const load = async (client: Client, { past, waiting }: Bulk): Promise<void> => {
  await client.query(
    `create temporary table made as
      select gen_random_uuid() as arrest_id, gen_random_uuid() as docket_id, gen_random_uuid() as complaint_id, gen_random_uuid() as departure_id,
        n, n <= $1::int as is_past, now() - interval '3 hours' - case when n <= $1::int then n * interval '20 minutes' else n * interval '1 second' end as at,
        (select entry_id from staff.account order by account_id limit 1) as entry_id,
        (select account_id from staff.account where party = 'police' order by account_id limit 1) as by
      from generate_series(1, $1::int + $2::int) n`,
    [past, waiting],
  )
  for (const statement of [
    `insert into police.person select arrest_id, null, entry_id from made`,
    `insert into police.arrest (arrest_id, person_id, intake_number, version, drafted_by, drafted_at, sent_at, arrested_at, place, district_code, booking_site, basis, last_name,
        first_name, born_on, sex, race, ethnicity, birth_country_kind, domestic_violence, entry_id)
      select arrest_id, arrest_id, 'BULK-' || n, 2, by, at, at, at, '1 Example Street', '25', 'East', 'sight', initcap(substr(md5((n % 9973)::text), 1, 7)), initcap(substr(md5(n::text), 1, 5)),
        date '1970-01-01' + n % 12000, 'male', 'white', 'unknown', 'not-asked', false, entry_id from made`,
    `insert into police.held select arrest_id from made where not is_past`,
    `insert into police.arrest_version (arrest_id, version, kind, content, arrested_at, basis, content_hash, made_by, made_at, entry_id)
      select arrest_id, v, case v when 1 then 'drafted' else 'sent' end, '{}', at, 'sight', 'x', by, at + v * interval '1 minute', entry_id from made, generate_series(1, 2) v`,
    `insert into police.charge select gen_random_uuid(), arrest_id, 2, p, '0 § 0 §§ 0', 'Charge ' || p, 'F3', 1, at::date, '202625000123', entry_id from made, generate_series(1, 4) p`,
    `insert into prosecutor.charging_decision select arrest_id, 2, by, at + interval '2 hours', entry_id from made where is_past`,
    `insert into prosecutor.charge select gen_random_uuid(), arrest_id, p, null, 'added', '0 § 0 §§ 0', 'Charge ' || p, 'F3', 1, at::date, '202625000123', entry_id
      from made, generate_series(1, 2) p where is_past`,
    `insert into prosecutor.complaint (complaint_id, arrest_id, affiant, affiant_agency, offense_date_text, offense_place, peace_and_dignity, lab_services, fingerprinted,
        process_requested, verified_at, approved_by, made_at, entry_id)
      select complaint_id, arrest_id, 'A', 'B', 'C', 'D', true, false, true, 'none-arrested', at, by, at, entry_id from made where is_past`,
    `insert into prosecutor.complaint_charge select charge_id, m.complaint_id, c.position, c.entry_id from prosecutor.charge c join made m using (arrest_id)`,
    `insert into court.docket select docket_id, 'MC-51-CR-' || lpad(n::text, 7, '0') || '-2026', complaint_id, arrest_id, by, null, at, entry_id from made where is_past`,
    `insert into police.departure (departure_id, arrest_id, basis, destination, holds_checked_at, made_by, made_at, entry_id)
      select departure_id, arrest_id, case when n % 50 = 0 then 'rule-519b' else 'bail-without-money' end, 'Home', at, by, at, entry_id from made where is_past`,
    `insert into police.departure_acknowledgment select departure_id, 'Z', at + interval '20 hours', by, at, entry_id from made where is_past`,
  ])
    await client.query(statement)
  await client.query('drop table made')
}
